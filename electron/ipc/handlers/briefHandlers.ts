import { ok } from '#shared/base/Result'
import type { BriefService } from '../../briefs/BriefService'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'

export const createBriefHandlers = (briefs: BriefService, tokens: FileTokens): HandlersFor<'brief'> => ({
  'brief.preview': (wanted) => briefs.preview(wanted),
  'brief.export': async (wanted) => {
    const path = await briefs.export(wanted)
    return path.ok ? ok(path.value === null ? null : tokens.forFile(path.value)) : path
  },
})
