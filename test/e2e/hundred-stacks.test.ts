import type { AbsolutePath } from '../../src/diagnostics/kinds.ts'
import { Ajv } from 'ajv'
import * as T from 'fp-ts/lib/Task.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../src/command-line/terminal.ts'
import { newProgram } from '../../src/commands/new/program.ts'
import type { StackStatus } from '../../src/commands/status/stack-status.ts'
import { outputFiles } from '../../src/outside/files/files.ts'
import { stackWriter } from '../../src/outside/files/stack-writer.ts'
import { mustRun } from '../../src/outside/stand-in/run-command.ts'
import { type Moto, startMoto } from '../../src/outside/stand-in/stand-in.ts'
import { prompter } from '../../src/outside/terminal/prompter.ts'
import type { Command } from '../support/command-line.ts'
import { evaluatorWith } from '../support/stack-evaluator.ts'
import { type Ended, type TempProject, inTempProject, runCommand } from '../support/temp-project.ts'
import { bench } from './bench/bench.ts'

const tools = await bench()
const scripts = fileURLToPath(new URL('bench/moto/', import.meta.url))
const read = (path: string): string => fs.readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

/** Two accounts have a dozen stacks each; every other stack is alone in its account, which the stand-in does not have. */
const ACCOUNTS = ['210000000017', '210000007936'] as const
const DOZEN = 12
const accountOf = (index: number): string =>
  ACCOUNTS[Math.floor(index / DOZEN)] ?? String(310_000_000_017 + index * 7919)
const nameOf = (index: number): string => `team${index}-eu`
const indices = Array.from({ length: 100 }, (_, index) => index)
const ofAccount = (account: string): ReadonlyArray<number> => indices.filter((index) => accountOf(index) === account)

const flagsOf = (index: number): ReadonlyArray<string> => [
  nameOf(index),
  `--account=${accountOf(index)}`,
  '--aws-region=eu-central-1',
  '--operators=',
  '--operator-users=/operators/',
  `--planners=arn:aws:iam::${accountOf(index)}:role/Planner`,
  '--yes'
]

/** Whether a stack is judged beside all before it as it is begun; emit judges all of them together. */
const isBesideAll = (index: number): boolean => index % 12 === 11 || index === 99

/** Begins a stack as `npm run new` does, in this process; what it said where it refused. */
const begin = async (project: AbsolutePath, index: number): Promise<string> => {
  const said: Array<string> = []
  const terminal = { out: () => {}, err: (text: string) => void said.push(text), paintOut: plain, paintErr: plain }
  const ports = {
    stackEvaluator: isBesideAll(index) ? evaluatorWith({ patienceSeconds: 10 }) : { emitAll: () => T.of([]) },
    outputFiles: outputFiles(),
    stackWriter: stackWriter(),
    prompter: prompter(process.stdin, process.stdout)
  }
  return (await newProgram(ports, terminal, project, flagsOf(index))()) === 0 ? '' : said.join('')
}

type Hundred = {
  readonly project: TempProject
  readonly moto: Moto
  readonly git: (...args: ReadonlyArray<string>) => string
  /** A command in the project, with an access key of one of the accounts. */
  readonly run: (command: Command, args: ReadonlyArray<string>, account?: string) => Promise<Ended>
  readonly python: (script: string, args: ReadonlyArray<string>, account: string) => Promise<string>
}

const environment = (home: string, moto: Moto, account: string): Record<string, string | undefined> => ({
  ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])),
  PATH: process.env['PATH'],
  NODE_OPTIONS: process.env['NODE_OPTIONS'],
  HOME: home,
  AWS_ACCESS_KEY_ID: moto.keys[account],
  AWS_SECRET_ACCESS_KEY: 'known-to-the-stand-in-alone'
})

const statusOf = async ({ run, moto }: Hundred, account: string) => {
  const way = ['--live', '--proxy', moto.proxy, '--ca-bundle', moto.authority]
  const { code, stdout, stderr } = await run('status', ['--json', ...way], account)
  assert.is(stderr, '')
  const document = JSON.parse(stdout) as { readonly stacks: ReadonlyArray<StackStatus> }
  const judge = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(read('docs/reference/status.schema.json')) as object
  )
  assert.ok(judge(document), JSON.stringify(judge.errors))
  const seen = new Map(document.stacks.map((one) => [one.stack, one]))
  const text = await run('status', way, account)
  return { code, seen, all: document.stacks, screen: text.stdout.trimEnd().split('\n') }
}

const test = suite<{ hundred: Hundred; close: () => Promise<void> }>('a hundred stacks of a platform team')

test.before(async (context) => {
  const folder = fs.mkdtempSync(join(fs.realpathSync(tmpdir()), 'zenthea-hundred-'))
  const moto = await startMoto(tools, { accounts: ACCOUNTS, folder: join(folder, 'moto') })
  let end = (): void => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  await new Promise<void>((ready, failed) => {
    const held = inTempProject({}, async (project) => {
      const git = (...args: ReadonlyArray<string>): string =>
        execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], {
          cwd: project.root,
          env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
          encoding: 'utf8',
          stdio: 'pipe'
        })
      const env = (account: string) => environment(folder, moto, account)
      context.hundred = {
        project,
        moto,
        git,
        run: (command, args, account = ACCOUNTS[0]) =>
          runCommand(command, args, { cwd: project.root, env: env(account) }),
        python: (script, args, account) =>
          mustRun(tools.python, [join(script === 'console.py' ? tools.files : scripts, script), ...args], {
            cwd: project.root,
            env: { ...env(account), HTTPS_PROXY: moto.proxy, AWS_CA_BUNDLE: moto.authority }
          })
      }
      ready()
      await over
    })
    context.close = async () => {
      end()
      await held
      await moto.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    }
    held.catch(failed)
  })
})
test.after(({ close }) => close())

test('each is begun by the flags of new; emit and commit, and nothing needs attention', async ({
  hundred: { project, git, run }
}) => {
  for (const index of indices) assert.is(await begin(project.root, index), '', nameOf(index))
  const emitted = await run('emit', [])
  assert.is(emitted.code, 0, emitted.stderr)
  git('init', '-q', '-b', 'main')
  git('add', 'stacks', 'out')
  git('commit', '-q', '-m', 'A hundred stacks')
  const { code, stdout } = await run('status', [])
  assert.equal([code, stdout], [0, '100 stacks: 100 as they must be, 0 need attention\n'])
})

test('--live asks about every stack of the account that is signed in: lock, serial, drift; about no other', async ({
  hundred
}) => {
  const { python } = hundred
  for (const account of ACCOUNTS)
    await python(
      'seed_each.py',
      ofAccount(account).map((index) => `out/${nameOf(index)}/main.tf.json`),
      account
    )
  const [first, second] = ACCOUNTS
  const stateOf = (index: number) => [
    'eu-central-1',
    `zenthea-${nameOf(index)}-tfstate`,
    `${accountOf(index)}/team${index}/eu/terraform.tfstate`,
    `zenthea-${nameOf(index)}-tflock`
  ]
  const [region = '', bucket = '', key = '', table = ''] = stateOf(3)
  await python('hold_lock.py', [region, table, `${bucket}/${key}`, '2f0e6b0a-54c1-4f4b-8d7f-6f1f0f5a9c11'], first)
  await python('console.py', ['suspend', JSON.stringify({ region, bucket: stateOf(5)[1] })], first)

  const before = hundred.moto.calls().length
  const one = await statusOf(hundred, first)
  const calls = hundred.moto.calls().slice(before)
  const asked = one.all.filter(({ live }) => live !== null).map(({ account }) => account)
  assert.equal(
    asked,
    Array.from({ length: DOZEN }, () => first)
  )
  const needing = one.all.filter(({ attention }) => attention.length > 0).map(({ stack }) => stack)
  assert.equal(needing, [nameOf(3), nameOf(5)])
  assert.match(one.seen.get(nameOf(3))?.live?.lock ?? '', /^held since 2026-01-02T03:04:05/)
  assert.equal(
    one.seen.get(nameOf(5))?.live?.findings.map(({ rule }) => rule),
    ['bucket-versioning']
  )
  assert.equal(one.seen.get(nameOf(0))?.live, {
    bucket: true,
    table: true,
    lock: 'free',
    serial: null,
    unanswered: [],
    findings: []
  })
  assert.is(one.code, 1)
  const totals = '10 as they must be, 2 need attention, 88 of other accounts: sign in there to ask about them'
  assert.is(one.screen.at(-1), `100 stacks: ${totals}`)
  assert.ok(one.screen.length <= 43, 'one screen')
  const writes = calls.filter(
    ({ method, headers }) =>
      ['PUT', 'DELETE', 'PATCH'].includes(method) ||
      /\.(Put|Delete|Create|Update|Tag|Untag)\w+$/.test(headers['x-amz-target'] ?? '')
  )
  assert.equal(writes, [])

  const other = await statusOf(hundred, second)
  assert.equal([other.code, other.all.filter(({ live }) => live !== null).length], [0, DOZEN])
})

test('review tells one change of all hundred as one', async ({ hundred: { project, git, run } }) => {
  git('checkout', '-q', '-b', 'change')
  for (const index of indices) {
    const path = `stacks/${nameOf(index)}.ts`
    const text = project.read(path)
    const changed = text.replace('sessionHours: 1', 'sessionHours: 2')
    assert.is.not(changed, text)
    project.write(path, changed)
  }
  const emitted = await run('emit', [])
  assert.is(emitted.code, 0, emitted.stderr)
  git('commit', '-q', '-a', '-m', 'Longer sessions for operators')
  const { code, stdout, stderr } = await run('review', [])
  assert.is(code, 3, stderr)
  const lines = stdout.split('\n')
  assert.match(stdout, '100 stacks')
  assert.ok(lines.length < 60, `${lines.length} lines`)
})

test.run()
