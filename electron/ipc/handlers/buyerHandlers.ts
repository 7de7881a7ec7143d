import { ok } from '#shared/base/Result'
import type { BuyerShow } from '../../briefs/BuyerShow'
import type { HandlersFor } from '../HandlersFor'

export const createBuyerHandlers = (show: BuyerShow): HandlersFor<'buyer'> => ({
  'buyer.show': (wanted) => show.show(wanted),
  'buyer.view': () => show.view(),
  'buyer.leave': async () => ok(show.leave()),
})
