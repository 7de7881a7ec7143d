/** The number that was typed, with or without commas between thousands; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/,(?=\d{3}(?!\d))/g, '')
  return plain === '' || !Number.isFinite(Number(plain)) ? null : Number(plain)
}
