/** Small letters without accents, for finding: "Île" is found by "ile". */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
