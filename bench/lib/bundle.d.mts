export function importSource(path: string): Promise<unknown>
export function bundleSource(path: string, folder: string): Promise<string>
