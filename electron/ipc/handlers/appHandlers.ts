import { ok } from '#shared/base/Result'
import type { Clock } from '#shared/base/Clock'
import type { StartInfo } from '#shared/ipc/contract'
import type { SettingsService } from '../../settings/SettingsService'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { HandlersFor } from '../HandlersFor'

export interface AppHandlerParts extends Pick<StartInfo, 'platform' | 'version'> {
  readonly current: CurrentWorkspace
  readonly settings: SettingsService
  readonly clock: Clock
}

export const createAppHandlers = ({ current, settings, clock, platform, version }: AppHandlerParts): HandlersFor<'app'> => ({
  'app.start': async () => ok({ ...(await current.started()), settings: settings.current(), today: clock.today(), platform, version }),
})
