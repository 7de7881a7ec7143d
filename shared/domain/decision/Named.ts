/** An option or criterion in a sentence: its place in the input and the name to print. */
export interface NamedOption {
  readonly index: number
  readonly name: string
}
export interface NamedCriterion {
  readonly index: number
  readonly name: string
}
