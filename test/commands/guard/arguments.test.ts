import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { guardArguments, stackFileIn } from '../../../src/commands/guard/arguments.ts'

const test = suite('npm run tofu, its arguments')

const stack = 'stacks/staging-eu.ts'
const read = (...args: ReadonlyArray<string>) => guardArguments('/project', args)
const noRoute = { proxy: undefined, caBundle: undefined }

/** What is refused of a command line, each as its id, its clause and what was found. */
const refused = (...args: ReadonlyArray<string>): ReadonlyArray<readonly [string, string, string]> => {
  const outcome = read(...args)
  return E.isLeft(outcome) && outcome.left._tag === 'NotAuthorised'
    ? outcome.left.diagnostics.map(({ rule, clause, actual }) => [rule, clause, actual.split(':')[0] ?? ''])
    : []
}

test('a line to copy names the file of the stack, however it was typed, and STACK where none was', () => {
  assert.is(stackFileIn(['stacks/staging-eu.ts', 'plan']), 'stacks/staging-eu.ts')
  assert.is(stackFileIn(['apply', './stacks/staging-eu.ts']), 'stacks/staging-eu.ts')
  assert.is(stackFileIn(['plan']), 'STACK')
})

for (const command of ['init', 'plan', 'apply'] as const)
  test(`${command} of one stack is understood`, () => {
    assert.equal(
      read(stack, command),
      E.right({ _tag: 'Run', words: [stack], command, route: noRoute, tofu: undefined, isPlain: false })
    )
  })

test('options of the guard are taken in every spelling, and paths are absolute afterwards', () => {
  const expected = E.right({
    _tag: 'Run',
    words: [stack],
    command: 'plan',
    route: { proxy: 'http://proxy.example:3128', caBundle: '/project/ca.pem' },
    tofu: '/project/bin/tofu',
    isPlain: true
  })
  const way = ['--proxy', 'http://proxy.example:3128', '--ca-bundle=ca.pem']
  assert.equal(read(stack, 'plan', ...way, '--tofu', 'bin/tofu', '-no-color'), expected)
  assert.equal(read('-tofu=bin/tofu', '--no-color', ...way, stack, 'plan'), expected)
})

// The list is copied from what `tofu -help` of OpenTofu 1.12.6 prints, and two hidden ones (env, push).
const others =
  'validate destroy console fmt force-unlock get graph import login logout metadata output providers refresh show state taint test untaint version workspace env push'
for (const command of [...others.split(' '), 'Apply', 'planned', ''])
  test(`the command '${command}' is refused`, () => {
    assert.equal(refused(stack, command), [['three-commands', 'J.7.0 §2', command]])
  })

test('a second command is refused even beside one of the three', () => {
  assert.equal(refused(stack, 'apply', 'destroy'), [['three-commands', 'J.7.0 §2', 'destroy']])
})

test('force-unlock is answered with what a person does instead', () => {
  const outcome = read(stack, 'force-unlock')
  assert.ok(E.isLeft(outcome) && outcome.left._tag === 'NotAuthorised')
  assert.match(outcome.left.diagnostics[0].remedy, 'npm run preflight')
  assert.match(outcome.left.diagnostics[0].remedy, 'whose lock it is')
})

const flags: ReadonlyArray<readonly [string, string]> = [
  ['lock=false', 'J.6.2 §5'],
  ['lock-timeout=10s', 'J.6.2 §5'],
  ['auto-approve', 'J.7.0 §6'],
  ['target=aws_s3_bucket.state', 'J.7.0 §4'],
  ['target-file=x', 'J.7.0 §4'],
  ['exclude=aws_s3_bucket.state', 'J.7.0 §4'],
  ['exclude-file=x', 'J.7.0 §4'],
  ['replace=aws_s3_bucket.state', 'J.6.2 §7'],
  ['destroy', 'J.6.2 §7'],
  ['refresh-only', 'J.6.2 §7'],
  ['refresh=false', 'J.7.0 §4'],
  ['var=a=b', 'J.7.0 §6'],
  ['var-file=x.tfvars', 'J.7.0 §6'],
  ['state=x', 'J.6.2 §3'],
  ['state-out=x', 'J.6.2 §3'],
  ['backup=x', 'J.6.2 §3'],
  ['backend=false', 'J.7.0 §4'],
  ['backend-config=key=x', 'J.7.0 §4'],
  ['reconfigure', 'J.7.0 §4'],
  ['migrate-state', 'J.7.0 §4'],
  ['force-copy', 'J.7.0 §4'],
  ['ignore-remote-version', 'J.7.0 §4'],
  ['from-module=x', 'J.7.0 §4'],
  ['chdir=x', 'J.7.0 §4'],
  ['upgrade', 'J.7.0 §3.1'],
  ['plugin-dir=x', 'J.7.0 §3.1'],
  ['lockfile=readonly', 'J.7.0 §3.1'],
  ['out=x', 'J.7.0 §2'],
  ['input=true', 'J.7.0 §2'],
  ['detailed-exitcode', 'J.7.0 §2'],
  ['parallelism=1', 'J.7.0 §2'],
  ['json', 'J.7.0 §2'],
  ['json-into=x', 'J.7.0 §2'],
  ['show-sensitive', 'J.7.0 §7'],
  ['generate-config-out=x', 'J.7.0 §2'],
  ['suppress-forget-errors', 'J.6.2 §7'],
  ['of-a-later-release', 'J.7.0 §2'],
  ['', 'J.7.0 §2']
]
for (const [flag, clause] of flags)
  for (const dashes of ['-', '--'])
    test(`${dashes}${flag} is refused`, () => {
      const text = `${dashes}${flag}`
      if (text === '-') return
      const [name = ''] = flag.split('=')
      assert.equal(refused(stack, 'apply', text), [['flags-known', clause, `-${name}`]])
      assert.equal(refused(text, stack, 'apply'), [['flags-known', clause, `-${name}`]])
    })

test('a flag with its value as the next word is refused, and so is the value where it is a command', () => {
  assert.equal(refused(stack, 'apply', '-target', 'destroy'), [
    ['three-commands', 'J.7.0 §2', 'destroy'],
    ['flags-known', 'J.7.0 §4', '-target']
  ])
})

test('everything that is refused is said at once', () => {
  assert.is(refused(stack, 'destroy', '-lock=false', '--auto-approve').length, 3)
})

test('neither case nor blanks make another flag of it', () => {
  for (const flag of ['-LOCK=false', '-lock =false', '- lock=false', '---lock=false'])
    assert.is(refused(stack, 'apply', flag).length, 1, flag)
})

test('a stack goes by its name, its file or a pattern; which one it is, and whether it is one, is seen in stacks/', () => {
  for (const words of [['staging-eu'], ['stacks/staging-eu'], ['prod-*'], [stack, 'production-eu'], []]) {
    const outcome = read(...words, 'plan')
    assert.ok(E.isRight(outcome) && outcome.right._tag === 'Run')
    assert.equal([outcome.right.words, outcome.right.command], [words, 'plan'])
  }
})

const mistakes: Readonly<Record<string, readonly [ReadonlyArray<string>, string]>> = {
  'no command': [[stack], 'NotUnderstood'],
  'two commands': [[stack, 'plan', 'apply'], 'NotUnderstood'],
  'a proxy without a value': [[stack, 'plan', '--proxy'], 'NotUnderstood'],
  'an empty tofu': [[stack, 'plan', '--tofu='], 'NotUnderstood'],
  'a value for a switch': [[stack, 'plan', '--no-color=false'], 'NotUnderstood'],
  'an option twice': [[stack, 'plan', '--tofu=a', '--tofu=b'], 'NotUnderstood'],
  'a password in the proxy': [[stack, 'plan', '--proxy', 'http://me:secret@proxy:1'], 'NotAProxy']
}
for (const [what, [args, tag]] of Object.entries(mistakes))
  test(`${what} is not understood`, () => {
    const outcome = read(...args)
    assert.ok(E.isLeft(outcome) && outcome.left._tag === 'Mistaken')
    assert.is(outcome.left.mistake._tag, tag)
  })

test('--help is answered, but hides nothing that is refused', () => {
  assert.equal(read('--help'), E.right({ _tag: 'Help' }))
  assert.equal(read(stack, '-h'), E.right({ _tag: 'Help' }))
  assert.is(refused('destroy', '--help').length, 1)
})

test.run()
