import { renderBriefHtml } from '../../domain/brief/renderBriefHtml'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import { briefContent } from './briefContent'

/** The brief of a buyer's view as one page of HTML: for the preview, the exported file and the printer. */
export function briefHtml(view: BuyerView, today: string): string {
  return renderBriefHtml(briefContent(view, today))
}
