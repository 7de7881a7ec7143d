/** One figure that is not what it should be. */
export interface Mismatch {
  readonly place: string
  readonly expected: unknown
  readonly actual: unknown
}

/** Compares nested lists and records of numbers, texts and nulls; numbers may differ by the tolerance. */
export function compareFigures(expected: unknown, actual: unknown, tolerance: number, place = ''): readonly Mismatch[] {
  if (typeof expected === 'number') {
    // The printed figures end where their last digit ends; the noise of a subtraction must not decide.
    const isSame = typeof actual === 'number' && Math.abs(actual - expected) <= tolerance + 1e-12
    return isSame ? [] : [{ place, expected, actual }]
  }
  if (typeof expected !== 'object' || expected === null) return expected === actual ? [] : [{ place, expected, actual }]
  if (typeof actual !== 'object' || actual === null || Array.isArray(expected) !== Array.isArray(actual)) return [{ place, expected, actual }]
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
  return [...names].flatMap((name) =>
    compareFigures(expected[name as keyof typeof expected] as unknown, actual[name as keyof typeof actual] as unknown, tolerance, `${place}.${name}`),
  )
}

/** Every figure with one of its leaves moved: numbers by more than the tolerance, other leaves to something else. */
export function movedFigures(figure: unknown, tolerance: number): readonly unknown[] {
  if (typeof figure === 'number') return [figure + Math.max(3 * tolerance, 1e-9), figure - Math.max(3 * tolerance, 1e-9)]
  if (Array.isArray(figure)) {
    const list: readonly unknown[] = figure
    return list.flatMap((item, index) => movedFigures(item, tolerance).map((moved) => list.map((kept, place) => (place === index ? moved : kept))))
  }
  if (typeof figure === 'object' && figure !== null) {
    return Object.entries(figure).flatMap(([name, item]) => movedFigures(item, tolerance).map((moved) => ({ ...figure, [name]: moved })))
  }
  return [typeof figure === 'boolean' ? !figure : figure === null ? 0.5 : `not ${JSON.stringify(figure)}`]
}
