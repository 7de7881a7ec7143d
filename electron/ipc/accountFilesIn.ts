import { resolve } from 'node:path'

/** The account files among the words of a command line, as a file manager gives them. `folder` is where it was given. */
export function accountFilesIn(words: readonly string[], folder: string): readonly string[] {
  return words
    .slice(1)
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.account'))
    .map((word) => resolve(folder, word))
}
