/** Marks that turn the reading direction: with them a name could be made to read as another one. */
const directionMarks = /[\u202a-\u202e\u2066-\u2069]/g
const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g

const entities: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Any text as HTML that shows exactly this text, in an element or between quotation marks of an attribute. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(directionMarks, '')
    .replace(controlCharacters, '')
    .replace(/[&<>"']/g, (character) => entities[character] ?? '')
}

/** The address as it may stand in a link: only the web's own, so that no address can run anything; else null. */
export function webAddress(text: string): string | null {
  const address = text.trim()
  return /^https?:\/\/[^\s/"'<>\\^`{|}]+[^\s"'<>\\^`{|}]*$/i.test(address) && address.length <= 2_000 ? address : null
}
