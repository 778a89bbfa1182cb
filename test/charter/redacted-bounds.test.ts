import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { allUnshown, redacted, redactedJson, unshown, withoutMachine } from '../../src/charter/redacted.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

/** How much of a problem is read and shown: each bound on both sides. A reader sees the fault, and no more than that. */
const test = suite('bounds of what is shown')

type Given = Diagnostic & { readonly at: ReadonlyArray<string | number> }
const problem = (changes: Partial<Given>): Given => ({
  rule: 'tags',
  clause: 'J.6.2 §7',
  at: ['tags', 'Owner'],
  expected: 'a tag',
  actual: '"x"',
  remedy: 'Do.',
  ...changes
})
const many = (count: number): string => 'ab '.repeat(Math.ceil(count / 3)).slice(0, count)
const token = ['ghp', '_', 'a1B2c3D4e5'.repeat(4).slice(0, 36)].join('')

test('a key of 200 characters is shown whole, and of a longer one the first 200', () => {
  assert.equal(unshown(problem({ at: [many(200)] })).at, [many(200)])
  assert.equal(unshown(problem({ at: [many(201)] })).at, [`${many(200)}… (201 characters)`])
})

test('of a path the first 50 steps are shown', () => {
  const steps = Array.from({ length: 51 }, (_, index) => index)
  assert.equal(unshown(problem({ at: steps })).at, steps.slice(0, 50))
  assert.equal(unshown(problem({ at: steps.slice(1) })).at, steps.slice(1))
})

test('a name among the last 20 steps that names a credential hides the value', () => {
  const under = (count: number) => problem({ at: ['dbPassword', ...Array.from({ length: count }, () => 'a')] })
  assert.match(unshown(under(19)).actual, /^a value that is not shown: /)
  assert.is(unshown(under(20)).actual, '"x"')
})

test('an index in the path is not a name, and hides no name before it', () => {
  assert.match(unshown(problem({ at: ['dbPassword', 0] })).actual, /^a value that is not shown: /)
})

test('a text of 159 characters is shown whole, and of a longer one the first 159, with its length', () => {
  assert.is(unshown(problem({ actual: `"${many(159)}"` })).actual, `"${many(159)}"`)
  assert.is(unshown(problem({ actual: `"${many(160)}", and` })).actual, `"${many(159)}… (162 characters), and`)
  assert.is(unshown(problem({ actual: `"${many(170)}"… (999 characters)` })).actual, `"${many(159)}… (999 characters)`)
})

test('of the words of the value 600 characters are shown', () => {
  assert.is(unshown(problem({ actual: many(600) })).actual, many(600))
  assert.is(unshown(problem({ actual: many(601) })).actual, `${many(600)}… (601 characters)`)
})

for (const field of ['expected', 'remedy'] as const)
  test(`of our own words in ${field} 4,000 characters are shown and 20,000 read`, () => {
    assert.is(unshown(problem({ [field]: many(4_000) }))[field], many(4_000))
    assert.is(unshown(problem({ [field]: many(4_001) }))[field], `${many(4_000)}… (4001 characters)`)
    const hidden = 'Not shown: it would repeat a credential.'
    assert.is(unshown(problem({ [field]: `${many(20_000 - token.length)}${token}` }))[field], hidden)
    assert.is.not(unshown(problem({ [field]: `${many(20_001 - token.length)}${token}` }))[field], hidden)
  })

test('a text in our own words is left out where it is sensitive, in either quotes, and by the name of its path', () => {
  for (const [quoted, shown] of [
    ["'jane.doe@zenthea.eu'", '(not shown)'],
    ['"jane.doe@zenthea.eu"', '(not shown)'],
    ["'./jane.doe@zenthea.eu.ts'", '(not shown)'],
    ["'platform'", "'platform'"]
  ])
    assert.is(unshown(problem({ expected: `not ${quoted} here` })).expected, `not ${shown} here`)
})

test('wrong numbers of nine to fourteen digits are shown where an account id belongs, and there alone', () => {
  const long = '86095742719'
  for (const rule of ['account-id', 'placeholders', 'one-account'])
    for (const digits of [long, long.slice(0, 9), `${long}123`])
      assert.is(unshown(problem({ rule, actual: `Steuer-ID ${digits}` })).actual, `Steuer-ID ${digits}`, rule)
  assert.match(unshown(problem({ actual: `Steuer-ID ${long}` })).actual, /^a value that is not shown: /)
  for (const digits of [`${long}1234`, `${long}-x`, `x${long}`, `-${long}`])
    assert.is(unshown(problem({ rule: 'account-id', actual: digits })).actual, digits)
})

const folders = [
  'home',
  'Users',
  'root',
  'tmp',
  'private',
  'var',
  'usr',
  'opt',
  'mnt',
  'srv',
  'work',
  'workspace',
  'builds'
]

test('a path of this machine is left out, in each folder that a program runs in', () => {
  for (const folder of folders)
    for (const path of [`/${folder}/x/a.js`, `file:///${folder}/x/a.js`])
      assert.is(withoutMachine(`in ${path}: lost`), 'in (a path of this machine) lost', path)
})

test('a path that is not one of this machine stays', () => {
  for (const text of [
    'a/home/x',
    './home/x',
    'https://x.example/home/x',
    's3:/home/x',
    '/homes/x',
    '/home',
    '${a}/home/x'
  ])
    assert.is(withoutMachine(text), text)
})

test('of a stack file the name in the project is left', () => {
  for (const path of ['/home/p', 'file:///home/p', '/p', '/home/stacks/p'])
    assert.is(withoutMachine(`at ${path}/stacks/eu.ts`), 'at stacks/eu.ts')
  assert.is(withoutMachine('at /home/p/stacks/eu/a.ts'), 'at (a path of this machine)')
})

test('a value that stands in a path is judged without the paths of this machine, and one of a stack as it is', () => {
  const { at: _, ...lost } = problem({ actual: 'no file /home/p/a.js' })
  assert.is(unshown(lost).actual, 'no file (a path of this machine)')
  assert.is(unshown(problem({ actual: 'no file /home/p/a.js' })).actual, 'no file /home/p/a.js')
})

test('of more than 2,001 problems the first ones are listed, and how many more there are', () => {
  const all = (count: number) => allUnshown([problem({}), ...Array.from({ length: count - 1 }, () => problem({}))])
  assert.is(all(2_001).length, 2_001)
  assert.is(all(2_001).at(-1)?.expected, 'a tag')
  const over = all(2_003)
  assert.is(over.length, 2_002)
  assert.equal(over.at(-1), problem({ expected: 'fewer problems', actual: '2 more, which are not listed' }))
})

test('each line of a text is judged by itself, and the name of a group counts for all below it', () => {
  assert.is(redacted('plain\n./Patient 4711.ts\nplain'), 'plain\n(not shown: personal or clinical fact)\nplain')
  assert.equal(redactedJson({ diagnosis: { a: ['flu'] }, note: ['x\nMRN: 00123456'] }), {
    diagnosis: { a: ['(not shown: literal value under the name of a personal fact)'] },
    note: ['x\n(not shown: personal or clinical fact)']
  })
})

test.run()
