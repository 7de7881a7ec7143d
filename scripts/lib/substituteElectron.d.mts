export function placeInRuntime(path: string): string | null
