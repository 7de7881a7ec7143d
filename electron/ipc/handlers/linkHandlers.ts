import { err, ok } from '#shared/base/Result'
import { webAddress } from '#shared/base/webAddress'
import type { HandlersFor } from '../HandlersFor'

/** `open` answers whether a program took the address. */
export const createLinkHandlers = (open: (address: string) => Promise<boolean>): HandlersFor<'link'> => ({
  'link.open': async ({ address }) => {
    const page = webAddress(address)
    if (page === null) return err({ kind: 'notAWebAddress', message: 'Only an address that begins with https:// or http:// can be opened. Copy it from the source instead.' })
    if (await open(page.href)) return ok()
    return err({ kind: 'noBrowser', message: `No browser opened ${page.host}. Copy the address from the source and open it yourself.` })
  },
})
