import type { Need } from '#shared/domain/account/Account'

/** What a need is called where it is named: what they said, or what it means. */
export function needWords({ quote, paraphrase }: Need): string {
  return quote.trim() || paraphrase.trim() || 'Need without words'
}
