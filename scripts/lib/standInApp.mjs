/**
 * What the substitute runtime runs in place of Electron's own default app: it starts the project folder
 * named on the command line, or in PLUMBLINE_PROJECT. It must be an ES module that awaits the project's
 * main file at its top level; from a CommonJS one the "ready" event comes before the project has been
 * read, too late to register its protocol.
 */
export const standInPackage = `${JSON.stringify({ name: 'runner', type: 'module', main: 'main.mjs' })}\n`

export const standInMain = `import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const isProject = (path) => existsSync(join(path, 'package.json'))
const named = process.argv.slice(1).filter((argument) => !argument.startsWith('-')).find(isProject)
const project = named ?? process.env.PLUMBLINE_PROJECT
if (!project || !isProject(project)) {
  process.stderr.write('Name a project folder with a package.json on the command line.\\n')
  app.exit(1)
} else {
  const root = resolve(project)
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  // Electron's own default app says so here; projects read it.
  process.defaultApp = true
  app.setAppPath(root)
  if (description.productName ?? description.name) app.setName(description.productName ?? description.name)
  if (description.version) app.setVersion(description.version)
  await import(pathToFileURL(join(root, description.main ?? 'index.js')).href)
}
`
