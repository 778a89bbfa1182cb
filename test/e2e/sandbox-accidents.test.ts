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

/** Those that wait for an apply take longest: each of two sandboxes has every other one of the list. */
const halves = [0, 1].map((half) => ACCIDENTS.filter((_, index) => index % 2 === half).map(({ name }) => name))

const rehearsal = (names: ReadonlyArray<string>): string =>
  [
    ...names.map((name) => `echo "BREAK ${name}"; break ${name} && way-out --yes && echo "LED OUT ${name}"`),
    'echo EVIDENCE; cd "$HOME/.local/state/zenthea-foundation/evidence/staging-eu"',
    `grep -ho '"sandbox": [a-z]*' * | sort | uniq -c; grep -ho '"terminalGone": true' *`,
    'as operator && aws s3api delete-bucket-policy --bucket zenthea-staging-eu-tfstate 2>&1; as bootstrap',
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
    const [tour = '', ...rest] = text.split(/^(?:BREAK |(?=EVIDENCE$))/m)
    const parts = rest.map((part) => [part.split('\n')[0] ?? '', part] as const)
    return { code, tour, parts: new Map(parts), text }
  })

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
    const part = worlds.flatMap(({ parts }) => parts.get(name) ?? [])
    assert.is(part.length, 1, worlds.map(({ text }) => text.slice(-3000)).join('\n'))
    const [screen = ''] = part
    assert.match(screen, new RegExp(`^ +${rule ?? 'run-alone'}\\s*$`, 'm'), screen)
    assert.match(screen, `\nLED OUT ${name}\n`, screen)
  })

test('all is well at the end; evidence says that it is of a sandbox, and that a terminal was closed', async () => {
  for (const { code, parts, text } of await said()) {
    const evidence = parts.get('EVIDENCE') ?? ''
    assert.is(code, 0, `${evidence.slice(0, 3000)}\n…\n${text.slice(-3000)}`)
    assert.match(evidence, /\d+ "sandbox": true\n/)
    assert.not.match(evidence, '"sandbox": false')
    assert.match(
      evidence,
      /AccessDenied.*ZentheaStagingEuOperator\/rehearsal is not authorized to perform: s3:DeleteBucketPolicy/
    )
    assert.match(evidence, 'All is well: preflight passes, and the plan is empty.')
  }
  assert.ok((await said()).some(({ parts }) => (parts.get('EVIDENCE') ?? '').includes('"terminalGone": true')))
  assert.is(await own.left(), '')
})

test.run()
