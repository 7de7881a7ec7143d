export function nodeIsRecentEnough(version: string): boolean
export function checkNode(): void
