export function extractZip(
  archive: string,
  target: string,
  placeOf: (path: string) => string | null,
  onProgress?: (done: number, total: number) => void,
): Promise<{ readonly files: number; readonly bytes: number }>
