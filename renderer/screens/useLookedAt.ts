import { useCallback, useEffect, useRef, useState } from 'react'
import { changesByStep } from '#shared/domain/review/changesByStep'
import type { ChangedSince } from '#shared/ipc/contract'
import { useModel } from '../model/ModelContext'

export interface LookedAt {
  /** What changed since the version given; null while it is being read. */
  readonly changes: ChangedSince | null
  /** What of the plan changed after that was read; null for nothing. */
  readonly newer: ChangedSince | null
  readonly problem: string | null
  /** The version to decide on, or null where something changed that the member has not been told of yet. */
  readonly confirm: () => Promise<string | null>
}

/** What a reviewer has on the screen. `revision` moves when the account changes under it. */
export function useLookedAt(accountId: string, since: string | null, revision: number): LookedAt {
  const { desktop } = useModel()
  /** What was approved when the page was opened: the review itself must not change what it is compared with. */
  const [from] = useState(since)
  const [changes, setChanges] = useState<ChangedSince | null>(null)
  const [newer, setNewer] = useState<ChangedSince | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  /** The newest version whose changes were pointed out. */
  const told = useRef<string | null>(null)

  const ask = useCallback(
    async (version: string | null): Promise<ChangedSince | null> => {
      const answer = await desktop.invoke('account.changedSince', { accountId, version })
      setProblem(answer.ok ? null : answer.error.message)
      return answer.ok ? answer.value : null
    },
    [desktop, accountId],
  )
  useEffect(() => {
    let isShown = true
    const look = async (): Promise<void> => {
      const first = await ask(from)
      if (!isShown || !first) return
      told.current = first.version
      setChanges(first)
    }
    void look()
    return () => {
      isShown = false
    }
  }, [ask, from])
  useEffect(() => {
    let isShown = true
    const lookAgain = async (): Promise<void> => {
      const later = changes && (await ask(changes.version))
      if (isShown && later && isAboutThePlan(later)) setNewer(later)
    }
    void lookAgain()
    return () => {
      isShown = false
    }
  }, [ask, changes, revision])

  const confirm = useCallback(async (): Promise<string | null> => {
    if (changes === null || told.current === null) return null
    const now = await ask(told.current)
    if (!now) return null
    told.current = now.version
    if (!isAboutThePlan(now)) return now.version
    setNewer(await ask(changes.version))
    return null
  }, [ask, changes])
  return { changes, newer, problem, confirm }
}

/** Remarks and decisions change the document too, but nothing that is reviewed. */
function isAboutThePlan({ facts }: ChangedSince): boolean {
  return changesByStep(facts).length > 0
}
