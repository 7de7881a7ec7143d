import { inOrder } from '../schema/order'
import type { Account } from '../account/Account'

export const foundKinds = ['account', 'person', 'need', 'finding', 'evidence', 'question', 'promise', 'comparison', 'option'] as const
export type FoundKind = (typeof foundKinds)[number]

/** One thing of an account that a search can find. Internal: a search is never shown to a buyer. */
export interface SearchWords {
  readonly kind: FoundKind
  /** The entity; for an option, the option; empty for the account itself. */
  readonly id: string
  /** What it is called, at most `longestTitle` characters. */
  readonly title: string
  /** What else is said of it, at most `longestDetail` characters. */
  readonly detail: string
  /** For what lies in a comparison, or proves something in it: which. */
  readonly comparisonId: string | null
}

/**
 * The words by which an account and what is in it can be found, kept beside its row so that a search opens
 * no document. Long texts are cut: a search finds the place, the account has the rest.
 */
export function wordsOfAccount(account: Account): readonly SearchWords[] {
  const { profile } = account
  const words: SearchWords[] = [entry('account', '', profile.name, [profile.industry, profile.domain, profile.notes].join(' '))]
  for (const person of inOrder(account.people)) words.push(entry('person', person.id, person.name, [person.title, person.mail, person.phone].join(' ')))
  for (const need of inOrder(account.needs)) words.push(entry('need', need.id, need.quote, need.paraphrase))
  for (const finding of inOrder(account.findings)) words.push(entry('finding', finding.id, finding.claim, [finding.sourceTitle, finding.ourReason].join(' ')))
  const provesIn = comparisonsByEvidence(account)
  for (const evidence of inOrder(account.evidence)) {
    words.push({ ...entry('evidence', evidence.id, evidence.claim, [evidence.sourceTitle, evidence.quote].join(' ')), comparisonId: provesIn.get(evidence.id) ?? null })
  }
  for (const question of inOrder(account.questions)) words.push(entry('question', question.id, question.text, question.answer))
  for (const promise of inOrder(account.promises)) words.push(entry('promise', promise.id, promise.text, promise.who))
  for (const comparison of inOrder(account.comparisons)) {
    words.push({ ...entry('comparison', comparison.id, comparison.title, comparison.question), comparisonId: comparison.id })
    for (const option of inOrder(comparison.options)) words.push({ ...entry('option', option.id, option.name, option.description), comparisonId: comparison.id })
  }
  return words.filter(({ title }) => title !== '').slice(0, mostWords)
}

/** Where evidence is first used. */
function comparisonsByEvidence({ comparisons }: Account): ReadonlyMap<string, string> {
  const places = new Map<string, string>()
  for (const { id, cellEvidence } of inOrder(comparisons)) {
    for (const [key, isUsed] of Object.entries(cellEvidence)) {
      const evidenceId = key.split(':').at(-1) ?? ''
      if (isUsed && !places.has(evidenceId)) places.set(evidenceId, id)
    }
  }
  return places
}

const longestTitle = 160
const longestDetail = 240
/** An account with more than this is still found, by its first things. */
const mostWords = 400

function entry(kind: FoundKind, id: string, title: string, detail: string): SearchWords {
  return { kind, id, title: cut(title, longestTitle), detail: cut(detail, longestDetail), comparisonId: null }
}

function cut(text: string, length: number): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, length)
}
