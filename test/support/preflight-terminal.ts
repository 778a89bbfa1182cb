import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AwsDouble } from './aws-double/aws-double.ts'
import type { Typing } from './in-terminal.ts'
import { commandLine } from './command-line.ts'
import { preflightEnvironment } from './preflight-project.ts'
import type { TempProject } from './temp-project.ts'

const helper = fileURLToPath(new URL('in-terminal.py', import.meta.url))

/** A terminal to run in: its size, what is typed, and what else is in the environment. */
export type Seat = {
  readonly columns?: number
  readonly rows?: number
  readonly typing?: Typing
  readonly args?: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
}

/** Runs preflight about staging-eu in a pseudo-terminal; gives its exit code and all that was written, codes and all. */
export const preflightInTerminal = (
  python: string,
  project: TempProject,
  double: AwsDouble,
  { columns = 120, rows = 40, typing = [], args = [], env = {} }: Seat = {}
): Promise<{ readonly code: number | null; readonly written: string }> =>
  new Promise((resolve, reject) => {
    const line = ['stacks/staging-eu.ts', '--proxy', double.proxy, '--ca-bundle', double.caBundle, ...args]
    const command = [process.execPath, ...commandLine('preflight'), ...line]
    const sized = ['sh', '-c', `stty cols ${columns} rows ${rows}; exec "$@"`, 'sh', ...command]
    const child = spawn(python, [helper, JSON.stringify(typing), ...sized], {
      cwd: project.root,
      env: { ...preflightEnvironment(), TERM: 'xterm', ...env },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let written = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (written += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, written }))
  })
