import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compilePlace, thrownPlace, thrownText } from '../../../src/outside/stack/thrown.ts'

const test = suite('what a stack throws')

class Named extends Error {
  override readonly name = 'NamedError'
}

const texts: ReadonlyArray<readonly [thrown: unknown, text: string]> = [
  [new Error('no account'), 'no account'],
  [new TypeError('x is not a function'), 'TypeError: x is not a function'],
  [new Named('no account'), 'NamedError: no account'],
  [new Error(''), 'an error without a message'],
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

test('where an engine stopped to read is the line that it names and the mark below it', () => {
  const error = Object.assign(new Error('x'), {
    stack: 'stacks/a.ts:12\nconst a = b b\n            ^\n\nSyntaxError: x'
  })
  assert.equal(compilePlace(error, 'stacks/a.ts'), { line: 12, column: 13 })
  assert.is(compilePlace(error, 'stacks/b.ts'), undefined)
})

test.run()
