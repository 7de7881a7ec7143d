export function freeDisplayNumber(seen: { readonly lockFiles: readonly string[]; readonly sockets: readonly string[]; readonly from?: number }): number
