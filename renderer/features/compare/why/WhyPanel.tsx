import { Button } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Reasoning } from '../../../ui/weights/usePlausibleCases'
import classes from './WhyPanel.module.css'

interface WhyPanelProps {
  readonly reasoning: Reasoning
  /** False where what is around it says already what this is. */
  readonly isTitled: boolean
  /** What a careful reader of the figures should know. */
  readonly warnings: readonly string[]
  readonly onShowSums: (() => void) | null
  readonly children: ReactNode
}

const mostUnknowns = 3

/** The answer and what it rests on, in the engine's own sentences. */
export function WhyPanel({ reasoning: { wording, byPoints }, isTitled, warnings, onShowSums, children }: WhyPanelProps) {
  const [nearestFlip, ...otherFlips] = wording.flips
  return (
    <>
      {isTitled && <h2 className={classes.title}>Why this order</h2>}
      <p className={classes.answer}>{wording.answer}</p>
      {byPoints !== null && <p className={classes.byPoints}>{byPoints}</p>}
      <Sentences title="For" sentences={wording.reasonsFor} sign="+" />
      <Sentences title="Against" sentences={wording.reasonsAgainst} sign="−" />
      <Sentences title="What would change it" sentences={nearestFlip ? [nearestFlip] : []} />
      <Sentences title="Not known" sentences={wording.unknowns.slice(0, mostUnknowns)} />
      {onShowSums && (
        <Button leftSection={<IconListNumbers size={15} />} onClick={onShowSums} className={classes.sums}>
          Show the sums
        </Button>
      )}
      <More title="More about this" sentences={[...otherFlips, ...wording.unknowns.slice(mostUnknowns), ...wording.mustHaves, ...wording.remarks]} />
      <More title={warnings.length === 1 ? '1 thing to check' : `${warnings.length} things to check`} sentences={warnings} />
      {children}
    </>
  )
}

function Sentences({ title, sentences, sign }: { readonly title: string; readonly sentences: readonly string[]; readonly sign?: '+' | '−' }) {
  if (sentences.length === 0) return null
  return (
    <section className={classes.part}>
      <h3 className={classes.subtitle}>{title}</h3>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className={classes.sentence}>
            {sign && (
              <span className={classes.sign} aria-hidden>
                {sign}
              </span>
            )}
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}

function More({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <details className={classes.more}>
      <summary>{title}</summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className={classes.sentence}>
            {sentence}
          </li>
        ))}
      </ul>
    </details>
  )
}
