import type { Clock } from '#shared/base/Clock'
import type { Log } from '../../platform/Log'
import type { CompactionOrder, CompactionOutcome, CompactionPorts } from './CompactionPorts'
import { ownEntries, retiredThrough, type CompactionWork, type CompactionWorld } from './CompactionWork'
import { completeGenerations } from './generations'
import { finishRetiring, retirePacks } from './retirePacks'
import { writeBases } from './writeBases'

/** Decides which step of compaction is due, and lets it rest after one that was refused. See CompactionPorts. */
export class Compactor {
  private refusedAt: number | null = null
  private isAtWork = false

  constructor(
    private readonly world: CompactionWorld,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  async run(ports: CompactionPorts, order: CompactionOrder): Promise<CompactionOutcome> {
    if (this.isAtWork || this.rests(order.restMs)) return { kind: 'nothing' }
    this.isAtWork = true
    try {
      const outcome = await step({ ...this.world, ...order, ports })
      this.refusedAt = outcome.kind === 'refused' ? Date.parse(this.clock.now()) : null
      this.tell(outcome)
      return outcome
    } finally {
      this.isAtWork = false
    }
  }

  private rests(restMs: number): boolean {
    const since = this.refusedAt === null ? Number.POSITIVE_INFINITY : Date.parse(this.clock.now()) - this.refusedAt
    return since >= 0 && since < restMs
  }

  private tell(outcome: CompactionOutcome): void {
    if (outcome.kind === 'based' || outcome.kind === 'retired') this.log.info('vault.compacted', { step: outcome.kind, packs: outcome.packs, through: outcome.through })
    if (outcome.kind === 'refused') this.log.warn('vault.notCompacted', { reason: outcome.reason.kind })
  }
}

async function step(work: CompactionWork): Promise<CompactionOutcome> {
  const finished = await finishRetiring(work)
  if (finished !== null) return finished
  const retired = await retirePacks(work)
  if (retired !== null) return retired
  return isWorthBases(work) ? writeBases(work) : { kind: 'nothing' }
}

function isWorthBases(work: CompactionWork): boolean {
  const stream = ownEntries(work)
  const covered = completeGenerations(stream).at(-1)?.packs.at(-1)?.seq ?? retiredThrough(work)
  return stream.filter(({ seq }) => seq > covered).length > work.threshold
}
