/** A WebAssembly trap (out of memory, unreachable code): the module cannot be trusted after it. */
export function isTrap(error: unknown): boolean {
  return error instanceof Error && error.name === 'RuntimeError'
}
