import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { commandLine } from './command-line.ts'

const helper = fileURLToPath(new URL('in-terminal.py', import.meta.url))
const root = fileURLToPath(new URL('../project/', import.meta.url))

/** How a command ended and what stood on its terminal, without colours and carriage returns. */
export type Shown = { readonly code: number | null; readonly screen: string }

/** What to wait for on the terminal, and what to type then; `\x03` is Ctrl-C. */
export type Typing = ReadonlyArray<readonly [string, string]>

/** Runs `npm run seed`'s own command line in a pseudo-terminal, with exactly this environment. */
export const seedInTerminal = (
  python: string,
  args: ReadonlyArray<string>,
  typing: Typing,
  env: NodeJS.ProcessEnv
): Promise<Shown> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, ...commandLine('seed'), ...args]
    const child = spawn(python, [helper, JSON.stringify(typing), ...command], {
      cwd: root,
      env: { NODE_OPTIONS: process.env['NODE_OPTIONS'], ...env, TERM: 'dumb' },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let screen = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, screen: screen.replaceAll('\r\n', '\n') }))
  })
