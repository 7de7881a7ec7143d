export interface Message {
  readonly title: string
  /** What happened, what is safe, what to do: one sentence each. */
  readonly sentences: readonly string[]
  readonly link: { readonly text: string; readonly address: string } | null
}

/** A page without script for the moments when the window's own page cannot speak. */
export function messagePage({ title, sentences, link }: Message): string {
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')
  const action = link === null ? '' : `<p><a href="${escapeHtml(link.address)}">${escapeHtml(link.text)}</a></p>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plumbline</title><style>${style}</style></head><body><main><h1>${escapeHtml(title)}</h1>${paragraphs}${action}</main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** The colours of the renderer's tokens: canvas, text, accent. */
const style = `:root{color-scheme:light dark}
body{margin:0;display:grid;place-items:center;min-height:100vh;font:16px/24px system-ui,sans-serif;background:light-dark(#F6F7F9,#12161B);color:light-dark(#1B2430,#E8ECF1)}
main{max-width:34rem;padding:2rem}h1{font-size:1.5rem;line-height:2rem;font-weight:600}
a{display:inline-block;padding:.5rem 1rem;border-radius:6px;background:light-dark(#0B5CAD,#7AB8FF);color:light-dark(#FFFFFF,#0B1A2B);text-decoration:none}
a:focus-visible{outline:2px solid light-dark(#0B5CAD,#7AB8FF);outline-offset:2px}`
