export interface Progress {
  update(text: string): void
  end(text: string): void
}

export interface Log {
  line(text: string): void
  heading(text: string): void
  progress(what: string): Progress
}

export function createLog(stream?: NodeJS.WritableStream): Log
export function megabytes(bytes: number): string
export function seconds(milliseconds: number): string
export function portion(done: number, total: number | null): string
