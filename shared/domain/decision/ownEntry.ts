/** What a record holds under a name that came from outside; nothing it inherits, so that `constructor` is a name like any other. */
export function ownEntry<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined
}
