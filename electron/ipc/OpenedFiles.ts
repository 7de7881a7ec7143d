/** Files that the member opened in the file manager: the one the app was started with waits until the window asks for it. */
export class OpenedFiles {
  #waiting: string | null = null
  #hasAsked = false

  constructor(private readonly announce: (path: string) => void) {}

  open(path: string): void {
    if (this.#hasAsked) this.announce(path)
    else this.#waiting = path
  }

  /** The window is there and listens from now on. */
  take(): string | null {
    const path = this.#waiting
    this.#waiting = null
    this.#hasAsked = true
    return path
  }
}
