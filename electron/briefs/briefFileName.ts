/** A proposal for the name of an exported brief that every file system takes: `Fabrikam - Warehouse - 2026-11-21.pdf`. */
export function briefFileName(accountName: string, title: string, today: string, extension: string): string {
  const parts = [accountName, title].map(asNamePart).filter((part) => part !== '')
  return `${[...(parts.length === 0 ? ['Brief'] : parts), today].join(' - ')}.${extension}`
}

/** In bytes: a name may have 255 of them, whatever the script. */
const longestPart = 110

function asNamePart(text: string): string {
  const plain = text.replace(forbidden, ' ').replace(/\s+/g, ' ').trim()
  // A name that ends in a dot, or begins with one, is changed or hidden by some systems.
  return shortened(plain).replace(/^[.\s]+|[.\s]+$/g, '')
}

function shortened(text: string): string {
  const characters = [...text]
  while (new TextEncoder().encode(characters.join('')).length > longestPart) characters.pop()
  return characters.join('')
}

/** Separators of paths, what Windows refuses, and characters that cannot be seen or turn the reading direction. */
const forbidden = /[/\\:*?"<>|\p{C}]/gu
