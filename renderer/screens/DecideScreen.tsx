import type { Account, Comparison } from '#shared/domain/account/Account'
import { DecidePage } from '../features/path/decide/DecidePage'

interface DecideScreenProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
}

/** Loaded when it is first opened. */
export function DecideScreen(props: DecideScreenProps) {
  return <DecidePage {...props} />
}
