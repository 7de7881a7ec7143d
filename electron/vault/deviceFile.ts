import { join } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskResult } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import { decodeCheckedJson, encodeCheckedJson } from './checkedJson'
import type { VaultProblem } from './VaultProblem'

export const deviceFormat = 1

/** Under which id this vault writes its packs. */
export interface DeviceFile {
  readonly format: 1
  readonly deviceId: string
  readonly incarnation: number
  /** A change of id that is not finished: packs of the former id above this number are being written again. */
  readonly resealing: { readonly deviceId: string; readonly above: number } | null
}

export async function readDeviceFile(disk: Disk, folder: string): Promise<Result<DeviceFile, VaultProblem>> {
  const bytes = await disk.readFile(join(folder, fileName))
  if (!bytes.ok) return bytes
  const parsed = decodeCheckedJson(fileName, bytes.value, deviceFormat)
  if (!parsed.ok) return parsed
  const { deviceId, incarnation } = parsed.value
  const resealing = parseResealing(parsed.value['resealing'])
  if (!isId(deviceId) || !isCount(incarnation) || incarnation < 1 || resealing === undefined) {
    return err({ kind: 'damaged', file: fileName, reason: 'fields' })
  }
  return ok({ format: deviceFormat, deviceId, incarnation, resealing })
}

export function writeDeviceFile(disk: Disk, folder: string, device: DeviceFile): DiskResult<void> {
  const { format, deviceId, incarnation, resealing } = device
  const fields = { format, deviceId, incarnation, ...(resealing === null ? {} : { resealing: { ...resealing } }) }
  return replaceFile(disk, join(folder, fileName), encodeCheckedJson(fields))
}

function parseResealing(value: unknown): DeviceFile['resealing'] | undefined {
  if (value === undefined || value === null) return null
  if (typeof value !== 'object') return undefined
  const { deviceId, above }: Readonly<Record<string, unknown>> = { ...value }
  return isId(deviceId) && isCount(above) ? { deviceId, above } : undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

const fileName = 'device.json'
