/** Calls at once, and again after a pause if it was asked for meanwhile: a burst becomes two calls and none is lost. */
export function atMostEvery(milliseconds: number, run: () => void): { readonly call: () => void; readonly stop: () => void } {
  let timer: NodeJS.Timeout | null = null
  let isWanted = false
  const call = (): void => {
    if (timer !== null) {
      isWanted = true
      return
    }
    timer = setTimeout(() => {
      timer = null
      if (!isWanted) return
      isWanted = false
      call()
    }, milliseconds)
    run()
  }
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    isWanted = false
  }
  return { call, stop }
}
