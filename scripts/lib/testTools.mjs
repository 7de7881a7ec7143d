import { WINDOW_LIBRARIES, VIRTUAL_DISPLAY, ensureDebianPackages } from './debianPackages.mjs'
import { hasDisplay } from './virtualDisplay.mjs'

/** What tests call besides Electron, and which tests are left out without it. */
const TOOLS = [
  { package: 'strace', without: 'the tests that watch an edit being written and flushed before it is answered are skipped' },
  { package: 'syncthing', without: 'the fault run over real Syncthing daemons is skipped' },
  { package: 'faketime', without: 'the tests of clocks that are a year off are skipped' },
  { package: 'poppler-utils', without: 'the tests that read the text of produced PDF files are skipped' },
]

/** Installs what the tests need besides node_modules, or says which tests will be left out. */
export async function prepareTestTools(log) {
  const forWindows = process.platform === 'linux' ? [...WINDOW_LIBRARIES, ...(hasDisplay() ? [] : VIRTUAL_DISPLAY)] : []
  // One call to the package manager for everything.
  const { missing, command } = await ensureDebianPackages([...forWindows, ...TOOLS.map((tool) => tool.package)], 'for tests', { log })
  const left = TOOLS.filter((tool) => missing.includes(tool.package) || process.platform !== 'linux')
  for (const tool of left) log.line(`Without ${tool.package} ${tool.without}.`)
  if (command) log.line(`To get what is missing: ${command}`)
  if (left.length === 0 && missing.length === 0) log.line('Everything that the tests call is here.')
}
