import { dirname, join } from 'node:path'
import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import { err, ok, type Result } from '#shared/base/Result'
import { unreachable } from '#shared/base/unreachable'
import type { Account } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import { toBuyerView } from '#shared/domain/redaction/toBuyerView'
import type { BuyerView } from '#shared/domain/redaction/BuyerView'
import { whatStaysInternal } from '#shared/domain/redaction/whatStaysInternal'
import type { CommandFailure, CommandInput } from '#shared/ipc/contract'
import { briefHtml } from '#shared/text/brief/briefHtml'
import { accountNotFound, diskFailure } from '../accounts/accountFailures'
import type { Disk } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import { briefFileName } from './briefFileName'
import type { PdfPrinter } from './PdfPrinter'

type Format = CommandInput<'brief.export'>['format']
type Wanted = CommandInput<'brief.preview'>

export interface BriefParts {
  readonly snapshot: (accountId: string) => Promise<Result<Account, CommandFailure<'brief.preview'>>>
  readonly printer: Pick<PdfPrinter, 'print'>
  /** Asks the member where the file goes, with a proposal; null where they cancel. */
  readonly chooseSavePlace: (question: { readonly title: string; readonly proposal: string; readonly kind: { readonly name: string; readonly extension: string } }) => Promise<string | null>
  readonly disk: Disk
  readonly clock: Clock
  /** Notes in the account that the buyer was given this file. */
  readonly record: (accountId: string, edits: readonly Edit[]) => Promise<unknown>
  readonly ids: Ids
  /** Where the first proposal lies. */
  readonly folder: string
}

interface Brief {
  readonly view: BuyerView
  readonly html: string
  readonly leftOut: number
}

/** Owns the way from an account to a page for the buyer. Whatever leaves here has passed the redaction. */
export class BriefService {
  #lastFolder: string

  constructor(private readonly parts: BriefParts) {
    this.#lastFolder = parts.folder
  }

  async preview(wanted: Wanted): Promise<Result<{ readonly html: string; readonly leftOut: number }, CommandFailure<'brief.preview'>>> {
    const brief = await this.#make(wanted)
    return brief.ok ? ok({ html: brief.value.html, leftOut: brief.value.leftOut }) : brief
  }

  /** Answers the path of the written file, or null where the member cancelled. */
  async export({ format, ...wanted }: CommandInput<'brief.export'>): Promise<Result<string | null, CommandFailure<'brief.export'>>> {
    const brief = await this.#make(wanted)
    if (!brief.ok) return brief
    const { view, html } = brief.value
    const name = briefFileName(view.profile.name, view.comparison.title, this.parts.clock.today(), format)
    const path = await this.parts.chooseSavePlace({ title: 'Save the brief', proposal: join(this.#lastFolder, name), kind: kinds[format] })
    if (path === null) return ok(null)
    const bytes = await this.#bytes(html, format)
    if (!bytes.ok) return err({ kind: 'notPrinted', message: 'The PDF could not be made. Nothing was written. Save the brief as a web page instead; any browser prints it.' })
    const written = await replaceFile(this.parts.disk, path, bytes.value)
    if (!written.ok) return err(diskFailure(written.error, 'The brief could not be written'))
    this.#lastFolder = dirname(path)
    // The file is there whatever becomes of the note about it; a disk that refuses says so at the next edit.
    await this.parts.record(wanted.accountId, this.#entry(wanted.comparisonId, view, format))
    return ok(path)
  }

  #entry(comparison: string, view: BuyerView, format: Format): readonly Edit[] {
    const { clock, ids } = this.parts
    return [{ kind: 'add', in: 'briefs', id: ids.next(), fields: { title: view.comparison.title, comparison, format, savedAt: clock.now() }, before: null }]
  }

  async #make({ accountId, comparisonId }: Wanted): Promise<Result<Brief, CommandFailure<'brief.preview'>>> {
    const account = await this.parts.snapshot(accountId)
    if (!account.ok) return account
    const view = toBuyerView(account.value, comparisonId)
    if (view === null) return err({ ...accountNotFound, message: 'This comparison is no longer in the account.' })
    const leftOut = whatStaysInternal(account.value, comparisonId).length
    return ok({ view, html: briefHtml(view, this.parts.clock.today()), leftOut })
  }

  async #bytes(html: string, format: Format): Promise<Result<Uint8Array, unknown>> {
    switch (format) {
      case 'html':
        return ok(new TextEncoder().encode(html))
      case 'pdf':
        return this.parts.printer.print(html)
      default:
        return unreachable(format)
    }
  }
}

const kinds: { readonly [F in Format]: { readonly name: string; readonly extension: F } } = {
  pdf: { name: 'PDF document', extension: 'pdf' },
  html: { name: 'Web page', extension: 'html' },
}
