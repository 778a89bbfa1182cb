import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { thrownPlace, thrownText } from '../../../src/adapters/stack/thrown.ts'

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
  [{ a: { b: { c: 1 } } }, '{ a: { b: [Object] } }, which is not an Error'],
  [
    {
      toString: () => {
        throw new Error('never')
      }
    },
    '{ toString: [Function: toString] }, which is not an Error'
  ]
]
for (const [index, [thrown, text]] of texts.entries())
  test(`${index}: ${text}`, () => assert.is(thrownText(thrown), text))

test('a long message is cut', () => {
  assert.is(thrownText(new Error('a'.repeat(500))), 'a'.repeat(500))
  assert.is(thrownText(new Error('a'.repeat(501))), `${'a'.repeat(500)}…`)
})

const withStack = (...frames: ReadonlyArray<string>): Error =>
  Object.assign(new Error('x'), { stack: ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n') })

const urls = ['file:///p%20q/stacks/a.ts', 'file:///p%20q/stacks/shared/b.ts']

test('the place is that of the innermost frame in one of the files, by URL or by path', () => {
  const inA = { url: urls[0], place: { line: 3, column: 7 } }
  assert.equal(
    thrownPlace(
      withStack('f (/p q/src/x.ts:1:2)', 'g (/p q/stacks/a.ts:3:7)', 'h (/p q/stacks/shared/b.ts:9:9)'),
      urls
    ),
    inA
  )
  assert.equal(thrownPlace(withStack('file:///p%20q/stacks/a.ts:3:7'), urls), inA)
})

test('no place where no frame is in them, and none from the words of the message', () => {
  assert.is(thrownPlace(withStack('f (/p q/src/x.ts:1:2)', 'node:internal/modules/run_main:3:7'), urls), undefined)
  assert.is(thrownPlace(new Error('file:///p%20q/stacks/a.ts:3:7'), ['file:///p%20q/stacks/a.ts']), undefined)
  assert.is(thrownPlace('file:///p%20q/stacks/a.ts:3:7', urls), undefined)
  assert.is(thrownPlace(Object.assign(new Error('x'), { stack: 5 }), urls), undefined)
})

test.run()
