import type { BriefCell, BriefColumn, BriefContent, BriefItem, BriefRow, BriefSection, BriefSourceGroup, BriefSources, BriefTable } from './BriefContent'
import { briefStyle, briefStyleHash } from './briefStyle'
import { escapeHtml as text, webAddress } from './escapeHtml'

/**
 * A brief as one HTML page that needs nothing else: no script, no picture, no font, no address that is
 * fetched. The same page is the preview, the exported file and what is printed to PDF. Every text is
 * escaped; only http and https addresses become links.
 */
export function renderBriefHtml(brief: BriefContent): string {
  return `<!doctype html>
<html lang="${text(brief.language)}"${isShort(brief) ? ' class="roomy"' : ''}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${briefStyleHash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(brief.title)}</title>
<style>${briefStyle}</style>
</head>
<body>
${hatch}
${brief.watermark === null ? '' : watermark(brief.watermark)}
<header class="top"><span>${text(brief.preparedFor)}</span><span>${text(brief.asOf)}</span></header>
<main>
${brief.banner === null ? '' : `<p class="banner" role="note">${text(brief.banner)}</p>`}
<h1>${text(brief.question)}</h1>
<div class="answer"><strong>${text(brief.answer)}</strong>${brief.answerDetails.map((detail) => `<p>${text(detail)}</p>`).join('')}</div>
${sectionsOf('sections lead', brief.lead)}
${table(brief.table)}
<div class="notes">${brief.tableNotes.map((note) => `<p>${text(note)}</p>`).join('')}</div>
${sectionsOf('sections', brief.sections)}
${brief.sources === null ? '' : sources(brief.sources)}
</main>
<footer>${brief.footer.map((line) => `<p>${text(line)}</p>`).join('')}</footer>
</body>
</html>
`
}

/** A brief this short leaves half the page empty; it is set in larger type instead. */
const shortBelow = 5_500

function isShort(brief: BriefContent): boolean {
  return JSON.stringify(brief).length < shortBelow
}

/** Slanted lines for what is not known: they stay visible where colours and backgrounds do not. */
const hatch =
  '<svg class="defs" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V4" stroke="#76818f" stroke-width="1.4"/></pattern></defs></svg>'

/** Along a slanted line and not turned: a turned text loses its slant where it is repeated on a second page. */
function watermark(word: string): string {
  return `<svg class="watermark" viewBox="0 0 210 297" preserveAspectRatio="xMidYMid meet" aria-hidden="true" focusable="false"><defs><path id="slant" d="M36 262L186 62"/></defs><text font-size="44" font-weight="700" fill="none" stroke="#d0d6dd" stroke-width="0.4"><textPath href="#slant" startOffset="50%" text-anchor="middle">${text(word)}</textPath></text></svg>`
}

function table(content: BriefTable): string {
  const columns = content.groups.flatMap((group, at) => group.columns.map((column, index) => ({ column, edge: index > 0 || at === 0 ? '' : group.isOut ? 'out' : 'starts' })))
  if (content.rows.length === 0 || columns.length === 0) return content.empty === '' ? '' : `<p class="notes">${text(content.empty)}</p>`
  const groups = content.groups
    .map((group, at) => `<th scope="colgroup"${classes('group', at > 0 && (group.isOut ? 'out' : 'starts'))} colspan="${group.columns.length}">${text(group.label)}</th>`)
    .join('')
  const names = columns.map(({ column, edge }) => `<th scope="col"${classes(column.isFirst && 'first', edge)}>${columnHead(column)}</th>`).join('')
  return `<div class="scroll" role="region" aria-labelledby="comparison" tabindex="0"><table><caption id="comparison">${text(content.caption)}</caption>
<colgroup><col class="criterion">${columns.map(() => '<col>').join('')}</colgroup>
<thead><tr class="groups"><td></td>${groups}</tr><tr class="names"><th scope="col" class="corner">${text(content.corner)}</th>${names}</tr></thead>
<tbody>
${content.rows.map((row) => tableRow(row, columns.map(({ edge }) => edge))).join('\n')}
</tbody></table></div>`
}

function columnHead({ name, version, standing, details }: BriefColumn): string {
  const small = (words: string): string => (words === '' ? '' : `<span class="detail">${text(words)}</span>`)
  return `<span class="name">${text(name)}</span>${small(version)}<span class="standing">${text(standing)}</span>${details.map(small).join('')}`
}

function tableRow(row: BriefRow, edges: readonly string[]): string {
  const head = `<th scope="row"><span class="share">${text(row.share)}</span><span class="label">${text(row.name)}</span>${row.question === '' ? '' : `<span class="ask">${text(row.question)}</span>`}${
    row.mustHave === null ? '' : `<span class="must">${text(row.mustHave)}</span>`
  }</th>`
  return `<tr>${head}${row.cells.map((cell, index) => tableCell(cell, edges[index] ?? '')).join('')}</tr>`
}

function tableCell(cell: BriefCell, edge: string): string {
  const best = cell.best === null ? '' : `<span aria-hidden="true">\u25b2 </span><span class="hidden">${text(cell.best)}: </span>`
  const notes = cell.notes.length === 0 ? '' : `<sup>${cell.notes.map(String).join(', ')}</sup>`
  const remarks = cell.remarks === '' ? '' : `<span class="remark${cell.fails ? ' fails' : ''}">${text(cell.remarks)}</span>`
  return `<td${classes(!cell.isKnown && 'unknown', edge)}>${best}<span class="value">${text(cell.value)}</span>${notes}${bar(cell.bar)}${remarks}</td>`
}

/** Solid up to what it is at least, outlined up to what it can be at most; hatched where nothing is known. */
function bar(span: BriefCell['bar']): string {
  const open = '<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
  if (span === 'none') return ''
  if (span === 'unknown') return `${open}<rect x="0" y="0" width="100" height="6" fill="url(#hatch)"/></svg>`
  const low = percent(span.low)
  const high = percent(span.high)
  const uncertain = high > low ? `<rect x="${low}" y="0.6" width="${Number((high - low).toFixed(1))}" height="4.8" fill="url(#hatch)" stroke="#0b5cad" stroke-width="0.8"/>` : ''
  return `${open}<path d="M0 5.6H100" stroke="#d5dae1" stroke-width="0.8"/><rect x="0" y="0" width="${low}" height="6" fill="#0b5cad"/>${uncertain}</svg>`
}

function percent(share: number): number {
  return Number((Math.min(1, Math.max(0, share)) * 100).toFixed(1))
}

function sectionsOf(names: string, sections: readonly BriefSection[]): string {
  return sections.length === 0 ? '' : `<div class="${names}">\n${sections.map(section).join('\n')}\n</div>`
}

function section({ heading, kind, items }: BriefSection): string {
  return `<section class="${kind}"><h2>${text(heading)}</h2>${sectionBody(kind, items)}</section>`
}

function sectionBody(kind: BriefSection['kind'], items: readonly BriefItem[]): string {
  switch (kind) {
    case 'points':
    case 'terms':
    case 'small':
      return `<ul>${items.map((item) => `<li>${itemText(item)}</li>`).join(' ')}</ul>`
    case 'quotes':
      return items.map((item) => `<blockquote>\u201c${text(item.text)}\u201d${item.term === undefined ? '' : ` <cite>${text(item.term)}</cite>`}</blockquote>`).join('')
    case 'prose':
      return items.map((item) => `<p>${itemText(item)}</p>`).join('')
  }
}

function itemText({ term, text: words }: BriefItem): string {
  return term === undefined ? text(words) : `<b>${text(term)}</b> ${text(words)}`
}

function sources({ heading, groups, none }: BriefSources): string {
  return `<section class="sources"><h2>${text(heading)}</h2>${groups.length === 0 ? `<p>${text(none)}</p>` : groups.map(source).join('')}</section>`
}

function source({ title, address, kindAndDate, notes }: BriefSourceGroup): string {
  const link = webAddress(address)
  const place = address === '' ? '' : link === null ? ` ${text(address)}` : ` <a href="${text(link)}" rel="noopener noreferrer">${text(link)}</a>`
  return `<div class="source"><span class="title">${text(title)}</span> ${text(kindAndDate)}${place}: <ol>${notes
    .map((note) => `<li value="${note.number}"><span class="number">${note.number}</span> ${text(note.text)}</li>`)
    .join(' ')}</ol></div>`
}

function classes(...names: readonly (string | false)[]): string {
  const given = names.filter((name) => name !== false && name !== '')
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`
}
