import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How a command ended and what it said. */
export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export type Surroundings = {
  /** The folder to run in. */
  readonly cwd: string
  /** The whole environment of the command: nothing is added to it. */
  readonly env: NodeJS.ProcessEnv
  /** After so many seconds the command is asked to end. */
  readonly seconds?: number
}

/**
 * Runs a command to its end, with nothing on its standard input. Rejects when it cannot be started. When this
 * process ends first, the command is asked to end too; it speaks to files, since a tofu that loses its pipe dies at
 * its next word and leaves its provider running.
 */
export const run = async (
  file: string,
  args: ReadonlyArray<string>,
  { cwd, env, seconds = 600 }: Surroundings
): Promise<Ended> => {
  const folder = mkdtempSync(join(tmpdir(), 'zenthea-command-'))
  const streams = ['stdout', 'stderr'].map((name) => join(folder, name))
  const opened = streams.map((path) => openSync(path, 'w'))
  try {
    const { code, signal } = await ended(file, args, { cwd, env, seconds }, opened)
    const [stdout = '', stderr = ''] = streams.map((path) => readFileSync(path, 'utf8'))
    return { code, signal, stdout, stderr }
  } finally {
    opened.forEach(closeSync)
    rmSync(folder, { recursive: true })
  }
}

const ended = (
  file: string,
  args: ReadonlyArray<string>,
  { cwd, env, seconds }: Required<Surroundings>,
  streams: ReadonlyArray<number>
) =>
  new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', ...streams], timeout: seconds * 1000 })
    const end = (): void => {
      child.kill('SIGTERM')
    }
    process.once('exit', end)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      process.off('exit', end)
      resolve({ code, signal })
    })
  })

/** Runs a command that must succeed; rejects with what it said when it does not. */
export const mustRun = async (
  file: string,
  args: ReadonlyArray<string>,
  surroundings: Surroundings
): Promise<string> => {
  const { code, signal, stdout, stderr } = await run(file, args, surroundings)
  if (code === 0) return stdout
  throw new Error(`${[file, ...args].join(' ')} ended with ${signal ?? code}\n${stdout}${stderr}`)
}
