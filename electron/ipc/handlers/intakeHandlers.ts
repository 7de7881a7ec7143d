import { basename } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import { guessMapping, type IntakeTable } from '#shared/domain/intake/intakeTable'
import type { CommandFailure, Failure } from '#shared/ipc/contract'
import { diskFailure } from '../../accounts/accountFailures'
import { previewIntake, type IntakeService } from '../../intake/IntakeService'
import { longestListBytes, readList } from '../../intake/readList'
import type { Disk } from '../../platform/Disk'
import type { Dialogs } from '../../windows/Dialogs'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'

export interface IntakeHandlerParts {
  readonly current: CurrentWorkspace
  readonly dialogs: Dialogs
  readonly tokens: FileTokens
  readonly disk: Disk
  readonly intake: IntakeService
}

const noLongerChosen: Failure<'noSuchToken'> = { kind: 'noSuchToken', message: 'This list was chosen before Plumbline was last started. Choose it again.' }
const noLongerKnown: Failure<'noSuchToken'> = { kind: 'noSuchToken', message: 'This list was taken in before Plumbline was last started. Take single accounts off the list instead.' }
const shownLines = 5

export const createIntakeHandlers = ({ current, dialogs, tokens, disk, intake }: IntakeHandlerParts): HandlersFor<'intake'> => {
  /** Read anew each time: the file is the member's and may have been corrected meanwhile. */
  const read = async (token: string): Promise<Result<IntakeTable, CommandFailure<'intake.choose'>>> => {
    const path = tokens.path('file', token)
    if (path === null) return err(noLongerChosen)
    const bytes = await disk.readRange(path, 0, longestListBytes + 1)
    return bytes.ok ? readList(bytes.value) : err(diskFailure(bytes.error, `The list ${basename(path)} could not be read`))
  }
  return {
    'intake.choose': async () => {
      const path = await dialogs.chooseList()
      if (path === null) return ok(null)
      const { token, name } = tokens.forFile(path)
      const table = await read(token)
      if (!table.ok) return table
      const { columns, lines } = table.value
      return ok({ list: token, fileName: name, columns, firstLines: lines.slice(0, shownLines), lines: lines.length, mapping: guessMapping(columns) })
    },
    'intake.preview': ({ list, mapping }) =>
      current.withAccounts(async (accounts) => {
        const table = await read(list)
        return table.ok ? ok(previewIntake(table.value, mapping, accounts)) : table
      }),
    'intake.take': ({ list, mapping }) =>
      current.withAccounts(async (accounts) => {
        const table = await read(list)
        return table.ok ? intake.take(table.value, mapping, accounts) : table
      }),
    'intake.undo': ({ intakeId }) =>
      current.withAccounts(async (accounts) => {
        const undone = await intake.undo(intakeId, accounts)
        if (undone === null) return err(noLongerKnown)
        return undone.ok ? ok({ accounts: undone.value }) : undone
      }),
  }
}
