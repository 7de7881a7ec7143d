import type { BriefSourceGroup, BriefSources } from '../../domain/brief/BriefContent'
import type { EvidenceFacts } from '../../domain/comparison/ComparisonFacts'
import { formatDay } from '../formatDate'
import { evidenceKindWords } from './cellText'

/** Gives each proof its number the first time it is named, and lists them as endnotes. */
export class BriefNotes {
  readonly #numbers = new Map<string, { readonly number: number; readonly evidence: EvidenceFacts }>()

  numbersOf(proofs: readonly EvidenceFacts[]): readonly number[] {
    return proofs.map((evidence) => {
      const known = this.#numbers.get(evidence.id)
      if (known) return known.number
      const number = this.#numbers.size + 1
      this.#numbers.set(evidence.id, { number, evidence })
      return number
    })
  }

  list(): BriefSources {
    const groups = new Map<string, BriefSourceGroup>()
    for (const { number, evidence } of this.#numbers.values()) {
      const key = JSON.stringify([evidence.sourceTitle, evidence.sourceAddress, evidence.kind, evidence.observedOn, evidence.expiresOn])
      const group = groups.get(key) ?? { title: evidence.sourceTitle.trim() || 'Source not named', address: evidence.sourceAddress, kindAndDate: kindAndDate(evidence), notes: [] }
      groups.set(key, { ...group, notes: [...group.notes, { number, text: noteText(evidence) }] })
    }
    return { heading: 'Sources', groups: [...groups.values()], none: 'No source is named: nothing in the table is backed by proof yet.' }
  }
}

function noteText({ claim, quote }: EvidenceFacts): string {
  const said = quote.trim() === '' ? '' : `“${quote.trim()}”`
  return [claim.trim(), said].filter((part) => part !== '').join(': ') || 'No claim is written down.'
}

function kindAndDate(evidence: EvidenceFacts): string {
  const seen = evidence.observedOn === null ? 'no date' : formatDay(evidence.observedOn)
  const until = evidence.expiresOn === null ? '' : `, good until ${formatDay(evidence.expiresOn)}`
  return `(${evidenceKindWords[evidence.kind]}, ${seen}${until})`
}
