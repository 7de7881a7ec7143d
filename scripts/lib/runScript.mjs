import { ExplainedError } from './ExplainedError.mjs'

/**
 * Runs the body of a script and ends the process with its answer (an exit code, or nothing for 0).
 * What a person has to see to is told in words; anything else is a bug and shows where it happened.
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body(process.argv.slice(2))) ?? 0
  } catch (error) {
    const text = error instanceof ExplainedError ? `${error.message}\nNext step: ${error.next}` : (error?.stack ?? String(error))
    process.stderr.write(`\n${text}\n`)
    process.exitCode = 1
  }
}
