import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compilePlace, kindOf, someOf, thrownPlace, thrownText } from '../../../src/outside/stack/thrown.ts'

const test = suite('what a stack throws')

class Named extends Error {
  override readonly name = 'NamedError'
}

const texts: ReadonlyArray<readonly [thrown: unknown, text: string]> = [
  [new Error('no account'), 'no account'],
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  [new Named('no account'), 'NamedError: no account'],
  [new Error(''), 'an error without a message'],
  [new Error(' \n'), 'an error without a message'],
  [new Error('two\n    at lines  here\t'), 'two at lines here'],
  [Object.assign(new Error('x'), { message: 5 }), 'an error without a message'],
  ['text', "'text', which is not an Error"],
  [null, 'null, which is not an Error'],
  [undefined, 'undefined, which is not an Error'],
  [{ a: { b: { c: 1 } } }, 'an object with the keys a, which is not an Error'],
  [
    {
      toString: () => {
        throw new Error('never')
      }
    },
    'an object with the keys toString, which is not an Error'
  ]
]
for (const [index, [thrown, text]] of texts.entries())
  test(`${index}: ${text}`, () => assert.is(thrownText(thrown), text))

test('a long message is cut', () => {
  assert.is(thrownText(new Error('a'.repeat(4000))), 'a'.repeat(4000))
  assert.is(thrownText(new Error('a'.repeat(4001))), `${'a'.repeat(4000)}…`)
})

const withStack = (...frames: ReadonlyArray<string>): Error =>
  Object.assign(new Error('x'), { stack: ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n') })

const sources = ['stacks/a.ts', 'stacks/shared/b.ts']

test('the place is that of the innermost frame in one of the files', () => {
  const inA = { source: 'stacks/a.ts', place: { line: 3, column: 7 } }
  assert.equal(
    thrownPlace(withStack('f (/p q/src/x.ts:1:2)', 'g (stacks/a.ts:3:7)', 'h (stacks/shared/b.ts:9:9)'), sources),
    inA
  )
  assert.equal(thrownPlace(withStack('stacks/a.ts:3:7'), sources), inA)
})

test('no place where no frame is in them, and none from the words of the message', () => {
  const others = ['f (/p q/src/x.ts:1:2)', 'f (/p/stacks/a.ts:3:7)', 'node:internal/modules/run_main:3:7']
  assert.is(thrownPlace(withStack(...others), sources), undefined)
  assert.is(thrownPlace(new Error('stacks/a.ts:3:7'), ['stacks/a.ts']), undefined)
  assert.is(thrownPlace('stacks/a.ts:3:7', sources), undefined)
  assert.is(thrownPlace(Object.assign(new Error('x'), { stack: 5 }), sources), undefined)
})

/** Values, and what is said of the kind of each without asking it anything. */
const kinds: ReadonlyArray<readonly [value: unknown, kind: string]> = [
  [null, 'null'],
  [undefined, 'undefined'],
  ['x', 'a string'],
  [1, 'a number'],
  [() => 1, 'a function'],
  [Symbol('x'), 'a symbol'],
  [[1], 'a list'],
  [{}, 'an object without keys'],
  [{ [Symbol('x')]: 1 }, 'an object without keys'],
  [{ a: 1, b: 2 }, 'an object with the keys a, b'],
  [new Proxy({}, {}), 'a proxy'],
  [new Proxy([], {}), 'a proxy']
]
for (const [index, [value, kind]] of kinds.entries())
  test(`kind ${index}: ${kind}`, () => assert.is(kindOf(value), kind))

test('eight names are shown, and of more the count of the others', () => {
  const names = [...'abcdefghij']
  assert.is(someOf(names.slice(0, 8)), 'a, b, c, d, e, f, g, h')
  assert.is(someOf(names.slice(0, 9)), 'a, b, c, d, e, f, g, h and 1 more')
  assert.is(someOf(names), 'a, b, c, d, e, f, g, h and 2 more')
})

/** The first lines of what an engine says, and where it stopped. */
const heads: ReadonlyArray<readonly [head: string, mark: string, place: object | undefined]> = [
  ['stacks/a.ts:1', '^', { line: 1, column: 1 }],
  ['stacks/a.ts:1', '  ^^^', { line: 1, column: 3 }],
  ['stacks/a.ts:7', '', { line: 7, column: 1 }],
  ['stacks/a.ts:0', '^', undefined],
  ['stacks/a.ts:-1', '^', undefined],
  ['stacks/a.ts:1.5', '^', undefined],
  ['stacks/a.ts:x', '^', undefined],
  ['stacks/a.ts', '^', undefined],
  ['stacks/a.tsx:3', '^', undefined]
]
for (const [head, mark, place] of heads)
  test(`an engine that says ${head} with ${mark || 'no mark'} stopped ${place === undefined ? 'nowhere' : 'there'}`, () => {
    const error = Object.assign(new Error('x'), { stack: [head, 'const a', mark].join('\n') })
    assert.equal(compilePlace(error, 'stacks/a.ts'), place)
  })

test('where an engine stopped to read is the line that it names and the mark below it', () => {
  const error = Object.assign(new Error('x'), {
    stack: 'stacks/a.ts:12\nconst a = b b\n            ^\n\nSyntaxError: x'
  })
  assert.equal(compilePlace(error, 'stacks/a.ts'), { line: 12, column: 13 })
  assert.is(compilePlace(error, 'stacks/b.ts'), undefined)
})

test.run()
