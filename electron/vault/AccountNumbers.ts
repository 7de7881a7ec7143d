/** Gives every account id a small number, so that an index of a million records stays small. */
export class AccountNumbers {
  private readonly numbers = new Map<string, number>()
  private readonly ids: string[] = []

  numberOf(accountId: string): number {
    const known = this.numbers.get(accountId)
    if (known !== undefined) return known
    const number = this.ids.length
    this.numbers.set(accountId, number)
    this.ids.push(accountId)
    return number
  }

  /** Null for an account no record was seen of. */
  knownNumberOf(accountId: string): number | null {
    return this.numbers.get(accountId) ?? null
  }

  idOf(number: number): string {
    const id = this.ids[number]
    if (id === undefined) throw new Error(`No account has number ${number}`)
    return id
  }
}
