import fuses from '@electron/fuses'
import { ExplainedError } from './ExplainedError.mjs'

// The package is CommonJS, whose names Node cannot import one by one.
const { FuseV1Options, getCurrentFuseWire } = fuses

/** How a fuse stands in the program: the digits 0 and 1 as text. */
const [OFF, ON] = [48, 49]

/** What an installed app must refuse or insist on: no Node in disguise, no debugger, only its own archive. */
const WANTED = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

/** Reads the fuses of the packaged program back from its bytes. */
export async function readFuses(program, log) {
  const wire = await getCurrentFuseWire(program)
  const wrong = Object.entries(WANTED).filter(([name, wanted]) => wire[FuseV1Options[name]] !== (wanted ? ON : OFF))
  if (wrong.length > 0) throw new ExplainedError(`Fuses of ${program} are not as wanted: ${wrong.map(([name]) => name).join(', ')}.`, 'Look at electronFuses in electron-builder.yml.')
  log.line(`Fuses read back: ${Object.entries(WANTED).map(([name, wanted]) => `${name} ${wanted ? 'on' : 'off'}`).join(', ')}.`)
}
