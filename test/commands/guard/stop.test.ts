import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { type Seen, stopLines } from '../../../src/commands/guard/stop.ts'
import { awsFailure } from '../../support/preflight-world.ts'

const test = suite('the way out of a tofu that ended badly')

const ADVISED = 'Error: Error acquiring the state lock\nyou can use force-unlock'
const FREE = 'The lock is free: follow no advice of OpenTofu on force-unlock or -lock=false, and run the command again.'
const WORD = 'What this means and why: npm run explain -- tofu-failed'

const lines = (said: string, seen?: Seen): ReadonlyArray<string> =>
  stopLines(
    plain,
    { _tag: 'TofuFailed', command: 'plan', end: { code: 1 } as never, said, ...(seen === undefined ? {} : { seen }) },
    'staging'
  )

const throttled = O.some(awsFailure({ _tag: 'Throttled' }))

test('a tofu that said nothing leaves no empty line', () => {
  assert.equal(lines(''), ['tofu plan ended with 1', WORD])
})

test('a free lock is told where OpenTofu advises to break it, and nowhere else', () => {
  const said = (text: string, seen?: Seen) => lines(text, seen).slice(text.split('\n').length)
  const free: Seen = { refusal: O.none, isLockFree: true }
  assert.equal(said(ADVISED, free), ['tofu plan ended with 1', `  to do     ${FREE}`, WORD])
  assert.equal(said('use -lock=false', free), ['tofu plan ended with 1', `  to do     ${FREE}`, WORD])
  for (const [text, seen] of [
    [ADVISED, undefined],
    [ADVISED, { ...free, isLockFree: false }],
    ['Error: no', free]
  ] as const)
    assert.equal(said(text, seen), ['tofu plan ended with 1', WORD])
})

test('what AWS answered comes first, and both stand in one line', () => {
  const [, , , todo] = lines(ADVISED, { refusal: throttled, isLockFree: true })
  assert.is(todo, `  to do     Wait a minute and run this again. ${FREE}`)
  assert.is(
    lines('Error: no', { refusal: throttled, isLockFree: false })[2],
    '  to do     Wait a minute and run this again.'
  )
})

test('a way out is whole up to 2,000 characters', () => {
  const told = (length: number): string => {
    const [before, after] = ['x', 'xx'].map((calledRegion) => {
      const refusal = O.some(awsFailure({ _tag: 'LimitReached', call: 'S3 CreateBucket', calledRegion }))
      return lines('Error: no', { refusal, isLockFree: false })[2]?.slice('  to do     '.length) ?? ''
    })
    assert.is((after ?? '').length - (before ?? '').length, 1)
    const calledRegion = 'x'.repeat(length - (before ?? '').length + 1)
    const refusal = O.some(awsFailure({ _tag: 'LimitReached', call: 'S3 CreateBucket', calledRegion }))
    return lines('Error: no', { refusal, isLockFree: false })[2]?.slice('  to do     '.length) ?? ''
  }
  assert.is(told(2000).length, 2000)
  assert.not.match(told(2000), 'more)')
  assert.match(told(2001), /… \(1 characters more\)$/)
})

test.run()
