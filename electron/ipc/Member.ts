import { err, type Result } from '#shared/base/Result'
import type { CommandAnswer, CommandInput, Failure } from '#shared/ipc/contract'
import { diskFailure } from '../accounts/accountFailures'
import type { SettingsService } from '../settings/SettingsService'
import type { Workspaces } from '../workspace/Workspaces'

/** Keeps the name in the settings and the name under which edits are written the same. */
export class Member {
  constructor(
    private readonly settings: SettingsService,
    private readonly workspaces: Workspaces,
  ) {}

  async change(change: CommandInput<'settings.change'>): Promise<CommandAnswer<'settings.change'>> {
    const renamed = change.memberName === undefined ? null : await this.workspaces.renameMember(change.memberName)
    const changed = renamed?.ok === false ? renamed : await this.settings.change(change)
    return changed.ok ? changed : err(diskFailure(changed.error, 'Your settings could not be saved'))
  }

  /** The first thing that is written in a workspace should bear the right name. */
  async namedBefore<T, F>(memberName: string, work: () => Promise<Result<T, F>>): Promise<Result<T, F | Failure<'diskFull' | 'readOnly' | 'noAccess' | 'diskError'>>> {
    const named = await this.change({ memberName })
    return named.ok ? work() : named
  }
}
