/** A folder the member picked. Only the token goes back to main; the path is for reading. */
export interface ChosenFolder {
  readonly token: string
  readonly path: string
}
