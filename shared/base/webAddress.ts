/** Node and the window both have it; the types that this folder is checked with do not. */
declare const URL: {
  canParse(text: string): boolean
  new (text: string): { readonly protocol: string; readonly username: string; readonly password: string; readonly host: string; readonly href: string }
}

/** Longer than this no honest link is; mail programs get into trouble earlier. */
export const longestAddress = 2_000

export interface WebAddress {
  /** The address in its normal form. */
  readonly href: string
  /** Where it leads, as it can be told apart from a look-alike: letters of other scripts are spelled out. */
  readonly host: string
}

/**
 * The address of a page of the web, or null. Any other scheme could start a program on this laptop with text that
 * somebody else wrote, and a name before the host hides where an address leads.
 */
export function webAddress(text: string): WebAddress | null {
  const trimmed = text.trim()
  if (trimmed.length > longestAddress || !URL.canParse(trimmed)) return null
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  if (url.username !== '' || url.password !== '') return null
  return { href: url.href, host: url.host }
}
