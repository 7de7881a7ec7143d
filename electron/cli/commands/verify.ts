import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

/** One line per problem, then one that sums up. What only waits for a colleague's pack is told and is no problem. */
export async function verify({ output, say }: CommandContext, { vault, accounts }: OpenWorkspace): Promise<ExitCode> {
  const met = vault.notices()
  const stored = await vault.verify()
  if (!stored.ok) {
    say(`The workspace could not be read back: ${stored.error.kind}.`)
    return exitCodes.wrong
  }
  const { problems: damages, ...storedCounts } = stored.value
  const { problems: differences, ...accountCounts } = await accounts.verify()
  const found = [...unique([...met, ...damages]).map((problem) => ({ part: 'vault', ...problem })), ...differences.map((problem) => ({ part: 'accounts', ...problem }))]
  for (const problem of found) await output.write(problem)
  const wrong = found.filter((problem) => problem.kind !== 'waiting').length
  await output.write({ ok: wrong === 0, problems: wrong, ...storedCounts, ...accountCounts })
  if (wrong > 0) say(wrong === 1 ? 'One thing is wrong.' : `${wrong} things are wrong.`)
  return wrong === 0 ? exitCodes.done : exitCodes.wrong
}

/** Opening and reading back may meet the same damage. */
function unique<T extends object>(problems: readonly T[]): readonly T[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}
