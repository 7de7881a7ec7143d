import { isId } from '#shared/base/Id'

/** What a record is for. The numbers are part of the file formats: they are never changed and never used again. */
export const recordKindCodes = { change: 1, base: 2, row: 3, vector: 4, audit: 5, erased: 6 } as const

export type RecordKind = keyof typeof recordKindCodes

/** The smallest thing the vault keeps: some bytes that belong to one account. */
export interface VaultRecord {
  readonly kind: RecordKind
  /** For a vector, which belongs to no account, the id of the space. */
  readonly accountId: string
  readonly bytes: Uint8Array
}

/** Leaves a pack with this one record below the 8 MB that remotes carry, with room for header, signature and seal. */
export const maximumRecordBytes = 8 * 1024 * 1024 - 64 * 1024

/** The characters of an account id, one byte each. */
export const accountIdLength = 26

/** True for what an account is made from: without such a record it does not exist. */
export function isOfDocument({ kind }: { readonly kind: RecordKind }): boolean {
  return kind === 'change' || kind === 'base'
}

export function recordKindFromCode(code: number): RecordKind | null {
  return kindsByCode.get(code) ?? null
}

/** A record that cannot be written is a bug of whoever made it. */
export function assertRecord(record: VaultRecord): void {
  if (!isId(record.accountId)) throw new Error('A vault record needs the id of an account')
  if (!(record.kind in recordKindCodes)) throw new Error('A vault record needs a known kind')
}

const kindsByCode = new Map<number, RecordKind>([
  [recordKindCodes.change, 'change'],
  [recordKindCodes.base, 'base'],
  [recordKindCodes.row, 'row'],
  [recordKindCodes.vector, 'vector'],
  [recordKindCodes.audit, 'audit'],
  [recordKindCodes.erased, 'erased'],
])
