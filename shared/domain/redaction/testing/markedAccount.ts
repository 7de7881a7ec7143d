import { pickFrom, type Pick } from '../../../testing/randomEdits'
import { seededIds } from '../../../testing/seededIds'
import type { Account } from '../../account/Account'
import { accountSchema } from '../../account/accountSchema'
import type { Collection, EntitySpec, FlatMap, Singleton } from '../../schema/entities'
import type { Field, Scalar } from '../../schema/fields'

/** One leaf of an account with a text that occurs nowhere else. */
export interface MarkedLeaf {
  readonly path: string
  readonly marker: string
  readonly isForBuyer: boolean
}

export interface MarkedAccount {
  readonly account: Account
  /** The comparison to be shown. */
  readonly comparisonId: string
  readonly leaves: readonly MarkedLeaf[]
}

type Draft = Record<string, unknown>

const root: { readonly [name: string]: Collection | Singleton } = accountSchema

/**
 * A random account in which every text, number, day and id is unique, made by walking the schema: a
 * field that is added later is marked without a change here. What is for the buyer is worked out from
 * the classes and from the account alone, not with the code under test.
 */
export function markedAccount(seed: number): MarkedAccount {
  return new Marking(seed).build()
}

class Marking {
  readonly #pick: Pick
  readonly #ids
  readonly #leaves: { path: string[]; marker: string }[] = []
  readonly #account: Draft = {}
  #count = 0

  constructor(seed: number) {
    this.#pick = pickFrom(seed)
    this.#ids = seededIds(seed)
  }

  build(): MarkedAccount {
    for (const [name, spec] of Object.entries(root)) {
      this.#account[name] = spec.kind === 'singleton' ? this.#entity(spec.entity, [name]) : this.#collection(spec, [name], name === 'comparisons' ? 2 : 4)
    }
    // References and tables name entities, so they come when all of them are there.
    for (const [name, spec] of Object.entries(root)) {
      if (spec.kind === 'singleton') this.#connect(spec.entity, this.#account[name] as Draft, [name])
      else for (const [id, entity] of Object.entries(this.#account[name] as Draft)) this.#connect(spec.entity, entity as Draft, [name, id])
    }
    const account = this.#account as unknown as Account
    const comparisonId = Object.keys(account.comparisons)[0] ?? ''
    const isShown = shownIn(account, comparisonId)
    return { account, comparisonId, leaves: this.#leaves.map(({ path, marker }) => ({ path: path.join('/'), marker, isForBuyer: isShown(path) })) }
  }

  #collection(collection: Collection, path: readonly string[], most = 4): Draft {
    const entities: Draft = {}
    const count = path[0] === 'comparisons' && path.length === 1 ? most : this.#pick([0, 1, 2, most])
    for (let number = 0; number < count; number++) {
      const id = this.#ids.next()
      const at = [...path, id]
      const entity = this.#entity(collection.entity, at)
      const isRemoved = this.#pick([true, false, false, false]) && !(path[0] === 'comparisons' && path.length === 1 && number === 0)
      entities[id] = { ...entity, id: this.#mark([...at, 'id'], id), order: this.#mark([...at, 'order'], this.#text()), deletedAt: isRemoved ? this.#mark([...at, 'deletedAt'], `${this.#day()}T10:00:00.000Z`) : null }
    }
    return entities
  }

  #entity(spec: EntitySpec, path: readonly string[]): Draft {
    const entity: Draft = {}
    for (const [name, field] of Object.entries(spec.fields)) if (field.kind !== 'reference') entity[name] = this.#value(field, [...path, name])
    for (const [name, collection] of Object.entries(spec.collections ?? {})) entity[name] = this.#collection(collection, [...path, name])
    // As a newer version or a later section might have it: nobody decided that it may pass.
    entity['addedLater'] = this.#mark([...path, 'addedLater'], this.#text())
    return entity
  }

  #value(field: Exclude<Field, { kind: 'reference' }>, path: readonly string[]): Scalar {
    switch (field.kind) {
      case 'text':
        return this.#mark(path, this.#text())
      case 'choice':
        return this.#pick(field.choices)
      case 'flag':
        return this.#pick([true, false])
      case 'number':
        return this.#pick([true, true, false]) ? this.#number(path, field.max <= 1 ? 0 : 10) : null
      case 'day':
        return this.#pick([true, true, false]) ? this.#mark(path, this.#day()) : null
      case 'moment':
        return this.#mark(path, `${this.#day()}T10:00:00.000Z`)
      case 'cellValue':
        return this.#pick([true, true, false]) ? this.#number(path, 10) : this.#pick([null, true, false])
    }
  }

  #connect(spec: EntitySpec, entity: Draft, path: readonly string[]): void {
    for (const [name, field] of Object.entries(spec.fields)) {
      if (field.kind === 'reference') entity[name] = this.#pick([null, 'yes', ...this.#everyId()])
    }
    for (const [name, map] of Object.entries(spec.maps ?? {})) entity[name] = this.#map(map, entity, [...path, name])
    for (const [name, collection] of Object.entries(spec.collections ?? {})) {
      for (const [id, nested] of Object.entries(entity[name] as Draft)) this.#connect(collection.entity, nested as Draft, [...path, name, id])
    }
  }

  #map(map: FlatMap, owner: Draft, path: readonly string[]): Draft {
    const entries: Draft = {}
    // Ids of the wrong kind too: a table may name what is not there (any more).
    const lists = map.key.map((name) => [...new Set([...Object.keys((owner[name] ?? this.#account[name] ?? {}) as Draft), this.#pick(this.#everyId())])])
    const keys = lists.reduce<string[]>((made, ids) => made.flatMap((key) => ids.map((id) => (key === '' ? id : `${key}:${id}`))), [''])
    for (const key of keys) {
      if (map.value.kind === 'reference' || !this.#pick([true, false])) continue
      entries[key] = map.value.kind === 'cellValue' && this.#pick([true, false, false]) ? this.#pick(this.#everyId()) : this.#value(map.value, [...path, key])
    }
    return entries
  }

  #everyId(): readonly string[] {
    return [...JSON.stringify(this.#account).matchAll(/"([a-z2-7]{26})"/g)].map((match) => match[1] ?? '')
  }

  #text(): string {
    return `mk${++this.#count}q`
  }

  #day(): string {
    return new Date(Date.UTC(1800, 0, 1 + ++this.#count)).toISOString().slice(0, 10)
  }

  #number(path: readonly string[], base: number): number {
    // Seven digits that end in a one: no such number is the beginning of another.
    const number = Number(`${base}.0${1_000_000 + ++this.#count * 10 + 1}`)
    this.#mark(path, String(number))
    return number
  }

  #mark(path: readonly string[], marker: string): string {
    this.#leaves.push({ path: [...path], marker })
    return marker
  }
}

/** Which leaves the buyer may read, told from the account and the classes of its fields. */
function shownIn(account: Account, comparisonId: string): (path: readonly string[]) => boolean {
  const comparison = account.comparisons[comparisonId]
  const isLive = (entity: { readonly deletedAt: string | null } | undefined): boolean => entity?.deletedAt === null
  const usedProofs = new Set(
    Object.entries(comparison?.cellEvidence ?? {}).flatMap(([key, isProof]) => {
      const [option = '', criterion = '', evidence = ''] = key.split(':')
      return isProof && isLive(comparison?.options[option]) && isLive(comparison?.criteria[criterion]) ? [evidence] : []
    }),
  )
  const passingQuestions = Object.values(account.questions).filter((question) => isLive(question) && (question.comparison === null || question.comparison === comparisonId))
  const passingMeetings = Object.values(account.meetings).filter((meeting) => isLive(meeting) && meeting.comparison === comparisonId)
  const passingNeeds = Object.values(account.needs).filter((need) => isLive(need) && need.confirmedOn !== null)
  const isEntityShown: { readonly [section: string]: (id: string) => boolean } = {
    comparisons: (id) => id === comparisonId,
    evidence: (id) => (usedProofs.has(id) || passingQuestions.some((question) => question.proof === id)) && isLive(account.evidence[id]) && account.evidence[id]?.cleared === true,
    needs: (id) => passingNeeds.some((need) => need.id === id),
    findings: (id) => isLive(account.findings[id]),
    contradictions: (id) => isLive(account.contradictions[id]) && [account.contradictions[id]?.oneFinding, account.contradictions[id]?.otherFinding].every((finding) => isLive(account.findings[finding ?? ''])),
    promises: (id) => isLive(account.promises[id]),
    questions: (id) => passingQuestions.some((question) => question.id === id),
    meetings: (id) => passingMeetings.some((meeting) => meeting.id === id),
    people: (id) =>
      isLive(account.people[id]) &&
      [
        ...passingNeeds.map((need) => need.saidBy),
        ...Object.values(account.findings).filter(isLive).map((finding) => finding.readBy),
        ...passingQuestions.map((question) => question.askedBy),
        ...passingMeetings.map((meeting) => meeting.confirmedBy),
      ].includes(id),
  }
  const onlyFields: { readonly [section: string]: readonly string[] } = { profile: ['name', 'sample'], people: ['name'], meetings: ['startsAt', 'decided', 'open', 'next', 'confirmedOn', 'confirmedBy'] }
  return (path) => {
    const [section = '', ...rest] = path
    const spec = root[section]
    const last = path.at(-1) ?? ''
    if (!spec || (onlyFields[section] && !onlyFields[section].includes(last))) return false
    if (spec.kind === 'singleton') return spec.entity.fields[last]?.audience === 'buyer'
    if (!isEntityShown[section]?.(rest[0] ?? '')) return false
    return isLeafShown(spec.entity, (account as unknown as { readonly [name: string]: Draft })[section]?.[rest[0] ?? ''] as Draft, rest.slice(1))
  }
}

function isLeafShown(spec: EntitySpec, entity: Draft, path: readonly string[]): boolean {
  const [name = '', next = '', ...rest] = path
  const field = spec.fields[name]
  if (field) return field.audience === 'buyer' || (field.audience === 'cleared' && entity['cleared'] === true)
  const map = spec.maps?.[name]
  if (map) {
    const ids = next.split(':')
    return map.value.audience === 'buyer' && map.key.every((collection, at) => (((entity[collection] ?? {}) as Draft)[ids[at] ?? ''] as Draft | undefined)?.['deletedAt'] === null)
  }
  const collection = spec.collections?.[name]
  if (!collection || !['options', 'criteria', 'categories'].includes(name)) return false
  const nested = (entity[name] as Draft)[next] as Draft
  return nested['deletedAt'] === null && isLeafShown(collection.entity, nested, rest)
}
