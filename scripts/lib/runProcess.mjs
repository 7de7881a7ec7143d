import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { basename, delimiter, join } from 'node:path'

/**
 * Runs a program to its end. With `onLine` the output is handed over line by line and kept;
 * otherwise it goes straight to the terminal. Never reads standard input: CI has none.
 */
export function runProcess(command, args, { cwd, env = process.env, onLine, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', onLine ? 'pipe' : 'inherit', onLine ? 'pipe' : 'inherit'] })
    let output = ''
    const collect = (stream) => {
      let rest = ''
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) onLine(line)
      })
      stream.on('end', () => void (rest && onLine(rest)))
    }
    if (onLine) [child.stdout, child.stderr].forEach(collect)
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code: code ?? 1, signal, output }))
  })
}

/** npm itself, as the user started it; on Windows the bare name is a batch file that needs a shell. */
export function npmCommand(args, env = process.env) {
  const started = env.npm_execpath
  if (started && /^npm-cli\.c?js$/.test(basename(started)) && existsSync(started))
    return { command: process.execPath, args: [started, ...args], shell: false }
  return { command: 'npm', args, shell: process.platform === 'win32' }
}

export function isOnPath(program, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)))
}

/** A programme started by root; always false on Windows, which has no such number. */
export function isRoot() {
  return process.getuid?.() === 0
}
