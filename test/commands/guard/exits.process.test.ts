import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import { Evidence } from '../../../src/commands/guard/evidence.ts'
import { type PreflightProject, inPreflightProject } from '../../support/preflight-project.ts'
import { type ChildOptions, type Ended, runCommand } from '../../support/temp-project.ts'

const test = suite('every way out of npm run tofu leaves a document')

const STACK = 'stacks/staging-eu.ts'

const homeOf = ({ root }: PreflightProject): string => `${root}-home`

/** The project with a home beside it: what a run keeps may not lie in the checkout. */
const inProject = (use: (project: PreflightProject) => Promise<void>): Promise<void> =>
  inPreflightProject((project) =>
    use(project).finally(() => fs.rmSync(homeOf(project), { recursive: true, force: true }))
  )

/** Runs the command in a project, with a place of its own for what outlives a run. */
const run = (project: PreflightProject, args: ReadonlyArray<string>, options: ChildOptions = {}): Promise<Ended> =>
  runCommand('tofu', args, {
    cwd: project.root,
    ...options,
    env: {
      ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])),
      PATH: process.env['PATH'],
      NODE_OPTIONS: process.env['NODE_OPTIONS'],
      HOME: homeOf(project),
      ...options.env
    }
  })

const documents = (project: PreflightProject): ReadonlyArray<Evidence> => {
  const folder = join(homeOf(project), '.local/state/zenthea-foundation/evidence')
  const names = fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      assert.is(fs.statSync(join(folder, name)).mode & 0o777, 0o600)
      const text = fs.readFileSync(join(folder, name), 'utf8')
      const decoded = Evidence.decode(JSON.parse(text))
      if (E.isLeft(decoded)) throw new Error(text)
      return decoded.right
    })
}

/** At a terminal, where the first look at the checkout does this. */
const when = (act: string): string => `
  import fsp from 'node:fs/promises'
  import { syncBuiltinESMExports } from 'node:module'
  for (const stream of [process.stdin, process.stdout]) stream.isTTY = true
  const real = fsp.realpath
  fsp.realpath = async (path, ...more) => {
    if (String(path).endsWith('/.git')) { ${act} }
    return real(path, ...more)
  }
  syncBuiltinESMExports()`
const never = 'await new Promise((resolve) => setTimeout(resolve, 60000))'

type Left = {
  readonly args: ReadonlyArray<string>
  readonly options?: ChildOptions
  readonly before?: (project: PreflightProject) => void
  /** Null where a signal ended it. */
  readonly code: number | null
  readonly reason: Evidence['outcome']['reason']
  readonly rules?: ReadonlyArray<string>
  /** The stack and the command that the document names; these two where nothing else is said. */
  readonly names?: readonly [string | null, string | null]
}

const ways: Readonly<Record<string, Left>> = {
  'no word at all': { args: [], code: 2, reason: 'NotUnderstood', names: [null, null] },
  'no stack': { args: ['plan'], code: 2, reason: 'NotUnderstood', names: [null, 'plan'] },
  'two stacks': { args: [STACK, 'stacks/production-eu.ts', 'plan'], code: 2, reason: 'NotUnderstood' },
  'no command': { args: [STACK], code: 2, reason: 'NotUnderstood', names: ['staging-eu', null] },
  'an option without its value': { args: [STACK, 'plan', '--tofu'], code: 2, reason: 'NotUnderstood' },
  'a proxy that is none': { args: [STACK, 'plan', '--proxy', 'x'], code: 2, reason: 'NotUnderstood' },
  'a stack elsewhere': {
    args: ['elsewhere/A Person.ts', 'plan'],
    code: 2,
    reason: 'NotUnderstood',
    names: [null, 'plan']
  },
  'a stack that is not there': {
    args: ['stacks/nobody.ts', 'plan'],
    code: 2,
    reason: 'NotEmitted',
    names: ['nobody', 'plan']
  },
  'a command that is refused': {
    args: [STACK, 'destroy'],
    code: 2,
    reason: 'NotAllowed',
    rules: ['three-commands'],
    names: ['staging-eu', null]
  },
  'a flag that is refused': {
    args: [STACK, 'plan', '-lock=false'],
    code: 2,
    reason: 'NotAllowed',
    rules: ['flags-known']
  },
  'a flag that npm kept': {
    args: [STACK, 'plan'],
    options: {
      env: {
        npm_lifecycle_event: 'tofu',
        npm_command: 'run',
        npm_config_user_agent: 'npm/10',
        npm_config_destroy: 'true'
      }
    },
    code: 2,
    reason: 'NotUnderstood'
  },
  'a stack that is refused': {
    args: [STACK, 'plan'],
    before: ({ write, read }) => write(STACK, read(STACK).replace('eu-central-1', 'us-east-1')),
    code: 2,
    reason: 'NotEmitted'
  },
  'a stack that throws': {
    args: [STACK, 'plan'],
    before: ({ write }) => write(STACK, 'throw new Error("x")\n'),
    code: 2,
    reason: 'NotEmitted'
  },
  'nobody at a terminal': { args: [STACK, 'plan'], code: 1, reason: 'NotAllowed', rules: ['terminal'] },
  'a reader who went away': {
    args: [STACK, 'plan'],
    options: { isUnheard: true },
    code: 1,
    reason: 'NotAllowed',
    rules: ['terminal']
  },
  automation: {
    args: [STACK, 'plan'],
    options: { preload: when(''), env: { CI: '1' } },
    code: 1,
    reason: 'NotAllowed',
    rules: ['by-hand']
  },
  'a preflight that refuses': {
    args: [STACK, 'plan'],
    options: { preload: when('') },
    code: 1,
    reason: 'NotProven'
  },
  'a defect': {
    args: [STACK, 'plan'],
    options: { preload: when("throw new TypeError('a defect of this test')") },
    code: 1,
    reason: 'NotCompleted'
  },
  'a defect that no run waits for': {
    args: [STACK, 'plan'],
    options: { preload: when(`setTimeout(() => { throw new TypeError('a defect of this test') }); ${never}`) },
    code: 1,
    reason: 'NotCompleted'
  },
  'Ctrl-C': {
    args: [STACK, 'plan'],
    options: { preload: when(`process.kill(process.pid, 'SIGINT'); ${never}`) },
    code: 130,
    reason: 'Interrupted'
  },
  'SIGHUP where there is no terminal': {
    args: [STACK, 'plan'],
    options: { preload: when(`process.kill(process.pid, 'SIGHUP'); ${never}`) },
    code: 130,
    reason: 'Interrupted'
  },
  SIGKILL: {
    args: [STACK, 'plan'],
    options: { preload: when(`process.kill(process.pid, 'SIGKILL'); ${never}`) },
    code: null,
    reason: 'NotCompleted'
  }
}

for (const [way, { args, options, before, code, reason, rules, names }] of Object.entries(ways))
  test(`${way}: ${reason}`, () =>
    inProject(async (project) => {
      fs.mkdirSync(homeOf(project))
      before?.(project)
      const ended = await run(project, args, options)
      assert.is(ended.code, code, ended.stderr)
      const [document, ...others] = documents(project)
      assert.equal(others, [])
      assert.equal([document?.stack, document?.command], names ?? ['staging-eu', 'plan'])
      assert.is(document?.completed, reason !== 'NotCompleted')
      if (rules !== undefined) assert.equal(document?.outcome.objections, rules)
      assert.is(document?.outcome.reason, reason)
      assert.is(document?.outcome.exitCode, code ?? document?.outcome.exitCode)
      assert.is(document?.applied, false)
    }))

/** Places and variables that are named after a person, with what a shell and an address would read differently. */
const PERSON = 'Erika Müller'
const named: ReadonlyArray<keyof typeof ways> = [
  ...['no command', 'a stack elsewhere', 'a stack that throws', 'nobody at a terminal', 'a preflight that refuses'],
  ...['a defect', 'a defect that no run waits for', 'Ctrl-C', 'SIGKILL']
]
for (const way of named)
  test(`${way}, in places named after a person: the document names neither them nor the person`, () =>
    inProject(async (project) => {
      const { args = [], options, before, reason } = ways[way] ?? {}
      before?.(project)
      const root: AbsolutePath = `${project.root} of ${PERSON} & 50% #1`
      const [home, temporary] = [homeOf({ ...project, root }), `${root}-tmp`]
      const moved = { ...project, root }
      try {
        fs.cpSync(project.root, root, { recursive: true })
        for (const folder of [home, temporary]) fs.mkdirSync(folder, { mode: 0o700 })
        const env = {
          ...options?.env,
          TMPDIR: temporary,
          XDG_STATE_HOME: join(home, '.local/state'),
          XDG_CACHE_HOME: join(home, '.cache'),
          ...Object.fromEntries(['USER', 'LOGNAME', 'USERNAME', 'HOSTNAME'].map((name) => [name, PERSON]))
        }
        await run(moved, [...args, '--tofu', join(home, 'tofu')], { ...options, env })
        const said = JSON.stringify(documents(moved))
        assert.match(said, `"reason":"${reason}"`)
        for (const text of [PERSON, 'Erika', project.root, fs.realpathSync(tmpdir()), hostname()])
          assert.not(said.includes(text), `${text} in ${said}`)
      } finally {
        for (const folder of [root, home, temporary]) fs.rmSync(folder, { recursive: true, force: true })
      }
    }))

test('a question for the help or the version is not a run', () =>
  inProject(async (project) => {
    fs.mkdirSync(homeOf(project))
    for (const args of [['--help'], ['--version'], [STACK, 'plan', '-h']]) assert.is((await run(project, args)).code, 0)
    assert.equal(documents(project), [])
    assert.equal(fs.readdirSync(homeOf(project)), [])
  }))

const insideOf: Readonly<Record<string, (project: PreflightProject) => NodeJS.ProcessEnv>> = {
  'the home': ({ root }) => ({ HOME: root }),
  'the state home': ({ at }) => ({ XDG_STATE_HOME: at('out/staging-eu') })
}
for (const [what, env] of Object.entries(insideOf))
  for (const command of ['init', 'plan', 'apply', 'unlock', ''])
    test(`${what} in the checkout: ${command} is refused, shows its document and makes nothing there`, () =>
      inProject(async (project) => {
        fs.mkdirSync(homeOf(project))
        const before = project.names('.')
        const ended = await run(project, [STACK, ...(command === '' ? [] : [command])], { env: env(project) })
        assert.is(ended.code, ['init', 'plan', 'apply'].includes(command) ? 1 : 2)
        assert.match(ended.stderr, 'the evidence cannot be stored')
        assert.match(ended.stderr, 'lies in the project')
        assert.equal(project.names('.'), before)
      }))

test('one that cannot be stored is shown, with or without a command', () =>
  inProject(async (project) => {
    fs.mkdirSync(homeOf(project), { mode: 0o777 })
    fs.chmodSync(homeOf(project), 0o777)
    for (const [args, code] of [
      [[STACK], 2],
      [[STACK, 'plan'], 1]
    ] as const) {
      const ended = await run(project, args)
      assert.is(ended.code, code)
      assert.match(ended.stderr, 'the evidence cannot be stored')
      assert.match(ended.stderr, '"schema": "zenthea-foundation/evidence/4"')
    }
    assert.equal(fs.readdirSync(homeOf(project)), [])
  }))

test.run()
