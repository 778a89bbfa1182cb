import { type AbsolutePath, absolutePath } from '../../src/diagnostics/kinds.ts'
import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Command, commandLine } from './command-line.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))
const LOADER = join(REPOSITORY, 'test/typescript.js')

/** How a child process ended and what it said. */
export type Ended = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export type ChildOptions = {
  /** Instead of the project's folder. */
  readonly cwd?: string
  /** On top of this process's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** JavaScript that runs before everything else, in a module of its own. */
  readonly preload?: string
  /** Takes stdout away before the child can write to it, as `| head` does. */
  readonly isUnheard?: boolean
}

/** Runs Node as a child process, to its end. */
export const runNode = (args: ReadonlyArray<string>, options: ChildOptions = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const preload =
      options.preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(options.preload)}`]
    const child = spawn(process.execPath, [...preload, ...args], {
      cwd: options.cwd,
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    if (options.isUnheard === true) child.stdout.destroy()
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...said }))
  })

/** Runs a TypeScript file of this repository as a child process, to its end. */
export const runChild = (file: string, args: ReadonlyArray<string>, options: ChildOptions = {}): Promise<Ended> =>
  runNode(['--import', LOADER, file, ...args], options)

/** Runs a command as a child process, to its end. */
export const runCommand = (command: Command, args: ReadonlyArray<string>, options: ChildOptions = {}): Promise<Ended> =>
  runNode([...commandLine(command), ...args], options)

/** A project in a folder of its own, where `zenthea-foundation` is this repository. */
export type TempProject = {
  readonly root: AbsolutePath
  /** The path of something in the project. */
  readonly at: (path: string) => AbsolutePath
  readonly write: (path: string, text: string | Uint8Array) => void
  readonly read: (path: string) => string
  readonly has: (path: string) => boolean
  readonly names: (folder: string) => ReadonlyArray<string>
  readonly emit: (args: ReadonlyArray<string>, options?: ChildOptions) => Promise<Ended>
}

const project = (root: AbsolutePath): TempProject => {
  const at = (path: string): AbsolutePath => absolutePath(join(root, path))
  return {
    root,
    at,
    write: (path, text) => {
      fs.mkdirSync(dirname(at(path)), { recursive: true })
      fs.writeFileSync(at(path), text)
    },
    read: (path) => fs.readFileSync(at(path), 'utf8'),
    has: (path) => fs.existsSync(at(path)),
    names: (folder) => fs.readdirSync(at(folder)).toSorted(),
    emit: (args, options) => runCommand('emit', args, { cwd: root, ...options })
  }
}

/** Makes a project of these files, each path with its text, hands it over, and removes it whatever happens. */
export const inTempProject = async (
  files: Readonly<Record<string, string>>,
  use: (made: TempProject) => Promise<void>
): Promise<void> => {
  const root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-'))))
  try {
    const made = project(root)
    made.write('package.json', '{ "name": "temp-project", "private": true, "type": "module" }\n')
    fs.mkdirSync(made.at('node_modules'))
    fs.symlinkSync(REPOSITORY, made.at('node_modules/zenthea-foundation'), 'dir')
    for (const [path, text] of Object.entries(files)) made.write(path, text)
    await use(made)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}
