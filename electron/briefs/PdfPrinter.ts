import type { PrintToPDFOptions } from 'electron'
import { err, ok, type Result } from '#shared/base/Result'
import { logToken, type Log } from '../platform/Log'

/** Lays out a page that nobody sees and answers the PDF. */
export type PrintPage = (html: string, options: PrintToPDFOptions) => Promise<Uint8Array>

/** Turns a brief's page into a PDF that a screen reader can follow: tagged, with an outline, pages numbered. */
export class PdfPrinter {
  constructor(
    private readonly printPage: PrintPage,
    private readonly log: Log,
  ) {}

  async print(html: string): Promise<Result<Uint8Array, { readonly kind: 'notPrinted' }>> {
    try {
      return ok(await this.printPage(html, options))
    } catch (error) {
      // Not ours: the engine ran out of memory, or the laptop has no font at all. The member can take the page instead.
      this.log.error('brief.notPrinted', { error: logToken(error instanceof Error ? error.name : 'thrown') })
      return err({ kind: 'notPrinted' })
    }
  }
}

/** Repeated on each page, inside the margin that the page itself sets. */
const footer = `<div style="width:100%;margin:0 15mm;font:7pt sans-serif;color:#546070;text-align:right"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`

const options: PrintToPDFOptions = {
  pageSize: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate: footer,
}
