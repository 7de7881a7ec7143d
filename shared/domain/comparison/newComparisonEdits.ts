import type { Ids } from '../../base/Ids'
import { fixedOptionKinds } from '../account/accountSchema'
import type { Edit } from '../edit/Edit'

export interface NewComparison {
  readonly title: string
  readonly question: string
  /** Three letters, for example `EUR`; empty where no money is compared yet. */
  readonly currency: string
  /** What the options that every comparison has are called. */
  readonly fixedNames: { readonly [kind in (typeof fixedOptionKinds)[number]]: string }
}

/** The edits that make a comparison, always with stay as is, in-house and newcomer in it. */
export function newComparisonEdits(
  ids: Ids,
  { title, question, currency, fixedNames }: NewComparison,
): { readonly comparisonId: string; readonly edits: readonly Edit[]; readonly fixedIds: { readonly [kind in (typeof fixedOptionKinds)[number]]: string } } {
  const comparisonId = ids.next()
  const fixedIds = { stayAsIs: ids.next(), inHouse: ids.next(), newcomer: ids.next() }
  const edits: readonly Edit[] = [
    { kind: 'add', in: 'comparisons', id: comparisonId, fields: { title, question, currency }, before: null },
    ...fixedOptionKinds.map((kind): Edit => ({ kind: 'add', in: `comparisons/${comparisonId}/options`, id: fixedIds[kind], fields: { name: fixedNames[kind], kind }, before: null })),
  ]
  return { comparisonId, edits, fixedIds }
}
