import type { AccountFact } from '../history/AccountFact'
import { pathSteps } from '../path/PathStep'
import { stepOfPlace, type StepOrAccount } from './stepOfPlace'

export interface StepChanges {
  readonly step: StepOrAccount
  readonly facts: readonly AccountFact[]
}

const order: readonly StepOrAccount[] = [...pathSteps, 'account']

/** What became different, in the order of the path, what stands above it last. What was said in reviews is no change of the plan. */
export function changesByStep(facts: readonly AccountFact[]): readonly StepChanges[] {
  const steps = facts.map((fact) => stepOfPlace(fact.at, 'field' in fact ? fact.field : null))
  return order.flatMap((step) => {
    const own = facts.filter((_, index) => steps[index] === step)
    return own.length === 0 ? [] : [{ step, facts: own }]
  })
}
