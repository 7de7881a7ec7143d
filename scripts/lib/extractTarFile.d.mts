export function extractTarFile(archive: string, wanted: string, target: string, onProgress?: (done: number, total: number) => void): Promise<void>
