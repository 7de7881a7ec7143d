import { describe, expect, it } from 'vitest'
import { ok } from '#shared/base/Result'
import { PatientRemote } from './PatientRemote'
import type { Remote } from './Remote'

/** A remote whose calls come back when they are let go; counts how many were begun. */
class HangingRemote {
  begun = 0
  private readonly waiting: (() => void)[] = []
  isHanging = true

  readonly remote: Remote = {
    readSpace: () => this.call(null),
    writeSpace: (space) => this.call(space),
    listDevices: () => this.call(['a']),
    listBuckets: () => this.call([]),
    listPacks: () => this.call([]),
    getPack: () => this.call(new Uint8Array()),
    putPack: () => this.call(undefined),
    deletePack: () => this.call(undefined),
  }

  letGo(): void {
    this.isHanging = false
    for (const go of this.waiting.splice(0)) go()
  }

  private async call<T>(value: T) {
    this.begun++
    if (this.isHanging) await new Promise<void>((resolve) => this.waiting.push(resolve))
    return ok(value)
  }
}

const offline = { ok: false, error: { kind: 'offline' } }

describe('a remote that does not answer', () => {
  it('is offline, is not asked again meanwhile, and is there again when the call has come back', async () => {
    const hanging = new HangingRemote()
    const patient = new PatientRemote(hanging.remote, 20)
    expect(await patient.listDevices()).toEqual(offline)
    expect(patient.isHanging).toBe(true)
    expect(await patient.listDevices()).toEqual(offline)
    expect(await patient.putPack('a', { seq: 1, sha: '' }, new Uint8Array())).toEqual(offline)
    expect(hanging.begun).toBe(1)
    hanging.letGo()
    await expect.poll(() => patient.isHanging).toBe(false)
    expect(await patient.listDevices()).toEqual({ ok: true, value: ['a'] })
  })

  it('is waited for no longer than somebody wants to wait', async () => {
    const hanging = new HangingRemote()
    const patient = new PatientRemote(hanging.remote, 1_000_000)
    const asked = patient.readSpace()
    patient.giveUp()
    expect(await asked).toEqual(offline)
    hanging.letGo()
    await expect.poll(() => patient.isHanging).toBe(false)
    expect(await patient.readSpace()).toEqual(offline)
    patient.tryAgain()
    expect(await patient.readSpace()).toEqual({ ok: true, value: null })
  })
})
