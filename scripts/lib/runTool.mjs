import { join } from 'node:path'
import { projectRoot } from './paths.mjs'
import { runProcess } from './runProcess.mjs'

/** The tools of the check by their own scripts: no shell, no npx, the same on every system. */
const TOOLS = {
  tsc: ['typescript', 'bin', 'tsc'],
  eslint: ['eslint', 'bin', 'eslint.js'],
  depcruise: ['dependency-cruiser', 'bin', 'dependency-cruise.mjs'],
  vitest: ['vitest', 'vitest.mjs'],
  playwright: ['@playwright', 'test', 'cli.js'],
  'electron-builder': ['electron-builder', 'cli.js'],
  'electron-vite': ['electron-vite', 'bin', 'electron-vite.js'],
}

/** Runs a tool of node_modules with its output on the terminal, or line by line to `onLine`. */
export function runTool(name, args, { env, onLine } = {}) {
  return runProcess(process.execPath, [join(projectRoot, 'node_modules', ...TOOLS[name]), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    onLine,
  })
}
