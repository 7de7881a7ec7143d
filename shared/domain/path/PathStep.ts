/** The seven steps of every account, in the order the buyer walks them. */
export const pathSteps = ['found', 'matters', 'ruleOut', 'compare', 'decide', 'agree', 'takeAway'] as const

export type PathStep = (typeof pathSteps)[number]

/** The step after or before another; null at the ends. */
export function neighbourStep(step: PathStep, by: -1 | 1): PathStep | null {
  return pathSteps[pathSteps.indexOf(step) + by] ?? null
}
