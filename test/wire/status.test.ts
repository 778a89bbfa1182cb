import { digest, instant } from '../support/kinds.ts'
import { declaredAs, seenAs } from '../support/seen.ts'
import { Ajv } from 'ajv'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EVIDENCE_SCHEMA, type Evidence, writtenEvidence } from '../../src/commands/guard/evidence.ts'
import { type Answers, questions } from '../../src/commands/new/questions.ts'
import { sourceOf, stackText } from '../../src/commands/new/stack-file.ts'
import type { StackStatus } from '../../src/commands/status/stack-status.ts'
import type { AwsDouble } from '../support/aws-double/aws-double.ts'
import { LOCK, LOCK_ID, startHealthyDouble } from '../support/preflight-bench.ts'
import { inPreflightProject, preflightEnvironment } from '../support/preflight-project.ts'
import { ACCOUNT, tableIn } from '../support/seed-bench.ts'
import { type TempProject, runCommand } from '../support/temp-project.ts'

const test = suite<{ double: AwsDouble }>('npm run status')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const schema = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
  JSON.parse(fs.readFileSync(new URL('../../docs/reference/status.schema.json', import.meta.url), 'utf8')) as object
)

type Seen = { readonly code: number | null; readonly stacks: ReadonlyArray<StackStatus> }

const statusOf = async ({ root }: TempProject, args: ReadonlyArray<string> = [], env = {}): Promise<Seen> => {
  const own = { ...preflightEnvironment(), ...env }
  const { code, stdout, stderr } = await runCommand('status', ['--json', ...args], { cwd: root, env: own })
  assert.is(stderr, '')
  const document: unknown = JSON.parse(stdout)
  assert.ok(schema(document), JSON.stringify(schema.errors))
  return { code, stacks: (document as { readonly stacks: ReadonlyArray<StackStatus> }).stacks }
}

const way = ({ proxy, caBundle }: AwsDouble) => ['--live', '--proxy', proxy, '--ca-bundle', caBundle]

const operator = `arn:aws:iam::${ACCOUNT}:role/zenthea/foundation/ZentheaStagingEuOperator`

/** What an apply ends with that was refused before tofu was let loose. */
const isRefused = (reason: Evidence['outcome']['reason']): boolean => ['NotAllowed', 'NotConfirmed'].includes(reason)

const run = (
  command: 'plan' | 'apply',
  reason: Evidence['outcome']['reason'],
  ended: string | null,
  account: string = ACCOUNT
): string =>
  writtenEvidence({
    schema: EVIDENCE_SCHEMA,
    program: digest('b'.repeat(64)),
    sandbox: false,
    command,
    completed: ended !== null,
    began: instant('2026-01-31T12:00:00.000Z'),
    ended: ended === null ? null : instant(ended),
    stack: 'staging-eu',
    declared: {
      account,
      region: 'eu-central-1',
      provider: { version: '5.100.0', proof: 'proven by run' }
    },
    caller: {
      kind: 'operator role',
      seen: seenAs('ZentheaStagingEuOperator', ACCOUNT),
      declared: declaredAs(operator)
    },
    commit: null,
    file: { path: 'out/staging-eu/main.tf.json', sha256: null },
    tofu: null,
    providers: null,
    plan: null,
    checks: [],
    findings: [],
    confirmed: false,
    applied: command === 'apply' && ended !== null && !isRefused(reason),
    runs: [],
    outcome: { reason, objections: [], exitCode: reason === 'Done' ? 0 : 1 },
    state: { before: null, after: null }
  })

test('valid, emitted and committed, each alone; and what to do', () =>
  inPreflightProject(async (project) => {
    const whole = await statusOf(project)
    assert.is(whole.code, 0)
    assert.equal(
      whole.stacks.map(({ stack, problems, emitted, committed, attention }) => [
        stack,
        problems,
        emitted,
        committed,
        attention
      ]),
      ['production-eu', 'staging-eu'].map((stack) => [stack, 0, 'as declared', 'as declared', []])
    )
    const text = project.read('stacks/staging-eu.ts')
    project.write('stacks/staging-eu.ts', text.replaceAll('OpenTofu state lock', 'Lock'))
    const [, changed] = (await statusOf(project)).stacks
    assert.equal([changed?.emitted, changed?.committed], ['differs', 'differs'])
    await runCommand('emit', [], { cwd: project.root })
    const later = await statusOf(project, ['staging-eu'])
    assert.equal([later.code, later.stacks[0]?.emitted, later.stacks[0]?.committed], [1, 'as declared', 'differs'])
    assert.match(later.stacks[0]?.attention.join() ?? '', 'git add stacks/staging-eu.ts out/staging-eu')
    project.write('stacks/staging-eu.ts', text.replace("account: '111122223333'", "account: '1'"))
    const broken = await statusOf(project, ['staging-*'])
    assert.ok((broken.stacks[0]?.problems ?? 0) > 0)
    assert.match(broken.stacks[0]?.attention[0] ?? '', 'npm run emit -- staging-eu')
  }))

test('when it was last planned and applied, by which role, from the newest evidence alone', () =>
  inPreflightProject(async (project) => {
    const home = `${project.root}-home`
    const folder = `${home}/zenthea-foundation/evidence/staging-eu`
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
    const put = (name: string, text: string): void => fs.writeFileSync(`${folder}/${name}.json`, text, { mode: 0o600 })
    put('2026-01-30T120000000Z-plan-aaaaaaaa', run('plan', 'PlanRefused', '2026-01-30T12:00:00.000Z'))
    put('2026-01-31T120000000Z-plan-bbbbbbbb', run('plan', 'Done', '2026-01-31T12:01:00.000Z'))
    put('2026-01-31T130000000Z-apply-cccccccc', run('apply', 'NotCompleted', null))
    const { code, stacks } = await statusOf(project, ['staging-eu'], { XDG_STATE_HOME: home })
    const [seen] = stacks
    assert.equal(seen?.planned, {
      at: '2026-01-31T12:01:00.000Z',
      role: `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaStagingEuOperator`,
      outcome: 'Done',
      completed: true
    })
    assert.equal(seen?.applied?.completed, false)
    assert.match(seen?.attention.join() ?? '', 'last apply ended with NotCompleted')
    assert.is(code, 1)
    put('2026-01-31T140000000Z-apply-dddddddd', run('apply', 'Done', '2026-01-31T14:00:00.000Z'))
    assert.is((await statusOf(project, ['staging-eu'], { XDG_STATE_HOME: home })).code, 0)
    put('2026-01-31T150000000Z-apply-eeeeeeee', run('apply', 'NotAllowed', '2026-01-31T15:00:00.000Z'))
    put('2026-01-31T160000000Z-apply-ffffffff', run('apply', 'NotConfirmed', '2026-01-31T16:00:00.000Z'))
    put('2026-01-31T170000000Z-apply-00000000', run('apply', 'TofuFailed', '2026-01-31T17:00:00.000Z', '444455556666'))
    put('2026-01-31T170000000Z-plan-00000000', run('plan', 'Done', '2026-01-31T17:00:00.000Z', '444455556666'))
    put('2026-01-31T180000000Z-apply-11111111', '{"schema":"of another time"}')
    const after = await statusOf(project, ['staging-eu'], { XDG_STATE_HOME: home })
    assert.is(after.code, 0)
    assert.is(after.stacks[0]?.applied?.at, '2026-01-31T14:00:00.000Z')
    assert.is(after.stacks[0]?.planned?.at, '2026-01-31T12:01:00.000Z')
    put('2026-01-31T190000000Z-apply-22222222', run('apply', 'TofuFailed', '2026-01-31T19:00:00.000Z'))
    const failed = await statusOf(project, ['staging-eu'], { XDG_STATE_HOME: home })
    assert.match(failed.stacks[0]?.attention.join() ?? '', 'last apply ended with TofuFailed')
    fs.renameSync(home, project.at('home'))
    const inside = await statusOf(project, ['staging-eu'], { XDG_STATE_HOME: project.at('home') })
    assert.is(inside.stacks[0]?.applied, null)
  }))

test('--live: as declared, and it writes nothing', ({ double }) =>
  inPreflightProject(async (project) => {
    const { stacks } = await statusOf(project, ['staging-eu', ...way(double)])
    assert.equal(stacks[0]?.live, { bucket: true, table: true, lock: 'free', serial: 7, unanswered: [], findings: [] })
    assert.equal(stacks[0]?.attention, [])
    const written = double.calls().filter(({ operation }) => /^(Put|Delete|Create|Update)/.test(operation))
    assert.equal(written, [])
  }))

test('--live: a held lock without the name of its holder, drift of the bucket, and a stack of another account', ({
  double
}) =>
  inPreflightProject(async (project) => {
    tableIn(double)?.items.push({ LockID: { S: LOCK_ID }, Info: { S: LOCK } })
    const [bucket] = double.world.buckets.values()
    if (bucket !== undefined) delete (bucket as Record<string, unknown>)['versioning']
    const { code, stacks } = await statusOf(project, way(double))
    assert.is(code, 1)
    const [production, staging] = stacks
    assert.match(staging?.live?.lock ?? '', /^held since 2026-11-21/)
    assert.not.match(JSON.stringify(stacks), 'amara')
    assert.is(staging?.live?.bucket, false)
    assert.ok((staging?.live?.findings.length ?? 0) >= 2)
    assert.equal([production?.live, production?.attention], [null, []])
    const named = await statusOf(project, ['production-eu', ...way(double)])
    assert.is(named.code, 1)
    assert.match(named.stacks[0]?.attention.join() ?? '', `signed in to ${ACCOUNT}`)
  }))

test('--live without credentials: it says why AWS was not asked', ({ double }) =>
  inPreflightProject(async (project) => {
    const { code, stacks } = await statusOf(project, ['staging-eu', ...way(double)], { AWS_ACCESS_KEY_ID: undefined })
    assert.is(code, 1)
    assert.match(stacks[0]?.attention.join() ?? '', 'AWS was not asked: credentials-of-one-source')
    assert.equal(double.calls(), [])
  }))

test('a hundred stacks that new made, and AWS asked about each: one screen of what needs attention', ({ double }) =>
  inPreflightProject(async (project) => {
    for (let index = 1; index <= 98; index += 1) {
      const answers = {
        account: ACCOUNT,
        environment: `team${index}`,
        'logical-region': 'eu',
        'aws-region': 'eu-central-1'
      }
      const whole: Answers = {
        ...answers,
        operators: '',
        'operator-users': '/operators/',
        planners: `arn:aws:iam::${ACCOUNT}:role/ZentheaStagingPlanner`
      }
      let all = whole
      for (const { name, propose } of questions)
        if (all[name] === undefined && propose !== undefined) all = { ...all, [name]: propose(all) }
      project.write(sourceOf(all), stackText(all))
    }
    assert.is((await runCommand('emit', [], { cwd: project.root })).code, 0)
    const { code, stdout } = await runCommand('status', way(double), { cwd: project.root, env: preflightEnvironment() })
    assert.is(code, 1)
    const lines = stdout.trimEnd().split('\n')
    assert.ok(lines.length <= 43, stdout)
    assert.match(lines.at(-1) ?? '', '100 stacks: 1 as they must be, 98 need attention, 1 of other accounts')
    const asked = double.calls().filter(({ operation }) => operation === 'GetCallerIdentity')
    assert.is(asked.length, 100)
  }))

test.run()
