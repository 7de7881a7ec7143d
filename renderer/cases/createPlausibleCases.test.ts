import { describe, expect, it } from 'vitest'
import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'
import { createPlausibleCases, type CasesNews, type CasesOrder } from './createPlausibleCases'
import type { CasesWanted } from './PlausibleCases'

/** A worker that does nothing until it is told what to say. */
class QuietWorker {
  readonly orders: CasesOrder[] = []
  #listen: (event: { readonly data: CasesNews }) => void = () => undefined

  postMessage(order: CasesOrder): void {
    this.orders.push(order)
  }
  addEventListener(_name: string, listen: (event: { readonly data: CasesNews }) => void): void {
    this.#listen = listen
  }
  says(news: CasesNews): void {
    this.#listen({ data: news })
  }
}

const wanted = {} as CasesWanted
const result = { draws: 10_000 } as RobustnessResult

describe('counting plausible cases', () => {
  it('says how far it is and answers what the worker found', async () => {
    const worker = new QuietWorker()
    const shares: number[] = []
    const counted = createPlausibleCases(() => worker as unknown as Worker)(wanted, { onProgress: (share) => shares.push(share) })
    worker.says({ kind: 'progress', number: 1, share: 0.5 })
    worker.says({ kind: 'done', number: 1, result })
    expect(await counted).toBe(result)
    expect(shares).toEqual([0.5])
  })

  it('gives up what ran before when something newer is asked for, and ignores its late answer', async () => {
    const worker = new QuietWorker()
    const cases = createPlausibleCases(() => worker as unknown as Worker)
    const first = cases(wanted)
    const second = cases(wanted)
    expect(await first).toBeNull()
    worker.says({ kind: 'done', number: 1, result: { draws: 1 } as RobustnessResult })
    worker.says({ kind: 'done', number: 2, result })
    expect(await second).toBe(result)
  })

  it('tells the worker to stop when nobody wants the answer any more', async () => {
    const worker = new QuietWorker()
    const end = new AbortController()
    const counted = createPlausibleCases(() => worker as unknown as Worker)(wanted, { signal: end.signal })
    end.abort()
    expect(await counted).toBeNull()
    expect(worker.orders.map(({ kind }) => kind)).toEqual(['start', 'stop'])
  })
})
