import { ExplainedError } from './ExplainedError.mjs'

/**
 * Which Electron to use, decided from what was asked for and what is already here. The official one
 * always comes first; a substitute that is already unpacked is used again without asking the network,
 * so that a machine that once could not reach the download page starts quickly from then on.
 */
export function chooseRuntime({ asked, officialInstalled, substituteCached, substituteFits }) {
  if (asked === 'official') return officialInstalled ? 'installedOfficial' : 'official'
  if (asked === 'registry') {
    if (!substituteFits) throw unfitting()
    return substituteCached ? 'cachedSubstitute' : 'substitute'
  }
  if (asked) {
    if (!/[/\\]/.test(asked))
      throw new ExplainedError(
        `PLUMBLINE_ELECTRON=${asked} is neither "official", "registry" nor a path.`,
        'Unset it, or give the path of an Electron program or of the folder it lies in.',
      )
    return 'path'
  }
  if (officialInstalled) return 'installedOfficial'
  if (substituteFits && substituteCached) return 'cachedSubstitute'
  return substituteFits ? 'officialElseSubstitute' : 'official'
}

/** The substitute exists for 64-bit Intel Linux only. */
export function substituteFits({ platform, arch }) {
  return platform === 'linux' && arch === 'x64'
}

function unfitting() {
  return new ExplainedError(
    `The Electron runtime from the package registry exists for Linux on x64 only, this is ${process.platform} on ${process.arch}.`,
    'Unset PLUMBLINE_ELECTRON, or set it to the path of an Electron program.',
  )
}
