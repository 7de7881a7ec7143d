import { join } from 'node:path'
import { userInfo } from 'node:os'
import { z } from 'zod'
import type { Ids } from '#shared/base/Ids'
import type { Author } from '../documents/DocumentClient'
import type { Disk, DiskResult } from '../platform/Disk'
import { JsonStore } from '../platform/JsonStore'

const Member = z.object({ memberId: z.string().regex(/^[a-z2-7]{26}$/), name: z.string().min(1).max(80) })
type Member = z.infer<typeof Member>

/** Who writes on this device: an id that stays, and a name that may change. */
export class MemberIdentity {
  private constructor(private readonly store: JsonStore<Member>) {}

  /** A device that has no member yet gets one, named as the computer calls its user. */
  static async open(disk: Disk, folder: string, ids: Ids): Promise<MemberIdentity> {
    const store = await JsonStore.open<Member>(disk, join(folder, 'member.json'), (plain) => Member.safeParse(plain).data ?? null, { memberId: ids.next(), name: userName() })
    const member = new MemberIdentity(store)
    // A new id that could not be kept would be another one next time; the next rename tries again.
    if (store.source === 'fallback') await member.rename(store.get().name)
    return member
  }

  author(): Author {
    return this.store.get()
  }

  rename(name: string): DiskResult<void> {
    this.store.update((member) => ({ ...member, name }))
    return this.store.flush()
  }
}

function userName(): string {
  try {
    return userInfo().username.slice(0, 80) || 'Me'
  } catch {
    // A user without an entry in the system's list, as in a container.
    return 'Me'
  }
}
