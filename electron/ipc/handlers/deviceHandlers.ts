import { ok } from '#shared/base/Result'
import { logToken, type Log } from '../../platform/Log'
import type { HandlersFor } from '../HandlersFor'
import type { Member } from '../Member'

export const createDeviceHandlers = (member: Member, log: Log): HandlersFor<'settings' | 'log'> => ({
  'settings.change': (change) => member.change(change),
  'log.bug': async ({ where, name }) => ok(log.error('window.bug', { where: logToken(where), name: logToken(name) })),
})
