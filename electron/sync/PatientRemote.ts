import { err, type Result } from '#shared/base/Result'
import type { Remote, RemotePack, RemoteProblem, RemoteWatch, SpaceFile } from './Remote'

type Answer<T> = Promise<Result<T, RemoteProblem>>

const offline = err({ kind: 'offline' } as const)

/** The slowest that still counts as an answer: a share that is woken up, a pack on its way over a weak line. */
const longestCallMs = 30_000

/**
 * A remote that always answers. A network drive whose server is gone lets a call hang for minutes or for ever, and each
 * such call keeps one of the few threads that the laptop's own disk needs too. So a call that takes too long counts as
 * offline, and until it comes back no other one is begun.
 */
export class PatientRemote implements Remote {
  readonly watch?: (onChange: () => void) => RemoteWatch
  private hanging: Promise<unknown> | null = null
  private abandon: (() => void) | null = null
  private hasGivenUp = false

  constructor(
    private readonly remote: Remote,
    private readonly limitMs = longestCallMs,
  ) {
    if (remote.watch) this.watch = (onChange) => this.watchPatiently(onChange)
  }

  /** True while a call has not come back that nobody waits for any more. */
  get isHanging(): boolean {
    return this.hanging !== null
  }

  /** Waits no longer for the call under way and begins no other. */
  giveUp(): void {
    this.hasGivenUp = true
    this.abandon?.()
  }

  tryAgain(): void {
    this.hasGivenUp = false
  }

  readSpace(): Answer<SpaceFile | null> {
    return this.ask(() => this.remote.readSpace())
  }

  writeSpace(space: SpaceFile): Answer<SpaceFile> {
    return this.ask(() => this.remote.writeSpace(space))
  }

  listDevices(): Answer<readonly string[]> {
    return this.ask(() => this.remote.listDevices())
  }

  listBuckets(deviceId: string): Answer<readonly number[]> {
    return this.ask(() => this.remote.listBuckets(deviceId))
  }

  listPacks(deviceId: string, bucket: number): Answer<readonly RemotePack[]> {
    return this.ask(() => this.remote.listPacks(deviceId, bucket))
  }

  getPack(deviceId: string, pack: RemotePack): Answer<Uint8Array> {
    return this.ask(() => this.remote.getPack(deviceId, pack))
  }

  putPack(deviceId: string, pack: RemotePack, bytes: Uint8Array): Answer<void> {
    return this.ask(() => this.remote.putPack(deviceId, pack, bytes))
  }

  deletePack(deviceId: string, pack: RemotePack): Answer<void> {
    return this.ask(() => this.remote.deletePack(deviceId, pack))
  }

  private async ask<T>(call: () => Answer<T>): Answer<T> {
    if (this.hanging || this.hasGivenUp) return offline
    const called = call()
    let timer: NodeJS.Timeout | undefined
    const tooLong = new Promise<'tooLong'>((resolve) => {
      this.abandon = () => resolve('tooLong')
      timer = setTimeout(this.abandon, this.limitMs)
    })
    try {
      const answer = await Promise.race([called, tooLong])
      if (answer !== 'tooLong') return answer
      this.hanging = called.catch(() => undefined).then(() => {
        this.hanging = null
      })
      return offline
    } finally {
      clearTimeout(timer)
      this.abandon = null
    }
  }

  /** Beginning to watch is a call like the others, but one that nobody waits for. */
  private watchPatiently(onChange: () => void): RemoteWatch {
    const watch = this.remote.watch?.(onChange)
    if (!watch) throw new Error('This remote cannot be watched')
    return {
      get isWatching() {
        return watch.isWatching
      },
      follow: (devices) => (this.hanging ? Promise.resolve() : watch.follow(devices)),
      stop: () => watch.stop(),
    }
  }
}
