// The one place where scripts write to the terminal.

const MEGABYTE = 1_000_000

export function megabytes(bytes) {
  if (bytes < MEGABYTE / 10) return `${Math.ceil(bytes / 1000)} kB`
  return `${(bytes / MEGABYTE).toFixed(bytes < 10 * MEGABYTE ? 1 : 0)} MB`
}

export function seconds(milliseconds) {
  const whole = milliseconds / 1000
  if (whole < 60) return `${whole.toFixed(1)} s`
  return `${Math.floor(whole / 60)} min ${Math.round(whole % 60)} s`
}

/** `done` of `total` bytes in words; the total may be unknown. */
export function portion(done, total) {
  if (!total) return megabytes(done)
  const percent = Math.min(100, Math.floor((done / total) * 100))
  return `${megabytes(done)} of ${megabytes(total)} (${percent} %)`
}

export function createLog(stream = process.stdout) {
  return {
    line: (text) => void stream.write(`${text}\n`),
    heading: (text) => void stream.write(`\n== ${text}\n`),
    /**
     * Reports a slow job: on a terminal every change on one line, in a recorded log
     * (where a carriage return would be noise) a line at most every five seconds.
     */
    progress: (what) => createProgress(stream, what),
  }
}

function createProgress(stream, what) {
  const interval = stream.isTTY ? 150 : 5_000
  let written = Date.now()
  let shown = false
  let ended = false
  return {
    update(text) {
      if (ended || Date.now() - written < interval) return
      written = Date.now()
      shown = true
      stream.write(stream.isTTY ? `\r\u001b[K${what}: ${text}` : `${what}: ${text}\n`)
    },
    end(text) {
      ended = true
      const clear = stream.isTTY && shown ? '\r\u001b[K' : ''
      stream.write(`${clear}${what}: ${text}\n`)
    },
  }
}
