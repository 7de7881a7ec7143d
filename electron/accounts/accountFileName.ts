const slugLimit = 40
const shortIdLength = 6

/** `hollenbach-feinkost-k3x9ab.account`; with the whole id where another account has that name already. */
export function accountFileName(name: string, accountId: string, idLength = shortIdLength): string {
  return `${slug(name) || 'account'}-${accountId.slice(0, idLength)}.account`
}

/**
 * A name as part of a file name on any system: letters and digits of any script, the rest as single
 * hyphens, at most 40 characters; empty where nothing is left. Never reserved on Windows once something follows it.
 */
export function slug(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  return Array.from(words.replace(/^-/, '')).slice(0, slugLimit).join('').replace(/-$/, '')
}
