import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from '../platform/Disk'
import type { JsonStore } from '../platform/JsonStore'
import type { Log } from '../platform/Log'
import { openSmallStore } from './openSmallStore'

/** Where the window stood when it was closed. */
export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

interface Remembered {
  readonly window: WindowPlace | null
}

const Pixels = z.number().min(-100_000).max(100_000)
const StoredState = z.object({
  window: z.object({ x: Pixels, y: Pixels, width: Pixels, height: Pixels, maximized: z.boolean() }).nullable(),
})

const firstState: Remembered = { window: null }

/** Owns what the app remembers by itself from one start to the next. Nothing is lost but comfort where it is gone. */
export class DeviceState {
  readonly #store: JsonStore<Remembered>

  private constructor(store: JsonStore<Remembered>) {
    this.#store = store
  }

  static async open(world: { readonly disk: Disk; readonly log: Log }, userData: string): Promise<DeviceState> {
    const parse = (plain: unknown): Remembered | null => StoredState.safeParse(plain).data ?? null
    return new DeviceState(await openSmallStore(world, join(userData, 'device.json'), parse, firstState))
  }

  get window(): WindowPlace | null {
    return this.#store.get().window
  }

  rememberWindow(window: WindowPlace): void {
    this.#store.update(() => ({ window }))
  }

  async stop(): Promise<void> {
    await this.#store.flush()
  }
}
