/**
 * The relative path an archive entry may be written to, or an error: an entry must not leave the
 * folder it is unpacked into, whatever system made the archive.
 */
export function archiveEntryPath(name) {
  const refuse = (why) => {
    throw new Error(`Archive entry ${JSON.stringify(name)} refused: ${why}.`)
  }
  if (name === '') refuse('it has no name')
  if (name.includes('\0')) refuse('its name contains a zero byte')
  if (name.includes('\\')) refuse('its name contains a backslash')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) refuse('its path is absolute')
  const parts = name.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.includes('..')) refuse('its path climbs out of the folder')
  if (parts.length === 0) refuse('it has no name')
  return parts.join('/')
}
