import type { Result } from '#shared/base/Result'
import type { PackName } from '../packName'

/**
 * Compaction replaces many small packs of this device by few that hold whole documents ("bases"). What it does at one
 * call, at most one of these, in this order:
 *
 * 1. Packs that are retired already but still lie about (a crash, a colleague's laptop that put them back) are deleted,
 *    remotely and then here, each only if the bases are shown to hold everything in it.
 * 2. Two generations of bases are complete, the older one is old enough, and every active device has stored what it
 *    stands for: both are read back from the remote and compared, then the packs below the older one are declared
 *    retired (in the header of a pack, which travels like any other), and once that is on the remote they are deleted.
 * 3. More than `threshold` own packs lie behind the newest generation: a new one is written, put on the remote, read
 *    back and compared.
 *
 * Killed anywhere, the next call goes on: an incomplete generation is passed over, an incomplete deletion is finished.
 * Nothing is deleted that was not compared with what the remote really holds.
 *
 * Who calls it: sync, at the end of a complete round without a problem, with no other round under way. It may take
 * long (it asks for every document this device has written to), so `isStopping` is asked often.
 */
export interface CompactionPorts {
  readonly documents: BaseDocuments
  readonly remote: CompactionRemote
}

/** What only the documents can tell. From the accounts. */
export interface BaseDocuments {
  /**
   * The whole document with its history, as for an account file, made from everything the vault has of the account now.
   * `waiting`: it waits for changes that have not arrived. `unreadable`: some of what is stored of it cannot be read.
   * In both cases nothing is compacted.
   */
  save(accountId: string): Promise<SavedBase>
  /** Hashes of all changes in what `save` gave; null where the bytes are no document. */
  hashesInBase(base: Uint8Array): Promise<readonly string[] | null>
  /** Hashes of loose changes; null where one of them is none. */
  hashesOfChanges(changes: readonly Uint8Array[]): Promise<readonly string[] | null>
}

export type SavedBase = { readonly kind: 'saved'; readonly bytes: Uint8Array } | { readonly kind: 'waiting' | 'unreadable' }

/** This device's own stream on the remote. */
export interface CompactionRemote {
  /** Complete and flushed when it answers ok. */
  put(pack: PackName, bytes: Uint8Array): Promise<Result<void, RemoteRefusal>>
  /** What the remote really gives now, not what was put there. */
  read(pack: PackName): Promise<Result<Uint8Array, RemoteRefusal>>
  /** Deletes a pack of this device; nothing else in the app deletes on a remote. One that is gone already is ok. */
  remove(pack: PackName): Promise<Result<void, RemoteRefusal>>
}

/** Passed through to whoever called; compaction only asks whether it was ok. */
export interface RemoteRefusal {
  readonly kind: string
}

export interface CompactionOrder {
  /** So many own packs behind the newest bases are worth new ones. */
  readonly threshold: number
  /** Packs are kept for so long after bases stand for them. */
  readonly keepMs: number
  /** A device that has written nothing for so long is not waited for; bases have what it needs. */
  readonly activeMs: number
  /** After a refusal nothing is tried for so long; documents do not become whole from one minute to the next. */
  readonly restMs: number
  readonly isStopping: () => boolean
}

export const usualCompaction: Omit<CompactionOrder, 'isStopping'> = {
  threshold: 2_000,
  keepMs: 30 * 24 * 60 * 60 * 1000,
  activeMs: 90 * 24 * 60 * 60 * 1000,
  restMs: 6 * 60 * 60 * 1000,
}

export type CompactionOutcome =
  /** There was nothing to do. */
  | { readonly kind: 'nothing' }
  /** Bases were written and stand on the remote as they should. */
  | { readonly kind: 'based'; readonly packs: number; readonly accounts: number; readonly through: number }
  /** Own packs up to `through` are retired; so many files are gone. */
  | { readonly kind: 'retired'; readonly packs: number; readonly through: number }
  /** Ended early because somebody is stopping. */
  | { readonly kind: 'stopped' }
  /** Nothing was deleted. Not tried again before a while has passed. */
  | { readonly kind: 'refused'; readonly reason: CompactionRefused }

export type CompactionRefused =
  /** A document waits for changes, or part of it cannot be read. */
  | { readonly kind: 'notWhole'; readonly accountId: string }
  /** A document is larger than a pack can carry. */
  | { readonly kind: 'tooLarge'; readonly accountId: string; readonly bytes: number }
  /** An own pack cannot be read now, so nobody can tell what a base must hold. */
  | { readonly kind: 'packUnreadable'; readonly seq: number }
  /** A base does not hold what it should. */
  | { readonly kind: 'notCovered'; readonly accountId: string }
  /** What the remote gives is not what was put there. */
  | { readonly kind: 'readBackDiffers'; readonly seq: number }
  | { readonly kind: 'remote'; readonly problem: RemoteRefusal }
  | { readonly kind: 'thisLaptop'; readonly problem: { readonly kind: string } }
