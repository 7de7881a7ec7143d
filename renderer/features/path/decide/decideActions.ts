import type { SendEdits } from '../../../model/account/SendEdits'
import { weightActions } from '../../../model/actions/weightActions'
import type { TextSplice } from '../../../model/textSplice'

/** What can be done on the page of the answer, each one undo step with a name. */
export function createDecideActions(comparisonId: string, send: SendEdits, nameOf: (criterionId: string) => string) {
  const at = `comparisons/${comparisonId}`
  return {
    ...weightActions(comparisonId, send, nameOf),
    setPaidBy: (value: string) => send([{ kind: 'set', at, field: 'paidBy', value }], { label: 'who pays us', mergeKey: `${comparisonId} paidBy` }),
    writeAdvice: (splice: TextSplice) =>
      send([{ kind: 'writeText', at, field: 'advice', splice }], { label: 'our advice', mergeKey: `${comparisonId} advice` }),
    writeLimits: (optionId: string, splice: TextSplice) =>
      send([{ kind: 'writeText', at: `${at}/options/${optionId}`, field: 'limits', splice }], { label: 'limits of an option', mergeKey: `limits ${optionId}` }),
  }
}

export type DecideActions = ReturnType<typeof createDecideActions>
