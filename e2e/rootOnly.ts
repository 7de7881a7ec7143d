import { spawnSync } from 'node:child_process'

/** Why this machine cannot mount small disks for a test; null where it can. */
export const noMountReason = process.platform === 'linux' && process.getuid?.() === 0 ? null : 'needs Linux and the right to mount'

/** A disk of its own at a folder, and ways to make it as bad as real ones become. */
export interface SmallDisk {
  readonly setReadOnly: (isReadOnly: boolean) => void
  readonly remove: () => void
}

/** Mounts an empty disk of so many megabytes at a folder that is there. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'plumbline-e2e', folder)
  return {
    setReadOnly: (isReadOnly) => run('mount', '-o', `remount,${isReadOnly ? 'ro' : 'rw'}`, folder),
    remove: () => run('umount', '--lazy', folder),
  }
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}
