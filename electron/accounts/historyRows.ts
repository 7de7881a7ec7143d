import type { Account } from '#shared/domain/account/Account'
import type { HistoryGroup, HistoryPage } from '#shared/domain/history/HistoryEntry'
import type { ChangedSince, HistoryRow, HistoryRows } from '#shared/ipc/contract'
import { sayFacts, sayGroup } from '#shared/text/history/sayHistory'
import type { ChangedVersion } from '../documents/DocumentClient'

/** A page of history as rows; names are those of the account as it is now. */
export function historyRows(account: Account, { groups, next }: HistoryPage): HistoryRows {
  return { rows: groups.map((group) => rowOf(account, group)), next }
}

function rowOf(account: Account, group: HistoryGroup): HistoryRow {
  const [newest, oldest] = [group.entries[0], group.entries.at(-1)]
  const kind = newest?.act === 'resolve' ? 'settled' : newest && newest.joins.length > 0 ? 'joined' : 'edited'
  return {
    id: oldest?.hash ?? '',
    kind,
    at: newest?.at ?? null,
    since: oldest?.at ?? null,
    by: newest?.by ?? null,
    changes: group.entries.length,
    ...sayGroup(account, group),
  }
}

/** So many sentences are read; the rest is counted. */
const changedSentences = 100
const changedFacts = 500

export function changedSince(account: Account, { version, isKnown, facts }: ChangedVersion): ChangedSince {
  return { version, isKnown, ...sayFacts(account, facts, changedSentences), facts: facts.filter(({ at }) => at.length <= longestPath).slice(0, changedFacts).map(shortFact) }
}

/** Long text crosses as sentences, not as facts. */
function shortFact<Fact extends ChangedVersion['facts'][number]>(fact: Fact): Fact {
  if (fact.kind === 'wrote') return { ...fact, inserted: fact.inserted.slice(0, longestText) }
  if (fact.kind !== 'set') return fact
  const [before, after] = [fact.before, fact.after].map((value) => (typeof value === 'string' ? value.slice(0, longestText) : value))
  return { ...fact, before, after }
}

const longestText = 400
/** As long as an edit may name; longer ones come from no edit. */
const longestPath = 400
