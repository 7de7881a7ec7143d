/** Where new ids come from. Passed in, so that tests are repeatable. */
export interface Ids {
  next(): string
}
