/** Bytes as a bad disk, a half transfer or a hostile sender may leave them. Never equal to the original. */
export function damaged(bytes: Uint8Array, random: () => number): { readonly how: string; readonly bytes: Uint8Array } {
  for (;;) {
    const how = ways[Math.floor(random() * ways.length)] ?? 'flip'
    const result = damage[how](bytes, random)
    if (result.length !== bytes.length || result.some((byte, index) => byte !== bytes[index])) return { how, bytes: result }
  }
}

const damage = {
  flip: (bytes: Uint8Array, random: () => number) => {
    const changed = bytes.slice()
    const at = Math.floor(random() * bytes.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    return changed
  },
  /** Where lengths, counts and versions are. */
  flipEarly: (bytes: Uint8Array, random: () => number) => {
    const changed = bytes.slice()
    changed[Math.floor(random() * Math.min(64, bytes.length))] = Math.floor(random() * 256)
    return changed
  },
  cut: (bytes: Uint8Array, random: () => number) => bytes.slice(0, Math.floor(random() * bytes.length)),
  zeros: (bytes: Uint8Array, random: () => number) => {
    const changed = bytes.slice()
    const at = Math.floor(random() * bytes.length)
    return changed.fill(0, at, at + Math.ceil(random() * 200))
  },
  noise: (bytes: Uint8Array, random: () => number) => {
    const changed = bytes.slice()
    const at = Math.floor(random() * bytes.length)
    for (let index = at; index < Math.min(bytes.length, at + 40); index++) changed[index] = Math.floor(random() * 256)
    return changed
  },
  longer: (bytes: Uint8Array, random: () => number) => {
    const changed = new Uint8Array(bytes.length + 1 + Math.floor(random() * 50)).map(() => Math.floor(random() * 256))
    changed.set(bytes)
    return changed
  },
  twice: (bytes: Uint8Array, random: () => number) => {
    const at = Math.floor(random() * bytes.length)
    return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(Math.floor(at / 2))])
  },
  gap: (bytes: Uint8Array, random: () => number) => {
    const at = Math.floor(random() * bytes.length)
    return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + 1 + Math.floor(random() * 100))])
  },
  hugeNumber: (bytes: Uint8Array, random: () => number) => {
    const changed = bytes.slice()
    const at = Math.floor(random() * bytes.length)
    return changed.fill(255, at, at + 4)
  },
} as const

const ways = Object.keys(damage) as readonly (keyof typeof damage)[]
