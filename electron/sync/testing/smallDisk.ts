import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why a test that needs a disk of its own cannot run here; null where it can. */
export const noSmallDiskReason: string | null = reasonAgainstMounting()

export interface SmallDisk {
  readonly folder: string
  makeReadOnly(): void
  makeWritable(): void
  remove(): Promise<void>
}

/** A real file system with little room, in memory, so that it can be full and read-only even for root. */
export async function smallDisk(megabytes: number): Promise<SmallDisk> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder])
  return {
    folder,
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    makeWritable: () => void execFileSync('mount', ['-o', 'remount,rw', folder]),
    remove: async () => {
      execFileSync('umount', [folder])
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function reasonAgainstMounting(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'mounting a small disk needs root on Linux'
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder], { stdio: 'ignore' })
    return null
  } catch {
    return 'this machine does not let root mount a disk'
  } finally {
    rmdirSync(folder)
  }
}
