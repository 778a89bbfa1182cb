import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { COMMANDS } from '../../bin/jobs.js'
import { inCheckout } from '../support/checkout.ts'
import type { Command } from '../support/command-line.ts'
import { type Ended, type TempProject, inTempProject, runCommand, runNode } from '../support/temp-project.ts'

const test = suite('every refusal names a word that explain answers')

const root = new URL('../../', import.meta.url)
const stack = fs.readFileSync(new URL('test/project/stacks/staging-eu.ts', root), 'utf8')
const wrong = stack.replace("account: '111122223333'", "account: '1111'")
const file = fs.readFileSync(new URL('test/project/out/staging-eu/main.tf.json', root), 'utf8')

const noVariables = {
  ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])),
  PATH: process.env['PATH'],
  NODE_OPTIONS: process.env['NODE_OPTIONS']
}

type Row = {
  readonly command: Command
  readonly args: ReadonlyArray<string>
  readonly files?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
  /** What else is done to the project. */
  readonly prepare?: (project: TempProject) => void
}

const staging = { 'stacks/staging-eu.ts': stack }
const refused = { 'stacks/staging-eu.ts': wrong }
const stray = { 'stacks/staging-eu.ts': stack, 'out/gone-eu/main.tf.json': file }
const answers = ['--account=111122223333', '--aws-region=eu-central-1', '--operators=', '--operator-users=/operators/']
const planners = '--planners=arn:aws:iam::111122223333:role/Planner'
const npmKept = {
  npm_lifecycle_event: 'emit',
  npm_command: 'run-script',
  npm_config_user_agent: 'npm/10.8.2 node/v20.19.0',
  npm_config_check: 'true'
}
const noRights = ({ at }: TempProject): void => {
  fs.mkdirSync(at('out'))
  fs.writeFileSync(at('out/staging-eu'), 'a file where a folder belongs')
}

const rows: Readonly<Record<string, Row>> = {
  'emit with an unknown option': { command: 'emit', args: ['--chek'] },
  'emit where npm kept an option': { command: 'emit', args: [], files: staging, env: npmKept },
  'emit without a folder of stacks': { command: 'emit', args: [] },
  'emit of a stack that is not there': { command: 'emit', args: ['prod-eu'], files: staging },
  'emit of a stack with a problem': { command: 'emit', args: [], files: refused },
  'emit --json of a stack with a problem': { command: 'emit', args: ['--json'], files: refused },
  'emit --check without an emitted file': { command: 'emit', args: ['--check'], files: staging },
  'emit --check with a stray folder': { command: 'emit', args: ['--check'], files: stray },
  'emit over another kind of thing': { command: 'emit', args: [], files: staging, prepare: noRights },
  'emit --json over another kind of thing': { command: 'emit', args: ['--json'], files: staging, prepare: noRights },
  'new with an unknown option': { command: 'new', args: ['--acount=1'] },
  'new without an answer': { command: 'new', args: ['team-eu', '--account=111122223333'] },
  'new with a wrong answer': { command: 'new', args: ['team-eu', '--account=1111'] },
  'new that is not agreed to': {
    command: 'new',
    args: [
      'team-eu',
      ...answers,
      planners,
      ...['bucket=team-eu-tfstate', 'lock-table=team-eu-tflock', 'trusted-accounts=111122223333', 'mfa-seconds=3600']
        .concat(['operator-hours=1', 'automation-hours=1', 'recovery-days=35', 'provider-version=5.100.0'])
        .concat(['tofu-versions=>= 1.10.0, < 2.0.0', 'bootstrap-principal=arn:aws:iam::111122223333:role/Bootstrap'])
        .concat(['operator-role=arn:aws:iam::111122223333:role/zenthea/TeamOperator'])
        .concat(['automation-role=arn:aws:iam::111122223333:role/zenthea/TeamAutomation'])
        .concat(['permissions-boundary=arn:aws:iam::111122223333:policy/zenthea/TeamBoundary'])
        .map((flag) => `--${flag}`)
    ]
  },
  'new of a stack that is there': {
    command: 'new',
    args: ['staging-eu', ...answers, planners, '--yes'],
    files: staging
  },
  'new beside a stack with a problem': { command: 'new', args: ['team-eu'], files: refused },
  'review outside of a repository': { command: 'review', args: [], files: staging },
  'review --json outside of a repository': { command: 'review', args: ['--json'], files: staging },
  'review with an unknown option': { command: 'review', args: ['--htlm'] },
  'seed without a stack': { command: 'seed', args: [], files: staging },
  'seed of a stack with a problem': { command: 'seed', args: ['staging-eu'], files: refused },
  'seed without a terminal': { command: 'seed', args: ['staging-eu'], files: staging },
  'seed through a proxy with a password': { command: 'seed', args: ['staging-eu', '--proxy', 'http://a:b@c:1'] },
  'preflight with an unknown check': { command: 'preflight', args: ['staging-eu', '--check', 'lokc'], files: staging },
  'preflight of two stacks': { command: 'preflight', args: ['staging-eu', 'production-eu'], files: staging },
  'preflight without credentials': { command: 'preflight', args: ['staging-eu'], files: staging },
  'preflight --json without credentials': { command: 'preflight', args: ['staging-eu', '--json'], files: staging },
  'tofu with a command that destroys': { command: 'tofu', args: ['staging-eu', 'destroy'], files: staging },
  'tofu with an option that the guard refuses': {
    command: 'tofu',
    args: ['staging-eu', 'plan', '-target=aws_s3_bucket.state'],
    files: staging
  },
  'tofu under CI': { command: 'tofu', args: ['staging-eu', 'plan'], files: staging, env: { CI: 'true' } },
  'tofu of a stack with a problem': { command: 'tofu', args: ['staging-eu', 'plan'], files: refused },
  'status with an unknown option': { command: 'status', args: ['--lvie'] },
  'status of a stack with a problem': { command: 'status', args: [], files: refused },
  'status without an emitted file': { command: 'status', args: [], files: staging },
  'status --json without an emitted file': { command: 'status', args: ['--json'], files: staging },
  'status of a file that is not committed': {
    command: 'status',
    args: [],
    files: { ...staging, 'out/staging-eu/main.tf.json': file }
  },
  'status --live without credentials': {
    command: 'status',
    args: ['--live'],
    files: { ...staging, 'out/staging-eu/main.tf.json': file }
  },
  'doctor with a word too many': { command: 'doctor', args: ['staging-eu'] },
  'doctor on a bare machine': { command: 'doctor', args: [] },
  'doctor --json on a bare machine': { command: 'doctor', args: ['--json'] },
  'explain of no word': { command: 'explain', args: [] },
  'explain of a word that is misspelt': { command: 'explain', args: ['plan-drfit'] },
  'completion of another shell': { command: 'completion', args: ['tcsh'] },
  'sandbox with an unknown word': { command: 'sandbox', args: ['--reste'] }
}

/** The words that a screen or a document of a run gives to explain. */
const wordsOf = ({ stdout, stderr }: Ended): ReadonlyArray<string> => {
  const named = [...`${stdout}\n${stderr}`.matchAll(/npm run explain -- (?!--)(\S+)$/gm)].map(([, word = '']) => word)
  if (!stdout.startsWith('{')) return named
  const words: Array<string> = []
  JSON.parse(stdout, (key, value: unknown) => {
    if (['rule', 'id', 'word'].includes(key) && typeof value === 'string') words.push(value)
    if (key === 'words' && Array.isArray(value)) words.push(...value.map(String))
    return value
  })
  return [...named, ...words]
}

const answered = new Map<string, Ended>()

/** The run is refused, and the explain of this checkout answers each word of it. */
const explained = async (ended: Ended): Promise<ReadonlyArray<string>> => {
  const words = [...new Set(wordsOf(ended))]
  assert.ok(ended.code !== 0 && ended.code !== null, 'it is refused')
  assert.ok(words.length > 0, `no word in:\n${ended.stdout}${ended.stderr}`)
  for (const word of words) {
    const answer = answered.get(word) ?? (await runCommand('explain', [word]))
    answered.set(word, answer)
    assert.equal([answer.code, answer.stderr], [0, ''], word)
    assert.match(answer.stdout, /^ {2}means .+/m, word)
  }
  return words
}

test('the rows are of every command', () => {
  assert.ok(Object.keys(rows).length >= 25)
  assert.equal([...new Set(Object.values(rows).map(({ command }) => command))].toSorted(), COMMANDS.toSorted())
})

for (const [name, { command, args, files = {}, env = {}, prepare }] of Object.entries(rows))
  test(name, () =>
    inTempProject(files, async (project) => {
      prepare?.(project)
      fs.mkdirSync(project.at('home'), { mode: 0o700 })
      await explained(
        await runCommand(command, args, {
          cwd: project.root,
          env: { ...noVariables, HOME: project.at('home'), ...env }
        })
      )
    })
  )

test('the executable with an unknown command', async () => {
  const words = await explained(await runNode([new URL('bin/zenthea.js', root).pathname, 'begin']))
  assert.equal(words, ['not-understood'])
})

const oldNode = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } })`

/** Why no command can begin in a checkout, and how its own explain is started there. */
const brokenCheckouts: Readonly<Record<string, (at: (path: string) => string) => { readonly preload?: string }>> = {
  'node-too-old': () => ({ preload: oldNode }),
  'not-installed': (at) => {
    fs.rmSync(at('node_modules'))
    return {}
  },
  'not-built': (at) => {
    fs.appendFileSync(at('src/command-line/run-command.ts'), 'export const = 1\n')
    return {}
  }
}

for (const [word, breakIt] of Object.entries(brokenCheckouts))
  test(`the executable where no command begins: ${word}, also answered there`, () =>
    inCheckout(async ({ at, run }) => {
      const options = breakIt(at)
      assert.equal(await explained(await run('emit', [], options)), [word])
      const there = await run('explain', [word], options)
      const { code, stdout } = answered.get(word) ?? {}
      assert.equal(there, { code, signal: null, stdout, stderr: '' })
      assert.equal(await explained(await run('explain', ['plan-drift'], options)), [word])
    }))

test.run()
