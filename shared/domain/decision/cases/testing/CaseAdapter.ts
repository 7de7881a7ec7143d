import * as z from 'zod'
import { at } from '../../at'
import type { ReferenceCase } from './ReferenceCase'

/** What the engine says about a case, under the names the case uses. Adapters set up and rename; they calculate nothing. */
export interface CaseFigures {
  readonly expected: Readonly<Record<string, unknown>>
  readonly published?: Readonly<Record<string, unknown>>
}

export type CaseAdapter = (reference: ReferenceCase) => CaseFigures

export const matrix = z.array(z.array(z.number()))

export function names(reference: ReferenceCase, places: readonly number[]): readonly string[] {
  return places.map((place) => at(reference.input.options, place))
}

export function directions(reference: ReferenceCase): readonly ('max' | 'min')[] {
  return reference.input.criteria.map((criterion) => criterion.direction)
}

/** The option with rank 1. */
export function firstName(reference: ReferenceCase, ranks: readonly number[]): string {
  return at(reference.input.options, ranks.indexOf(1))
}
