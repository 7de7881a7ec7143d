import { at } from '../at'

export interface CostedOption {
  /** Total without the cost, any unit in which more is better. */
  readonly benefit: number
  /** Any unit in which less is better. */
  readonly cost: number
}

export interface BenefitCostFrontier {
  /** Options that could be the best for some price of a benefit point, cheapest first. */
  readonly frontier: readonly number[]
  /** Between neighbours on the frontier: what one more benefit point costs. Rises along the frontier. */
  readonly pricePerPoint: readonly number[]
}

/**
 * The upper-left convex frontier of cost against benefit (Goodwin & Wright ch. 3). Options below it are too dear for
 * what they give, whatever a point is worth. Of equal options the first one stands for all.
 */
export function benefitCostFrontier(options: readonly CostedOption[]): BenefitCostFrontier {
  const order = options.map((_, index) => index).sort((a, b) => at(options, a).cost - at(options, b).cost || at(options, b).benefit - at(options, a).benefit || a - b)
  const frontier: number[] = []
  for (const candidate of order) {
    const last = frontier[frontier.length - 1]
    if (last !== undefined && at(options, candidate).benefit <= at(options, last).benefit) continue
    while (frontier.length >= 2 && price(options, at(frontier, frontier.length - 1), candidate) <= price(options, at(frontier, frontier.length - 2), at(frontier, frontier.length - 1))) {
      frontier.pop()
    }
    frontier.push(candidate)
  }
  return { frontier, pricePerPoint: frontier.slice(1).map((option, index) => price(options, at(frontier, index), option)) }
}

/** The best option when one benefit point is worth `pointWorth`: largest benefit·worth − cost; equal ones: the cheaper. */
export function choiceForPointWorth(options: readonly CostedOption[], pointWorth: number): number | null {
  const { frontier, pricePerPoint } = benefitCostFrontier(options)
  const steps = pricePerPoint.filter((price) => price < pointWorth).length
  return frontier[steps] ?? null
}

function price(options: readonly CostedOption[], from: number, to: number): number {
  return (at(options, to).cost - at(options, from).cost) / (at(options, to).benefit - at(options, from).benefit)
}
