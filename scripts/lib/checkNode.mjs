// Read by any Node, so nothing here is newer than what it has to complain about.

/** True for a Node that the tools of this project run on: 20.19 and later, 22.12 and later, 24 and later. */
export function nodeIsRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major === 20) return minor >= 19
  if (major === 22) return minor >= 12
  return major > 22
}

export function checkNode() {
  if (nodeIsRecentEnough(process.versions.node)) return
  process.stderr.write(
    'Plumbline needs Node 20.19 or newer (on the 22 line 22.12 or newer); this is ' + process.versions.node + '.\n' +
      'Next step: install a current Node from https://nodejs.org and start again.\n',
  )
  process.exit(1)
}
