import { badDisks } from './badDisks'
import { clocks } from './clocks'
import { damagedFiles } from './damagedFiles'
import { hostileMirror } from './hostileMirror'
import { describeReport, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { model } from './model'
import { powerCuts } from './powerCuts'
import { sharedFolder } from './sharedFolder'
import { syncthing } from './syncthing'

export interface FaultRun {
  /** What `--only` takes. */
  readonly name: string
  /** Its part of the time. */
  readonly share: number
  readonly run: (options: FaultOptions) => Promise<FaultReport>
}

/** Every fault run, in the order in which they are proved. */
export const allRuns: readonly FaultRun[] = [
  { name: 'files', share: 0, run: damagedFiles },
  { name: 'model', share: 2, run: model },
  { name: 'power', share: 2, run: powerCuts },
  { name: 'folder', share: 4, run: sharedFolder },
  { name: 'mirror', share: 3, run: hostileMirror },
  { name: 'syncthing', share: 3, run: syncthing },
  { name: 'clocks', share: 1, run: clocks },
  { name: 'disks', share: 2, run: badDisks },
]

export { describeReport }
