/**
 * Reads what a spreadsheet puts on the clipboard: lines of cells parted by tabs, a cell in quotation
 * marks where it holds a line break, a tab or a quotation mark (written twice).
 */
export function readCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  // Each match is one cell and what ends it: a tab, a line break or the end of the text.
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\t') continue
    rows.push(row)
    row = []
    // Spreadsheets end the last line as well; nothing comes after it.
    if (match[3] === '' || match.index + match[0].length === text.length) break
  }
  return rows
}

/** The same way back: cells as a spreadsheet takes them. */
export function writeCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n')
}
