import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { inOrder } from '#shared/domain/schema/order'
import { sayMustHaveLimit } from '../ui/criterionWords'
import { WeightRow } from '../ui/weights/WeightRow'
import classes from './Buyer.module.css'
import type { BuyerAnalysis } from './useBuyerAnalysis'

/** The buyer's own words, and the weights to try: what moves here is a trial and leaves no trace. */
export function MattersPage({ analysis: { view, weights, counting, isTrial, onTry, onSet, onLeave, onReset } }: { readonly analysis: BuyerAnalysis }) {
  const quotes = inOrder(view.needs).filter(({ quote }) => quote.trim() !== '')
  return (
    <div className={classes.matters}>
      <div className={classes.column}>
        <p className={classes.lead}>{counting.reasoning.wording.answer}</p>
        {isTrial ? (
          <p className={classes.trial}>
            You are trying other weights.
            <Button size="compact-sm" leftSection={<IconArrowBackUp size={15} />} onClick={onReset}>
              Back to before
            </Button>
          </p>
        ) : (
          <p className={classes.quiet}>Move a line to try what would change. Nothing is kept.</p>
        )}
        <ul className={classes.quotes}>
          {quotes.map((need) => (
            <li key={need.id}>
              “{need.quote.trim()}”<span className={classes.speaker}> {need.saidBy === null ? '' : (view.people[need.saidBy]?.name ?? '')}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.column}>
        <ul>
          {weights.sliders.map(({ criterion, share, agreed }) => (
            <WeightRow key={criterion.id} {...{ criterion, share, agreed, onTry, onSet, onLeave }} />
          ))}
        </ul>
        {weights.gates.map((criterion) => (
          <p key={criterion.id} className={classes.gate}>
            {criterion.name}: must be {sayMustHaveLimit(criterion) ?? 'met'}
          </p>
        ))}
      </div>
    </div>
  )
}
