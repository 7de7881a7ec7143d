import fc from 'fast-check'
import { canonicalJson, type Json } from '#shared/base/canonicalJson'
import { seededIds } from '#shared/testing/seededIds'
import { seededRandom } from '../../electron/vault/testing/seededRandom'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { ModelReplica, type Write } from './lib/ModelReplica'
import { randomEdit } from './worker/randomEdits'

const step = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom('edit', 'edit', 'edit', 'receive', 'openFile', 'migrate', 'reopen'),
  from: fc.nat(3),
  seed: fc.nat(),
})
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/**
 * Replicas of one account that edit, remove, migrate and exchange in any order, by packs and by account files. In the
 * end all are equal, every place holds exactly the values nobody overwrote knowingly, and every value is there, in a collision or in the history.
 */
export async function model({ seed, seconds }: Pick<FaultOptions, 'seed' | 'seconds'>): Promise<FaultReport> {
  const begun = Date.now()
  const counts = { acknowledged: 0, found: 0 }
  const run = (steps: readonly Step[]): void => {
    const { written, found } = play(steps)
    counts.acknowledged += written
    counts.found += found
  }
  const details = await fc.check(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 80 }), async (steps) => run(steps)), {
    seed,
    numRuns: 1_000_000,
    interruptAfterTimeLimit: seconds * 1_000,
  })
  const failures = details.failed && details.counterexample !== null ? [`${String(details.errorInstance)} ${fc.defaultReportMessage(details) ?? ''}`] : []
  return { name: `replicas of one account (${details.numRuns} runs)`, seed, seconds: (Date.now() - begun) / 1_000, counts: { ...noCounts, ...counts }, failures, skipped: null }
}

function play(steps: readonly Step[]): { readonly written: number; readonly found: number } {
  const replicas = ['anna', 'ben', 'cleo', 'dana'].map((name) => new ModelReplica(name))
  const ids = seededIds(1 + steps.length)
  const writes: Write[] = []
  try {
    for (const { who, what, from, seed } of steps) {
      const [replica, other] = [replicas[who], replicas[from]]
      if (!replica || !other) continue
      if (what === 'edit') writeSomething(replica, ids, seed, writes)
      if (what === 'receive' && replica !== other) replica.receive(other)
      if (what === 'openFile' && replica !== other) replica.openFileOf(other)
      if (what === 'migrate') replica.migrate()
      if (what === 'reopen') replica.reopen()
    }
    // A migrated laptop hands its migration on with the next exchange.
    for (let round = 0; round < 2; round++) for (const replica of replicas) for (const other of replicas) if (replica !== other) replica.receive(other)
    return compare(replicas, writes)
  } finally {
    for (const { document } of replicas) document.free()
  }
}

function writeSomething(replica: ModelReplica, ids: ReturnType<typeof seededIds>, seed: number, writes: Write[]): void {
  const { edits } = randomEdit(replica.document.snapshot, ids, seededRandom(seed))
  const seen = new Set(replica.knows)
  if (!replica.edit(edits)) return
  for (const edit of edits) {
    const write = edit.kind === 'set' && edit.field !== 'currency' ? { at: edit.at, field: edit.field, value: String(edit.value) } : edit.kind === 'add' ? { at: `people/${edit.id}`, field: 'name', value: String(edit.fields['name']) } : null
    if (!write) continue
    writes.push({ id: writes.length, seen, ...write })
    replica.knows.add(writes.length - 1)
  }
}

function compare(replicas: readonly ModelReplica[], writes: readonly Write[]): { readonly written: number; readonly found: number } {
  const [first] = replicas
  if (!first) throw new Error('No replica')
  const expected = stateOf(first)
  for (const replica of replicas) {
    if (stateOf(replica) !== expected) throw new Error(`${replica.name} differs from ${first.name}`)
    replica.reopen()
    if (stateOf(replica) !== expected) throw new Error(`${replica.name} differs after it was opened again`)
  }
  standsAsWritten(first, writes)
  const { document } = first
  const everywhere = JSON.stringify([document.snapshot, document.conflicts(), document.history(null, Number.POSITIVE_INFINITY)])
  const lost = writes.filter(({ value }) => !everywhere.includes(value))
  if (lost.length > 0) throw new Error(`Neither there nor in a collision nor in the history: ${JSON.stringify(lost[0])}`)
  return { written: writes.length, found: writes.length - lost.length }
}

/** A place holds the values that nobody overwrote knowing of them: one, or several as a collision. */
function standsAsWritten({ document }: ModelReplica, writes: readonly Write[]): void {
  const { snapshot } = document
  const conflicts = document.conflicts()
  for (const place of new Set(writes.map(placeOf))) {
    const here = writes.filter((write) => placeOf(write) === place)
    const { at = '', field = '' } = here[0] ?? {}
    const entity = at === 'profile' ? snapshot.profile : snapshot.people[at.split('/')[1] ?? '']
    if (!entity || ('deletedAt' in entity && entity.deletedAt !== null)) continue
    const standing = here.filter((write) => !here.some((later) => later.seen.has(write.id)))
    const shown = String((entity as unknown as { readonly [name: string]: unknown })[field])
    const collided = conflicts.find((conflict) => conflict.at === at && conflict.field === field)?.values.map(({ value }) => String(value)) ?? [shown]
    const [wanted, found] = [standing.map(({ value }) => value).sort(), [...new Set([shown, ...collided])].sort()]
    if (wanted.join() !== found.join()) throw new Error(`${place} should hold ${wanted.join()} and holds ${found.join()}`)
  }
}

function placeOf({ at, field }: Write): string {
  return `${at} ${field}`
}

/** Heads, what is shown, and what collides, whatever the order in which it came. */
function stateOf({ document }: ModelReplica): string {
  const conflicts = document.conflicts().map(({ at, field, key, values }) => ({ at, field, key, values: values.map(({ value }) => String(value)).sort() }))
  const state: unknown = { hashes: document.changeHashes(), snapshot: document.snapshot, conflicts: conflicts.map((conflict) => JSON.stringify(conflict)).sort() }
  return canonicalJson(state as Json)
}
