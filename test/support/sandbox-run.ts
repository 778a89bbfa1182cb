import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { onPath } from '../../src/outside/stand-in/on-path.ts'
import { commandLine } from './command-line.ts'

const project = fileURLToPath(new URL('../project/', import.meta.url))
const helper = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** What a real shell may hold, of which nothing may come in. */
const REAL = { AWS_ACCESS_KEY_ID: 'AKIAREALREALREALREAL', AWS_SECRET_ACCESS_KEY: 'a-real-one', AWS_PROFILE: 'real' }

/** A state that a real run left where its machine has temporary files, which is stored nowhere else. */
const LEFT = 'zf-real/project/out/staging-eu/errored.tfstate'

/** How a sandbox ended, and all that it said; on a pseudo-terminal that is one text. */
export type Rehearsed = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A machine of a person as a sandbox sees it: a folder for temporary files with a real run's in it, and one for what is kept. */
export type Machine = {
  /** Runs `npm run sandbox` with these arguments to its end. */
  readonly sandbox: (args: ReadonlyArray<string>, env?: NodeJS.ProcessEnv) => Promise<Rehearsed>
  /** The same, and the addresses of other machines that any process of it tried to connect to; undefined without strace. */
  readonly watched: (
    args: ReadonlyArray<string>
  ) => Promise<{ readonly ended: Rehearsed; readonly elsewhere: ReadonlyArray<string> | undefined }>
  /** The same on a pseudo-terminal of that Python, with what is typed there; null takes the terminal away. */
  readonly onTerminal: (
    python: string,
    args: ReadonlyArray<string>,
    typing: ReadonlyArray<readonly [text: string, typed: string | null]>
  ) => Promise<Rehearsed>
  /** Starts one, and ends its process by a signal as soon as it has said a text; why it could not, or nothing. */
  readonly killed: (
    args: ReadonlyArray<string>,
    said: string,
    signal: NodeJS.Signals,
    before?: () => Promise<void>
  ) => Promise<string>
  /** Waits until nothing is added and no process names this machine; what there still is after two minutes. */
  readonly left: () => Promise<string>
  readonly close: () => void
}

/** The processes whose command line or environment names a folder. */
const processes = (folder: string): Promise<ReadonlyArray<string>> =>
  new Promise((resolve) => {
    const child = spawn('ps', ['-A', 'e', '-ww', '-o', 'pid=,args='], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.on('close', () => resolve(said.split('\n').filter((line) => line.includes(folder))))
  })

/** The addresses of other machines in what strace writes of connect(2). */
const elsewhereIn = (record: string): ReadonlyArray<string> =>
  record
    .split('\n')
    .filter((line) => line.includes('connect(') && !/sa_family=AF_(?:UNIX|NETLINK|UNSPEC)\b/.test(line))
    .filter((line) => !/inet_addr\("127\.0\.0\.1"\)|inet_pton\(AF_INET6, "::1"/.test(line))

/** Makes one. Whoever makes it closes it. */
export const machine = (): Machine => {
  const folder = mkdtempSync(join(tmpdir(), 'of-a-person-'))
  const temporary = join(folder, 'tmp')
  mkdirSync(join(temporary, dirname(LEFT)), { recursive: true, mode: 0o700 })
  writeFileSync(join(temporary, LEFT), '{}')
  const around = { ...process.env, ...REAL, TMPDIR: temporary, XDG_STATE_HOME: join(folder, 'state') }
  const start = (file: string, args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(file, args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'], env: { ...around, ...env } })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    const ended = new Promise<Rehearsed>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) => resolve({ code, ...said }))
    })
    return { child, said, ended }
  }
  const added = (): ReadonlyArray<string> => readdirSync(temporary).filter((name) => !LEFT.startsWith(name))
  return {
    sandbox: (args, env) => start(process.execPath, [...commandLine('sandbox'), ...args], env).ended,
    watched: async (args) => {
      const line = [process.execPath, ...commandLine('sandbox'), ...args]
      const [file = '', ...rest] = line
      const strace = onPath('strace')
      if (strace === undefined) return { ended: await start(file, rest).ended, elsewhere: undefined }
      const record = join(folder, 'connections')
      const ended = await start(strace, ['-f', '-qq', '--seccomp-bpf', '-e', 'trace=connect', '-o', record, ...line])
        .ended
      return { ended, elsewhere: elsewhereIn(readFileSync(record, 'utf8')) }
    },
    onTerminal: (python, args, typing) => {
      const terminal = helper(typing.some(([, typed]) => typed === null) ? 'hang-up.py' : 'in-terminal.py')
      return start(python, [terminal, JSON.stringify(typing), process.execPath, ...commandLine('sandbox'), ...args], {
        TERM: 'dumb'
      }).ended
    },
    killed: async (args, text, signal, before) => {
      const { child, said, ended } = start(process.execPath, [...commandLine('sandbox'), ...args])
      const isOver = (): boolean => child.exitCode !== null || child.signalCode !== null
      while (!(said.stdout + said.stderr).includes(text) && !isOver()) await setTimeout(10)
      if (isOver()) return `it ended before it said '${text}':\n${said.stdout}${said.stderr}`
      try {
        await before?.()
      } finally {
        child.kill(signal)
      }
      await ended
      return ''
    },
    left: async () => {
      for (let turn = 0; turn < 1200; turn++) {
        if (added().length === 0 && (await processes(folder)).length === 0) break
        await setTimeout(100)
      }
      if (!existsSync(join(temporary, LEFT))) return 'it removed what is not its own'
      return [...added(), ...(await processes(folder))].join('\n')
    },
    close: () => rmSync(folder, { recursive: true, force: true })
  }
}
