import { MantineProvider } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CommandAnswer } from '#shared/ipc/contract'
import type { PlausibleCases } from '../cases/PlausibleCases'
import { theme, tokensForLibrary } from '../styles/theme'
import { BuyerBoundary } from './BuyerBoundary'
import { BuyerPages } from './BuyerPages'
import classes from './Buyer.module.css'
import { LeaveBar } from './LeaveBar'

interface BuyerAppProps {
  readonly ask: () => Promise<CommandAnswer<'buyer.view'>>
  readonly leave: () => void
  /** Told the kind of a fault, no words of it. */
  readonly onFault: (name: string) => void
  readonly plausibleCases: PlausibleCases
}

/** The whole window while the buyer looks at it. */
export function BuyerApp({ ask, leave, onFault, plausibleCases }: BuyerAppProps) {
  const [answer, setAnswer] = useState<CommandAnswer<'buyer.view'> | null>(null)
  useEffect(() => {
    let isWanted = true
    void ask().then((given) => isWanted && setAnswer(given))
    return () => {
      isWanted = false
    }
  }, [ask])
  const wanted = answer?.ok ? answer.value.theme : 'system'
  return (
    <MantineProvider theme={theme} cssVariablesResolver={tokensForLibrary} {...(wanted === 'system' ? { defaultColorScheme: 'auto' } : { forceColorScheme: wanted })}>
      <main className={classes.screen}>
        <BuyerBoundary onFault={onFault}>
          {answer?.ok === false && <p className={classes.alone}>{answer.error.message}</p>}
          {answer?.ok && <BuyerPages shown={answer.value} plausibleCases={plausibleCases} />}
        </BuyerBoundary>
        <LeaveBar onLeave={leave} />
      </main>
    </MantineProvider>
  )
}
