import { diffJson } from '#shared/base/jsonPatch'
import type { Json } from '#shared/base/canonicalJson'
import type { Account } from '#shared/domain/account/Account'
import { accountRow } from '#shared/domain/account/AccountRow'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import type { Edit } from '#shared/domain/edit/Edit'
import { toBuyerView } from '#shared/domain/redaction/toBuyerView'
import { wordsOfAccount } from '#shared/domain/find/wordsOfAccount'
import { readAccount } from '#shared/domain/schema/readAccount'
import { sayPlace } from '#shared/text/history/placeWords'
import { sayFacts } from '#shared/text/history/sayHistory'
import { sayValue } from '#shared/text/history/sayValue'
import { compareAccounts } from '#shared/domain/history/compareAccounts'
import type {
  ChangedSince,
  Collision,
  ChosenList,
  CommandAnswer,
  CommandFailure,
  CommandHandlers,
  CommandInput,
  CommandName,
  Conflict,
  DesktopBridge,
  EventName,
  EventPayloads,
  Found,
  IntakePreview,
  HistoryRow,
  SavedFile,
  Settings,
  SyncHealth,
  SyncStatus,
  WorkspaceInfo,
} from '#shared/ipc/contract'

export interface FakeDesktopOptions {
  readonly workspace?: WorkspaceInfo | null
  readonly workspaces?: readonly { readonly workspaceId: string; readonly name: string; readonly isOpen: boolean }[]
  readonly problem?: string
  readonly settings?: Partial<Settings>
  readonly today?: string
  readonly now?: () => string
  readonly newId?: () => string
}

type EditFailure = CommandFailure<'account.edit'>

interface Kept {
  readonly account: Account
  readonly revision: number
  readonly conflicts: readonly Conflict[]
  readonly changedAt: string | null
}

/**
 * The other side of the bridge without an Electron: accounts in memory, changed by the same pure
 * functions main uses. Allowed in store and component tests and in the gallery.
 */
export class FakeDesktop implements DesktopBridge {
  readonly calls: { readonly name: CommandName; readonly input: unknown }[] = []
  /** What the history of an account shows. */
  readonly histories = new Map<string, readonly HistoryRow[]>()
  /** What `file.choose` answers, and what is in the account files behind the tokens. */
  chosenFile: SavedFile | null = null
  readonly accountFiles = new Map<string, CommandAnswer<'account.inspectFile'>>()
  readonly #kept = new Map<string, Kept>()
  readonly #listeners = new Map<EventName, Set<(payload: never) => void>>()
  /** The accounts as they were when a version was told. */
  readonly #versions = new Map<string, Account>()
  #workspace: WorkspaceInfo | null
  #settings: Settings
  #sync: SyncStatus = { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, colleagues: { have: 0, of: 0 }, teamIsAheadAt: null, problem: null }
  #editFailure: EditFailure | null = null
  readonly #held: (() => void)[] = []
  #isHolding = false
  #shown: CommandInput<'buyer.show'> | null = null
  #made = 0

  constructor(private readonly options: FakeDesktopOptions = {}) {
    this.#workspace = options.workspace === undefined ? fakeWorkspace : options.workspace
    this.#settings = { theme: 'system', memberName: 'Robin Voss', singleKeys: true, density: 'auto', ...options.settings }
  }

  async invoke<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer<Name>> {
    this.calls.push({ name, input })
    const handler = this.#handlers[name] as (input: CommandInput<Name>) => Promise<CommandAnswer<Name>>
    return handler(input)
  }

  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  fileFor(dropped: object): Promise<SavedFile | null> {
    const { name }: { readonly name?: unknown } = dropped
    return Promise.resolve(typeof name === 'string' ? { token: `dropped-${name}`, name } : null)
  }

  announce<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) (listener as (payload: EventPayloads[Name]) => void)(payload)
  }

  /** Puts an account in without going through a command. */
  keep(accountId: string, account: Account, conflicts: readonly Conflict[] = []): void {
    this.#kept.set(accountId, { account, revision: 1, conflicts, changedAt: this.#now() })
    this.#announceRows()
  }

  accountOf(accountId: string): Account {
    const kept = this.#kept.get(accountId)
    if (!kept) throw new Error(`No account ${accountId}`)
    return kept.account
  }

  /** Somebody else's change arrives. */
  teamEdits(accountId: string, edits: readonly Edit[]): void {
    this.#apply(accountId, edits, 'team')
  }

  setConflicts(accountId: string, conflicts: readonly Conflict[]): void {
    const kept = this.#kept.get(accountId)
    if (kept) this.#kept.set(accountId, { ...kept, conflicts })
    this.announce('account.conflicted', { accountId, count: conflicts.length })
    this.#announceRows()
  }

  setSync(status: Partial<SyncStatus>): void {
    this.#sync = { ...this.#sync, ...status }
    this.announce('sync.status', this.#sync)
  }

  /** From now on no edit is taken, until called with null. */
  failEdits(failure: EditFailure | null): void {
    this.#editFailure = failure
  }

  /** Answers to edits wait until `release`: the disk is slow. */
  hold(): void {
    this.#isHolding = true
  }

  release(): void {
    this.#isHolding = false
    for (const go of this.#held.splice(0)) go()
  }

  editsSent(): readonly (readonly Edit[])[] {
    return this.calls.filter((call) => call.name === 'account.edit').map((call) => (call.input as { edits: readonly Edit[] }).edits)
  }

  #apply(accountId: string, edits: readonly Edit[], origin: 'here' | 'team') {
    const kept = this.#kept.get(accountId)
    if (!kept) return { ok: false, error: { kind: 'accountNotFound', message: 'This account is not on this laptop.' } } as const
    const applied = applyEdits(kept.account, edits, this.#now())
    if (!applied.ok) return { ok: false, error: { ...applied.error, kind: 'refused' } } as const
    const revision = kept.revision + 1
    const patches = diffJson(kept.account as unknown as Json, applied.value.account as unknown as Json)
    this.#kept.set(accountId, { ...kept, account: applied.value.account, revision, changedAt: this.#now() })
    this.announce('account.changed', { accountId, revision, patches, origin })
    this.#announceRows()
    const skipped = applied.value.skipped.map((skip) => ({ ...skip, by: 'Kim Adeyemi' }))
    return { ok: true, value: { revision, undo: applied.value.undo, skipped } } as const
  }

  /** Versions are numbers of revisions here. */
  #changedSince(accountId: string, version: string | null): ChangedSince {
    const kept = this.#kept.get(accountId)
    const now = kept?.account ?? readAccount({})
    const before = version === null ? undefined : this.#versions.get(`${accountId} ${version}`)
    const facts = compareAccounts(before ?? readAccount({}), now)
    this.#versions.set(`${accountId} ${kept?.revision ?? 0}`, now)
    return { version: String(kept?.revision ?? 0), isKnown: version === null || before !== undefined, ...sayFacts(now, facts, 100), facts }
  }

  #rows() {
    return [...this.#kept].map(([accountId, kept]) => accountRow(accountId, kept.account, kept.conflicts.length, kept.changedAt))
  }

  #collisions(accountId: string): readonly Collision[] {
    const kept = this.#kept.get(accountId)
    return (kept?.conflicts ?? []).map((conflict) => ({
      ...conflict,
      kind: 'values',
      where: upperFirst(sayPlace(kept?.account ?? readAccount({}), conflict)),
      values: conflict.values.map((written) => ({ ...written, words: sayValue(kept?.account ?? readAccount({}), conflict, written.value) })),
    }))
  }

  /** Every word somewhere, without forgiving a letter: main's search is another matter. */
  #find(text: string): readonly Found[] {
    const wanted = text.toLowerCase().split(/\s+/)
    return [...this.#kept].flatMap(([accountId, { account }]) =>
      wordsOfAccount(account)
        .filter(({ title, detail }) => wanted.every((word) => `${title} ${detail}`.toLowerCase().includes(word)))
        .map((words) => ({ ...words, accountId, accountName: account.profile.name, words: wanted })),
    )
  }

  #announceRows(): void {
    if (!this.#listeners.has('account.rows')) return
    this.announce('account.rows', { changed: this.#rows(), removed: [] })
  }

  #now(): string {
    return this.options.now?.() ?? '2026-11-21T14:02:00.000Z'
  }

  #newId(): string {
    this.#made += 1
    return this.options.newId?.() ?? fakeId(`made${this.#made}`)
  }

  #openWorkspace(workspace: WorkspaceInfo) {
    this.#workspace = workspace
    this.announce('workspace.changed', { workspace })
    return { ok: true, value: workspace } as const
  }

  readonly #handlers: CommandHandlers = {
    'app.start': async () => ({
      ok: true,
      value: {
        workspace: this.#workspace,
        problem: this.options.problem === undefined ? null : { kind: 'damaged', message: this.options.problem },
        settings: this.#settings,
        today: this.options.today ?? '2026-11-21',
        platform: 'linux',
        version: '0.1.0',
      },
    }),
    'workspace.openSample': async () => this.#openWorkspace({ ...fakeWorkspace, name: 'Sample', isSample: true }),
    'workspace.create': async ({ name }) => this.#openWorkspace({ ...fakeWorkspace, name }),
    'workspace.join': async () => this.#openWorkspace({ ...fakeWorkspace, name: 'North team', teamFolder: fakeFolder }),
    'workspace.list': async () => ({
      ok: true,
      value: this.options.workspaces ?? [
        { workspaceId: fakeWorkspace.workspaceId, name: this.#workspace?.name ?? 'North team', isOpen: this.#workspace !== null },
        { workspaceId: fakeId('sample'), name: 'Sample', isOpen: false },
      ],
    }),
    'workspace.open': async ({ workspaceId }) => this.#openWorkspace({ ...fakeWorkspace, workspaceId, name: 'Sample', isSample: true }),
    'folder.choose': async () => ({ ok: true, value: { token: 'folder-1', path: fakeFolder } }),
    'account.list': async () => ({ ok: true, value: { rows: this.#rows(), next: null } }),
    'account.progress': async () => ({ ok: true, value: { upToDate: this.#kept.size, total: this.#kept.size } }),
    'account.create': async ({ name }) => {
      const accountId = this.#newId()
      this.keep(accountId, readAccount({ profile: { name } }))
      return { ok: true, value: { accountId } }
    },
    'account.open': async ({ accountId }) => {
      const kept = this.#kept.get(accountId)
      if (!kept) return { ok: false, error: { kind: 'accountNotFound', message: 'This account is not on this laptop.' } }
      return { ok: true, value: { revision: kept.revision, snapshot: kept.account } }
    },
    'account.edit': async ({ accountId, edits }) => {
      if (this.#isHolding) await new Promise<void>((resolve) => this.#held.push(resolve))
      if (this.#editFailure) return { ok: false, error: this.#editFailure }
      return this.#apply(accountId, edits, 'here')
    },
    'account.conflicts': async ({ accountId }) => ({ ok: true, value: this.#collisions(accountId) }),
    'account.history': async ({ accountId }) => ({ ok: true, value: { rows: this.histories.get(accountId) ?? [], next: null } }),
    'account.changedSince': async ({ accountId, version }) => ({ ok: true, value: this.#changedSince(accountId, version) }),
    'account.inspectFile': async ({ file }) => this.accountFiles.get(file) ?? { ok: false, error: { kind: 'noSuchToken', message: 'This file was chosen before Plumbline was last started. Choose it again.' } },
    'account.mergeFile': async ({ file }) => {
      const preview = this.accountFiles.get(file)
      if (!preview?.ok) return { ok: false, error: { kind: 'noSuchToken', message: 'This file was chosen before Plumbline was last started. Choose it again.' } }
      const { accountId, kind, newChanges, collisions } = preview.value
      if (kind === 'new') this.keep(accountId, readAccount({ profile: { name: preview.value.name } }))
      return { ok: true, value: { accountId, isNew: kind === 'new', newChanges, collisions: collisions.length } }
    },
    'account.showFile': async () => ({ ok: true, value: undefined }),
    'account.exportRaw': async () => ({ ok: true, value: { token: 'raw-1', name: 'account.raw' } }),
    'brief.preview': async ({ accountId }) => ({ ok: true, value: { html: this.briefHtml(this.accountOf(accountId)), leftOut: 4 } }),
    'brief.export': async ({ accountId, comparisonId, format }) => {
      this.#apply(accountId, [{ kind: 'add', in: 'briefs', id: this.#newId(), fields: { comparison: comparisonId, format, savedAt: this.#now() }, before: null }], 'here')
      return { ok: true, value: { token: `brief-${format}`, name: `Brief.${format}` } }
    },
    'file.choose': async () => ({ ok: true, value: this.chosenFile }),
    'file.takeOpened': async () => ({ ok: true, value: null }),
    'buyer.show': async (wanted) => {
      this.#shown = wanted
      return { ok: true, value: undefined }
    },
    'buyer.view': async () => {
      const view = this.#shown && toBuyerView(this.accountOf(this.#shown.accountId), this.#shown.comparisonId)
      if (!view) return { ok: false, error: { kind: 'nothingShown', message: 'Nothing is shown at the moment.' } }
      return { ok: true, value: { view, today: this.options.today ?? '2026-11-21', theme: this.#settings.theme } }
    },
    'buyer.leave': async () => {
      this.#shown = null
      return { ok: true, value: undefined }
    },
    'file.show': async () => ({ ok: true, value: undefined }),
    'sync.status': async () => ({ ok: true, value: this.#sync }),
    'sync.now': async () => ({ ok: true, value: this.#sync }),
    'sync.health': async () => ({ ok: true, value: this.healthOf(this.#sync) }),
    'sync.publish': async () => {
      this.setSync({ kind: 'upToDate', lastSyncedAt: this.#now() })
      if (this.#workspace) this.#openWorkspace({ ...this.#workspace, teamFolder: fakeFolder })
      return { ok: true, value: this.#sync }
    },
    'sync.leave': async () => {
      this.setSync({ kind: 'noTeamFolder' })
      if (this.#workspace) this.#openWorkspace({ ...this.#workspace, teamFolder: null })
      return { ok: true, value: this.#sync }
    },
    'search.find': async ({ text, limit }) => this.answerSearch?.(text) ?? { ok: true, value: { found: this.#find(text).slice(0, limit), isComplete: true } },
    'intake.choose': async () => this.#unlessListFails(this.list),
    'intake.preview': async () => this.#unlessListFails(this.listPreview),
    'intake.take': async () => {
      await this.beforeTake()
      if (this.listFailure) return { ok: false, error: this.listFailure }
      const { created, extended, people, accounts } = this.listPreview
      for (const { name } of accounts.filter(({ kind }) => kind === 'new')) this.keep(this.#newId(), readAccount({ profile: { name } }))
      return { ok: true, value: { intakeId: fakeId('intake'), created, extended, people } }
    },
    'intake.undo': async () => ({ ok: true, value: { accounts: this.listPreview.created } }),
    'settings.change': async (change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Settings>
      this.#settings = { ...this.#settings, ...given }
      return { ok: true, value: this.#settings }
    },
    'link.open': async () => (this.opensLinks ? { ok: true, value: undefined } : { ok: false, error: { kind: 'noBrowser', message: 'No browser opened it.' } }),
    'log.bug': async () => ({ ok: true, value: undefined }),
  }

  opensLinks = true

  /** What `search.find` answers; null: what is in the accounts. */
  answerSearch: ((text: string) => Promise<CommandAnswer<'search.find'>>) | null = null

  /** What `intake.choose` answers, and what `intake.preview` makes of it. */
  list: ChosenList | null = null
  listPreview: IntakePreview = { created: 0, extended: 0, people: 0, accounts: [], problems: [], problemCount: 0 }

  /** Why no list is read or taken in; null: it is. */
  listFailure: CommandFailure<'intake.choose'> | null = null
  /** Taking a list in waits for it. */
  beforeTake: () => Promise<void> = () => Promise.resolve()

  #unlessListFails<T>(value: T) {
    return this.listFailure ? ({ ok: false, error: this.listFailure } as const) : ({ ok: true, value } as const)
  }

  /** What `sync.health` answers: a small team in which all is well. */
  healthOf: (status: SyncStatus) => SyncHealth = (status) => fakeHealth(status, this.#workspace)

  /** What `brief.preview` shows; the gallery puts the real page in. */
  briefHtml: (account: Account) => string = (account) => `<!doctype html><html lang="en"><title>Brief</title><h1>${account.profile.name}</h1></html>`
}

function fakeHealth(status: SyncStatus, workspace: WorkspaceInfo | null): SyncHealth {
  const stream = { holes: [], forks: [], brokenLinks: [], bytes: 40_960 }
  return {
    status,
    remote: workspace?.teamFolder ? { kind: 'folder', place: workspace.teamFolder, spaceId: workspace.workspaceId, teamName: workspace.name } : null,
    isWatching: true,
    idChanges: 0,
    devices: [
      { ...stream, deviceId: fakeId('robin'), isThisLaptop: true, memberName: 'Robin Voss', lastSeenAt: '2026-11-21T14:02:00.000Z', watermark: 12, newest: 12, packs: 12, hasOurs: null },
      { ...stream, deviceId: fakeId('kim'), isThisLaptop: false, memberName: 'Kim Adeyemi', lastSeenAt: '2026-11-21T13:40:00.000Z', watermark: 7, newest: 7, packs: 7, hasOurs: true },
    ],
    damaged: [],
    setAside: [],
    sizes: { accounts: 3, packs: 19, bytes: 81_920, editsNotInPacks: 0 },
    rounds: [{ at: '2026-11-21T14:02:00.000Z', cause: 'poll', tookMs: 12, sent: 0, received: 0, problem: null }],
  }
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const fakeFolder = '/home/robin/Shared/North team'

export const fakeWorkspace: WorkspaceInfo = {
  workspaceId: fakeId('workspace'),
  name: 'North team',
  isSample: false,
  accountFolder: '/home/robin/Documents/Plumbline/north-team',
  teamFolder: null,
}

/** A readable id: the word, filled up to 26 characters of the id alphabet. */
export function fakeId(word: string): string {
  return word
    .toLowerCase()
    .replace(/0/g, 'o')
    .replace(/1/g, 'l')
    .replace(/[^a-z2-7]/g, 'x')
    .padEnd(26, 'a')
    .slice(0, 26)
}
