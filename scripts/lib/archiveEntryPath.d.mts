export function archiveEntryPath(name: string): string
