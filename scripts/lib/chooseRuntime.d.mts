export interface RuntimeSituation {
  /** What PLUMBLINE_ELECTRON says. */
  readonly asked: string | undefined
  readonly officialInstalled: boolean
  readonly substituteCached: boolean
  readonly substituteFits: boolean
}

export type RuntimeChoice = 'path' | 'installedOfficial' | 'official' | 'cachedSubstitute' | 'substitute' | 'officialElseSubstitute'

export function chooseRuntime(situation: RuntimeSituation): RuntimeChoice
export function substituteFits(system: { readonly platform: string; readonly arch: string }): boolean
