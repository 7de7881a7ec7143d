import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExplainedError } from './ExplainedError.mjs'
import { seconds } from './log.mjs'
import { projectRoot } from './paths.mjs'
import { runTool } from './runTool.mjs'

/**
 * Builds `dist/linux-unpacked` with electron-builder out of the Electron that is here, without the network.
 * A runtime that stands in for development carries an app folder of its own; it does not travel along.
 */
export async function packageFolder(electron, log) {
  if (process.platform !== 'linux')
    throw new ExplainedError('npm run package builds the folder for Linux.', 'On this system run electron-builder itself: npx electron-builder --dir.')
  const started = Date.now()
  const work = mkdtempSync(join(tmpdir(), 'plumbline-package-'))
  const electronDist = join(work, 'electron')
  const folder = join(projectRoot, 'dist', 'linux-unpacked')
  try {
    cpSync(electron.distPath, electronDist, { recursive: true })
    rmSync(join(electronDist, 'resources', 'app'), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
    const { code } = await runTool('electron-builder', [
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${electronDist}`,
      `-c.electronVersion=${electron.version}`,
    ])
    const program = join(folder, 'plumbline')
    if (code !== 0 || !existsSync(program)) throw new ExplainedError('electron-builder did not build the app; it says why above.', 'Mend what it names, then run npm run package again.')
    log.line(`Packaged with Electron ${electron.version} in ${seconds(Date.now() - started)}.`)
    return { folder, program }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}
