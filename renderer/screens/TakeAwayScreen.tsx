import { inOrder } from '#shared/domain/schema/order'
import { TakeAwayPage } from '../features/takeAway/TakeAwayPage'
import { useBrief } from '../features/takeAway/useBrief'
import { useAccountEntry } from '../model/ModelContext'
import { zone } from './zone'

interface TakeAwayScreenProps {
  readonly accountId: string
  readonly comparisonId: string
  readonly title: string
  /** Of the account on disk: what is previewed is what was saved. */
  readonly revision: number
}

/** Loaded when it is first opened. */
export function TakeAwayScreen({ accountId, comparisonId, title, revision }: TakeAwayScreenProps) {
  const { preview, exported, save, showFile } = useBrief(accountId, comparisonId, revision)
  const entry = useAccountEntry(accountId)
  const briefs = entry.kind === 'open' ? inOrder(entry.open.account.briefs).filter((brief) => brief.comparison === comparisonId) : []
  return <TakeAwayPage {...{ title, preview, exported, briefs, zone }} onSave={(format) => void save(format)} onShowFile={showFile} />
}
