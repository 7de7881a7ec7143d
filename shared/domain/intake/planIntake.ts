import type { AccountRow } from '../account/AccountRow'
import { intakeFields, type IntakeField, type IntakeMapping, type IntakeTable } from './intakeTable'

/** Somebody of a buyer, as a list names them. */
export interface IntakePerson {
  readonly name: string
  readonly title: string
  readonly mail: string
  readonly phone: string
}

export type IntakeProfile = { readonly [field in 'industry' | 'domain' | 'size' | 'owner' | 'notes']: string }

/** What taking a list in would do to one account. */
export interface PlannedAccount {
  readonly kind: 'new' | 'known'
  /** null: it is made. */
  readonly accountId: string | null
  readonly name: string
  /** By what a known account was recognised; null for a new one. */
  readonly matchedBy: 'domain' | 'mail' | null
  /** True where another account has the same name but nothing else in common: looked at before it is made. */
  readonly sameNameExists: boolean
  readonly profile: IntakeProfile
  /** Those the account is not known to have. */
  readonly people: readonly IntakePerson[]
  /** The lines of the list it comes from, counted from 1 below the headings. */
  readonly lines: readonly number[]
}

export interface IntakeProblem {
  /** Counted from 1 below the headings. */
  readonly line: number
  readonly problem: 'nameMissing' | 'nameTooLong' | 'mailNotValid'
  readonly value: string
}

export interface IntakePlan {
  readonly accounts: readonly PlannedAccount[]
  /** Lines that are left out, and addresses that are left out of a line that is taken. */
  readonly problems: readonly IntakeProblem[]
}

/**
 * What a list would change, before anything is changed. A line belongs to an account that is known by its
 * web domain or by somebody's mail address; a name alone is no proof. Lines of the same buyer become one
 * account. Nothing that is known is overwritten: a known account only gets people it does not have and
 * profile fields that are empty there.
 */
export function planIntake(table: IntakeTable, mapping: IntakeMapping, known: readonly AccountRow[]): IntakePlan {
  const book = new KnownAccounts(known)
  const planned = new Map<string, Growing>()
  const problems: IntakeProblem[] = []
  table.lines.forEach((cells, index) => {
    const line = index + 1
    const values = valuesOf(cells, mapping)
    if (Object.values(values).every((value) => value === '')) return
    const mail = normalMail(values.personMail)
    if (mail === null) problems.push({ line, problem: 'mailNotValid', value: values.personMail })
    const domain = normalDomain(values.domain) || companyDomain(mail ?? '')
    const match = book.find(domain, mail ?? '')
    const name = match?.row.name ?? values.name
    if (name === '') return void problems.push({ line, problem: 'nameMissing', value: domain })
    if (name.length > longestName) return void problems.push({ line, problem: 'nameTooLong', value: name })
    const key = match?.row.accountId ?? (domain === '' ? `name ${name.toLowerCase()}` : `domain ${domain}`)
    const growing = planned.get(key) ?? new Growing(match, name, match === null && book.hasName(name))
    planned.set(key, growing)
    growing.take(line, { ...values, domain }, mail ?? '')
  })
  return { accounts: [...planned.values()].map((growing) => growing.planned()), problems }
}

/** As the account's name may be at most. */
const longestName = 120

/** Addresses anybody can have say nothing about a company. */
const publicMailDomains: ReadonlySet<string> = new Set([
  'gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'yahoo.com', 'icloud.com', 'me.com', 'aol.com', 'gmx.de', 'gmx.net', 'web.de', 't-online.de', 'proton.me', 'protonmail.com',
])

type Values = { readonly [field in IntakeField]: string }

interface Match {
  readonly row: AccountRow
  readonly by: 'domain' | 'mail'
}

class KnownAccounts {
  readonly #byDomain = new Map<string, AccountRow>()
  readonly #byMail = new Map<string, AccountRow>()
  readonly #names = new Set<string>()

  constructor(rows: readonly AccountRow[]) {
    for (const row of rows) {
      if (row.isRemoved) continue
      const domain = normalDomain(row.domain)
      if (domain !== '' && !this.#byDomain.has(domain)) this.#byDomain.set(domain, row)
      for (const mail of row.mails) if (!this.#byMail.has(mail)) this.#byMail.set(mail, row)
      this.#names.add(row.name.trim().toLowerCase())
    }
  }

  find(domain: string, mail: string): Match | null {
    const byMail = mail === '' ? undefined : this.#byMail.get(mail)
    if (byMail) return { row: byMail, by: 'mail' }
    const byDomain = domain === '' ? undefined : this.#byDomain.get(domain)
    return byDomain ? { row: byDomain, by: 'domain' } : null
  }

  hasName(name: string): boolean {
    return this.#names.has(name.toLowerCase())
  }
}

/** An account as its lines come together; the first line that says something is believed. */
class Growing {
  readonly #profile: { -readonly [field in keyof IntakeProfile]: string } = { industry: '', domain: '', size: '', owner: '', notes: '' }
  readonly #people: IntakePerson[] = []
  readonly #lines: number[] = []

  constructor(
    private readonly match: Match | null,
    private readonly name: string,
    private readonly sameNameExists: boolean,
  ) {}

  take(line: number, values: Values, mail: string): void {
    this.#lines.push(line)
    for (const field of profileFields) if (this.#profile[field] === '') this.#profile[field] = values[field]
    const person = { name: values.personName, title: values.personTitle, mail, phone: values.personPhone }
    if (person.name === '' && person.mail === '') return
    const isKnown = mail !== '' && (this.match?.row.mails.includes(mail) ?? false)
    const isListed = this.#people.some((other) => (mail === '' ? other.name.toLowerCase() === person.name.toLowerCase() : other.mail === mail))
    if (!isKnown && !isListed) this.#people.push({ ...person, name: person.name || mail })
  }

  planned(): PlannedAccount {
    return {
      kind: this.match === null ? 'new' : 'known',
      accountId: this.match?.row.accountId ?? null,
      name: this.name,
      matchedBy: this.match?.by ?? null,
      sameNameExists: this.sameNameExists,
      profile: this.#profile,
      people: this.#people,
      lines: this.#lines,
    }
  }
}

const profileFields = ['industry', 'domain', 'size', 'owner', 'notes'] as const satisfies readonly (keyof IntakeProfile)[]

function valuesOf(cells: readonly string[], mapping: IntakeMapping): Values {
  const values = intakeFields.map((field) => {
    const column = mapping[field]
    return [field, column === null ? '' : (cells[column] ?? '').trim()] as const
  })
  return Object.fromEntries(values) as Values
}

/** `https://www.Example.com/en` and `example.com` are the same buyer; empty where it is no domain. */
function normalDomain(text: string): string {
  const host = text.trim().toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/^www\./, '').split(/[/?#:]/)[0] ?? ''
  return /^[a-z0-9äöüß-]+(\.[a-z0-9äöüß-]+)+$/.test(host) ? host : ''
}

/** Lower case; empty stays empty; null where it is no address. */
function normalMail(text: string): string | null {
  const mail = text.trim().toLowerCase()
  return mail === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail) ? mail : null
}

function companyDomain(mail: string): string {
  const domain = normalDomain(mail.split('@')[1] ?? '')
  return publicMailDomains.has(domain) ? '' : domain
}
