/** The lowest display number from `from` on that no X server on this machine shows signs of using. */
export function freeDisplayNumber({ lockFiles, sockets, from = 99 }) {
  const taken = new Set()
  for (const name of lockFiles) addMatch(taken, /^\.X(\d+)-lock$/.exec(name))
  for (const name of sockets) addMatch(taken, /^X(\d+)$/.exec(name))
  let number = from
  while (taken.has(number)) number++
  return number
}

function addMatch(taken, match) {
  if (match) taken.add(Number(match[1]))
}
