import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** How a cloud program, or a stick, may treat one file on its way to another laptop. */
export const treatments = ['whole', 'empty', 'cut', 'flipped', 'copyBeside', 'upperCase', 'foreignBeside', 'removed', 'later'] as const
export type Treatment = (typeof treatments)[number]

/** Carries one file, or does with it what such programs do; `whole` afterwards makes all of it good. */
export async function carryFile(source: string, target: string, how: Treatment): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const bytes = await readFile(source)
  switch (how) {
    case 'whole':
      return copyFile(source, target)
    case 'empty':
      return writeFile(target, '')
    case 'cut':
      return writeFile(target, bytes.subarray(0, Math.floor(bytes.length / 2)))
    case 'flipped':
      bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 4
      return writeFile(target, bytes)
    case 'copyBeside':
      return writeFile(target.replace(/(\.[a-z]+)$/, ' (conflicted copy)$1'), bytes)
    case 'upperCase':
      return writeFile(join(dirname(target), basename(target).toUpperCase()), bytes)
    case 'foreignBeside':
      return writeFile(join(dirname(target), 'desktop.ini'), 'foreign')
    case 'removed':
      return rm(target, { force: true })
    case 'later':
      return undefined
  }
}
