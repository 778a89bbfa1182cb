import { execFileSync, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandLine } from '../../support/command-line.ts'
import type { Shown } from '../../support/in-terminal.ts'
import type { Bench } from '../bench/bench.ts'
import type { Credentials } from '../bench/child-environment.ts'
import { type Scenario, openScenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const samples = join(repository, 'test/project')
const helper = (name: string): string => join(repository, 'test/support', name)

export type GuardRun = {
  /** What to wait for, what to type then, a file that must be there before, and one that is made when the text was seen. */
  readonly typing?: ReadonlyArray<readonly [text: string, typed: string | null, file?: string, seen?: string]>
  readonly args?: ReadonlyArray<string>
  /** Takes the terminal away where null is typed. */
  readonly hangsUp?: boolean
  /** On top of the environment of an honest person; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Another account than the stack's own. */
  readonly at?: Scenario
  /** What the command is started with. */
  readonly wrap?: ReadonlyArray<string>
}

/** A project in git, an AWS account with bucket and table in it, and a person at a terminal. */
export type Guarded = {
  readonly root: string
  readonly scenario: Scenario
  readonly bootstrap: Credentials
  readonly git: (...args: ReadonlyArray<string>) => string
  /** Runs `npm run tofu -- stacks/<stack>.ts COMMAND` in a pseudo-terminal. */
  readonly guard: (command: string, as: Credentials, run?: GuardRun) => Promise<Shown>
  /** The evidence of all runs, oldest first. */
  readonly evidence: () => ReadonlyArray<Record<string, unknown>>
  /** The files of saved plans. */
  readonly plans: () => ReadonlyArray<string>
  /** The home folder of the person; whatever is run with a plan names it. */
  readonly home: string
  readonly close: () => Promise<void>
}

const inTerminal = (
  python: string,
  command: ReadonlyArray<string>,
  script: string,
  typing: NonNullable<GuardRun['typing']>,
  cwd: string,
  env: NodeJS.ProcessEnv
) =>
  new Promise<Shown>((resolve, reject) => {
    const child = spawn(python, [script, JSON.stringify(typing), ...command], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let screen = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, screen: screen.replaceAll('\r\n', '\n') }))
  })

const filesBelow = (folder: string): ReadonlyArray<string> =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : []

/** Copies the committed stacks and files into a repository of their own. */
const project = (root: string): Guarded['git'] => {
  for (const folder of ['stacks', 'out'])
    for (const file of execFileSync('git', ['ls-files', folder], { cwd: samples, encoding: 'utf8' })
      .trim()
      .split('\n')) {
      fs.mkdirSync(join(root, dirname(file)), { recursive: true })
      fs.copyFileSync(join(samples, file), join(root, file))
    }
  fs.writeFileSync(join(root, 'package.json'), '{ "name": "p", "private": true, "type": "module" }\n')
  fs.writeFileSync(join(root, '.gitignore'), 'node_modules\n.terraform/\n.terraform.lock.hcl\n')
  fs.mkdirSync(join(root, 'node_modules'))
  fs.symlinkSync(repository, join(root, 'node_modules/zenthea-foundation'), 'dir')
  const git = (...args: ReadonlyArray<string>): string =>
    execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' },
      encoding: 'utf8'
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'the reviewed files')
  return git
}

/** Opens all of it for one stack, or an empty account. Whoever opens it closes it. */
export const openGuarded = async (tools: Bench, stack: CommittedStack, isEmpty = false): Promise<Guarded> => {
  const scenario = await openScenario(tools, stack)
  if (!isEmpty) await scenario.seed()
  const bootstrap = await scenario.assume('/ZentheaFoundationBootstrap', 'session-of-a-person')
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-guarded-')))
  const home = join(root, '..', `${root.split('/').at(-1)}-home`)
  fs.mkdirSync(home)
  const git = project(root)
  const state = join(home, '.local/state/zenthea-foundation')
  const environment = (as: Credentials): NodeJS.ProcessEnv => ({
    PATH: `${dirname(tools.tofu)}:${process.env['PATH']}`,
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'dumb',
    NODE_OPTIONS: process.env['NODE_OPTIONS'],
    AWS_ACCESS_KEY_ID: as.accessKeyId,
    AWS_SECRET_ACCESS_KEY: as.secretAccessKey,
    AWS_SESSION_TOKEN: as.sessionToken,
    AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 3_600_000).toISOString(),
    TF_CLI_CONFIG_FILE: join(dirname(scenario.folder), 'cli.tfrc')
  })
  return {
    root,
    home,
    scenario,
    bootstrap,
    git,
    guard: (command, as, { typing = [], args = [], env = {}, hangsUp = false, at = scenario, wrap = [] } = {}) => {
      const way = ['--proxy', at.moto.proxy, '--ca-bundle', at.moto.authority]
      const program = [process.execPath, ...commandLine('tofu')]
      const line = [...wrap, ...program, `stacks/${stack.name}.ts`, command, ...way, ...args]
      return inTerminal(tools.python, line, helper(hangsUp ? 'hang-up.py' : 'in-terminal.py'), typing, root, {
        ...environment(as),
        ...env
      })
    },
    evidence: () =>
      filesBelow(join(state, 'evidence')).map(
        (file) => JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, unknown>
      ),
    plans: () => filesBelow(join(state, 'plans')),
    close: async () => {
      await scenario.close()
      for (const folder of [root, home]) fs.rmSync(folder, { recursive: true, force: true })
    }
  }
}
