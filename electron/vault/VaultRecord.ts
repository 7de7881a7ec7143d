/** What a record is for. The numbers are part of the file formats: they are never changed and never used again. */
export const recordKindCodes = { change: 1, base: 2, row: 3, vector: 4, audit: 5, erased: 6 } as const

export type RecordKind = keyof typeof recordKindCodes

/** The smallest thing the vault keeps: some bytes that belong to one account. */
export interface VaultRecord {
  readonly kind: RecordKind
  readonly accountId: string
  readonly bytes: Uint8Array
}
