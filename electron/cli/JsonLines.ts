import type { Writable } from 'node:stream'

/** Writes one JSON object per line and knows when nobody reads any more. */
export class JsonLines {
  private isOpen = true

  constructor(private readonly stream: Writable) {
    stream.on('error', (error) => {
      this.isOpen = false
      // The reader has gone, as `| head` does; everything else is a bug or a broken machine.
      if (!('code' in error) || error.code !== 'EPIPE') throw error
    })
  }

  get hasReader(): boolean {
    return this.isOpen
  }

  /** Answers when the line has been handed over; false where nobody reads it. */
  write(line: object): Promise<boolean> {
    if (!this.isOpen) return Promise.resolve(false)
    return new Promise((resolve) => {
      this.stream.write(`${JSON.stringify(line)}\n`, (error) => resolve(!error))
    })
  }
}
