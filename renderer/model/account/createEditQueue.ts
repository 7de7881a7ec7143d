/** Sends one job after the other, in the order they came. */
export interface EditQueue<Job> {
  readonly add: (job: Job) => void
  /** Goes on after a job that had to wait. */
  readonly retry: () => void
  /** Done when everything given so far has been sent. */
  readonly idle: () => Promise<void>
  readonly isEmpty: () => boolean
  /** True after a job could not be done and the queue waits for the member. */
  readonly isStuck: () => boolean
}

/**
 * Each edit is sent when the one before is on disk, so a full disk stops at the first that did not
 * fit and nothing overtakes it. `send` answers whether the job is over, whatever became of it.
 */
export function createEditQueue<Job>(send: (job: Job) => Promise<'over' | 'stuck'>): EditQueue<Job> {
  let jobs: readonly Job[] = []
  let state: 'resting' | 'sending' | 'stuck' = 'resting'
  let waiting: readonly (() => void)[] = []

  const run = async (): Promise<void> => {
    state = 'sending'
    try {
      for (let job = jobs[0]; job !== undefined; job = jobs[0]) {
        const outcome = await send(job)
        if (outcome === 'stuck') {
          state = 'stuck'
          return
        }
        jobs = jobs.slice(1)
      }
    } finally {
      if (state === 'sending') state = 'resting'
    }
    for (const resolve of waiting) resolve()
    waiting = []
  }

  return {
    add: (job) => {
      jobs = [...jobs, job]
      if (state === 'resting') void run()
    },
    retry: () => {
      if (state === 'stuck') void run()
    },
    idle: () => (jobs.length === 0 ? Promise.resolve() : new Promise((resolve) => (waiting = [...waiting, resolve]))),
    isEmpty: () => jobs.length === 0,
    isStuck: () => state === 'stuck',
  }
}
