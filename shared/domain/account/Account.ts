import type { EntityOf, RootOf } from '../schema/entities'
import type { accountSchema } from './accountSchema'

/** A whole account as plain data: what the renderer shows and the edits are computed against. */
export type Account = RootOf<typeof accountSchema>

export type Profile = Account['profile']
export type Person = EntityOf<(typeof accountSchema)['people']['entity']>
export type Need = EntityOf<(typeof accountSchema)['needs']['entity']>
export type Evidence = EntityOf<(typeof accountSchema)['evidence']['entity']>
export type Comparison = EntityOf<(typeof accountSchema)['comparisons']['entity']>
export type Option = Comparison['options'][string]
export type Criterion = Comparison['criteria'][string]
export type Category = Criterion['categories'][string]
export type EvidenceKind = Evidence['kind']
export type OptionKind = Option['kind']
export type Finding = EntityOf<(typeof accountSchema)['findings']['entity']>
export type Contradiction = EntityOf<(typeof accountSchema)['contradictions']['entity']>
export type Meeting = EntityOf<(typeof accountSchema)['meetings']['entity']>
export type PromiseMade = EntityOf<(typeof accountSchema)['promises']['entity']>
export type Question = EntityOf<(typeof accountSchema)['questions']['entity']>
export type Review = EntityOf<(typeof accountSchema)['reviews']['entity']>
export type Remark = Review['remarks'][string]
export type SavedBrief = EntityOf<(typeof accountSchema)['briefs']['entity']>
