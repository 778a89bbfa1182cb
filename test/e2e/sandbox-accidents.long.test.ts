import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ACCIDENTS } from '../../src/commands/sandbox/accidents.ts'
import { type Rehearsed, machine } from '../support/sandbox-run.ts'
import { notSaid, toldIn } from '../support/told-in-documents.ts'
import { bench } from './bench/bench.ts'
import { needAwsCli } from './bench/aws-cli.ts'

needAwsCli()
const { python } = await bench()
const own = machine()

/** What is broken in both sandboxes at once, and in the first of them a second time. */
const OFTEN = 'lock-held'

/** Those that wait for an apply take longest: each of two sandboxes has every other one of the list. */
const halves = [0, 1].map((half) => [
  OFTEN,
  ...ACCIDENTS.filter((_, index) => index % 2 === half).flatMap(({ name }) => (name === OFTEN ? [] : [name])),
  ...(half === 0 ? [OFTEN] : [])
])

const ROLE = 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator'
const assume = `aws sts assume-role --role-arn ${ROLE} --role-session-name ada --query AssumedRoleUser.Arn --output text`
const shown = (code: string): string => `--serial-number arn:aws:iam::111122223333:mfa/Ada --token-code ${code}`

/** What a user below the trusted path is answered: by a key alone, with the device of somebody else, with a wrong code, and with the right one. */
const SECOND_FACTOR = [
  `echo SECOND FACTOR; as person && { ${assume}`,
  `${assume} ${shown('$(mfa)').replace('mfa/Ada', 'mfa/Grace')}`,
  `${assume} ${shown('$(mfa | tr 0-9 1-90)')}`,
  `${assume} ${shown('$(mfa)')}`,
  'session() { aws sts get-session-token "$@" --query "Credentials.[AccessKeyId,SecretAccessKey,SessionToken]" --output text; }',
  `with() { read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <<<"$(session "$@")"; export AWS_SESSION_TOKEN; ${assume}; as person; }`,
  `with; with ${shown('$(mfa)')}; as person; } 2>&1`
].join('\n')

const rehearsal = (names: ReadonlyArray<string>): string =>
  [
    ...names.map((name) => `echo "BREAK ${name}"; break ${name} && way-out --yes && echo "LED OUT ${name}"`),
    SECOND_FACTOR,
    'as bootstrap',
    'echo EVIDENCE; cd "$HOME/.local/state/zenthea-foundation/evidence/staging-eu"',
    `grep -ho '"sandbox": [a-z]*' * | sort | uniq -c; grep -ho '"terminalGone": true' *`,
    'as operator && aws s3api delete-bucket-policy --bucket zenthea-staging-eu-tfstate 2>&1',
    'as automation && aws sts get-caller-identity --query Arn --output text; as bootstrap',
    'echo CHECKED; cd "$ZENTHEA_SANDBOX/project" && check'
  ].join('\n')

/** Who sits there presses Enter before each step, and decides at two of them. */
const typing = [
  ['Enter runs it', '\n'],
  ['Enter runs it', '\n'],
  ['Type the account id to create this: ', '111122223333\n'],
  ...Array.from({ length: 4 }, () => ['Enter runs it', '\n'] as const),
  ['Type the name of the environment to apply this: ', 'staging\n'],
  ['Enter runs it', '\n']
] as const

/** Two at once, in one day 0 each: one that a person goes through at a terminal, and one that answers by itself. */
const rehearsed: Promise<ReadonlyArray<Rehearsed>> = Promise.all([
  own.onTerminal(python, ['--tour', 'staging-eu', '--run', rehearsal(halves[0] ?? [])], typing),
  own.sandbox(['--tour', '--yes', 'staging-eu', '--run', rehearsal(halves[1] ?? [])])
])

/** What each of both said: its tour, and what came of each of its accidents by name. */
const said = async () =>
  (await rehearsed).map(({ stdout, stderr, code }) => {
    const text = `${stdout}${stderr}`.replaceAll('\r\n', '\n')
    const [tour = '', ...rest] = text.split(/^(?:BREAK |(?=EVIDENCE$|SECOND FACTOR$))/m)
    const parts = rest.map((part) => [part.split('\n')[0] ?? '', part] as const)
    return { code, tour, parts, text }
  })

const evidenceIn = (parts: ReadonlyArray<readonly [string, string]>): string =>
  parts.find(([name]) => name === 'EVIDENCE')?.[1] ?? ''

const test = suite('the accidents of the sandbox, with a real tofu')
test.after(() => own.close())

test('the tour, by hand at a terminal, is as the page shows it', async () => {
  const [byHand] = await said()
  const told = toldIn({ document: 'operator/rehearse.md', section: 'Day 0, step by step' })
  assert.equal(notSaid(told, byHand?.tour ?? ''), [], byHand?.tour)
})

for (const { name, rule } of ACCIDENTS)
  test(`${name}: it is refused, and what is printed leads out of it`, async () => {
    const worlds = await said()
    const screens = worlds.flatMap(({ parts }) => parts.flatMap(([of, screen]) => (of === name ? [screen] : [])))
    assert.is(screens.length, name === OFTEN ? 3 : 1, worlds.map(({ text }) => text.slice(-3000)).join('\n'))
    for (const screen of screens) {
      assert.match(screen, new RegExp(`^ +${rule ?? 'run-alone'}\\s*$`, 'm'), screen)
      assert.match(screen, `\nLED OUT ${name}\n`, screen)
    }
  })

test('the operator role is assumed with a second factor alone, however it is shown', async () => {
  for (const { parts } of await said()) {
    const [, screen = ''] = parts.find(([name]) => name === 'SECOND FACTOR') ?? []
    const answers = screen.split('\n').filter((line) => /AccessDenied|assumed-role/.test(line))
    const refused = 'User: arn:aws:iam::111122223333:user/operators/Ada is not authorized to perform: sts:AssumeRole'
    const given = 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator/ada'
    const wrong = 'MultiFactorAuthentication failed'
    const expected = [refused, wrong, wrong, given, refused, given]
    assert.is(answers.length, expected.length, screen)
    expected.forEach((text, index) => assert.match(answers[index] ?? '', text))
  }
})

test('all is well at the end; evidence says that it is of a sandbox, and that a terminal was closed', async () => {
  for (const { code, parts, text } of await said()) {
    const evidence = evidenceIn(parts)
    assert.is(code, 0, `${evidence.slice(0, 3000)}\n…\n${text.slice(-3000)}`)
    assert.match(evidence, /\d+ "sandbox": true\n/)
    assert.not.match(evidence, '"sandbox": false')
    assert.match(
      evidence,
      /AccessDenied.*ZentheaStagingEuOperator\/rehearsal is not authorized to perform: s3:DeleteBucketPolicy/
    )
    assert.match(evidence, 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuAutomation/rehearsal')
    assert.match(evidence, 'All is well: preflight passes, and the plan is empty.')
  }
  assert.ok((await said()).some(({ parts }) => evidenceIn(parts).includes('"terminalGone": true')))
  assert.is(await own.left(), '')
})

test.run()
