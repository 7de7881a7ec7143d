import type { Clock } from '#shared/base/Clock'
import { err, ok, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import { toBuyerView } from '#shared/domain/redaction/toBuyerView'
import type { CommandAnswer, CommandFailure, CommandInput, Settings, ShownToBuyer } from '#shared/ipc/contract'
import { accountNotFound } from '../accounts/accountFailures'

type Wanted = CommandInput<'buyer.show'>

export interface BuyerShowParts {
  readonly snapshot: (accountId: string) => Promise<Result<Account, CommandFailure<'buyer.show'>>>
  readonly clock: Clock
  readonly theme: () => Settings['theme']
  /** Takes the member's page down, once it has sent what it still held, and puts up the one for the buyer. */
  readonly handOver: () => void
  readonly takeBack: () => void
}

/** Owns which comparison the buyer looks at. What leaves here has passed the redaction. */
export class BuyerShow {
  #shown: Wanted | null = null

  constructor(private readonly parts: BuyerShowParts) {}

  async show(wanted: Wanted): Promise<CommandAnswer<'buyer.show'>> {
    const made = await this.#view(wanted)
    if (!made.ok) return made
    this.#shown = wanted
    this.parts.handOver()
    return ok()
  }

  /** Made when the page asks, so that what the member typed last is in it. */
  async view(): Promise<CommandAnswer<'buyer.view'>> {
    return this.#shown === null ? err({ kind: 'nothingShown', message: 'Nothing is shown at the moment.' }) : this.#view(this.#shown)
  }

  leave(): void {
    this.#shown = null
    this.parts.takeBack()
  }

  async #view({ accountId, comparisonId }: Wanted): Promise<Result<ShownToBuyer, CommandFailure<'buyer.show'>>> {
    const account = await this.parts.snapshot(accountId)
    if (!account.ok) return account
    const view = toBuyerView(account.value, comparisonId)
    if (view === null) return err({ ...accountNotFound, message: 'This comparison is no longer in the account.' })
    return ok({ view, today: this.parts.clock.today(), theme: this.parts.theme() })
  }
}
