import type { Contradiction } from '#shared/domain/account/Account'

export const contradictionStateWords: { readonly [State in Contradiction['state']]: string } = {
  open: 'Open',
  settled: 'Settled',
  cannotBeKnown: 'Cannot be known',
}
