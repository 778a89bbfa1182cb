import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type LiveSeen, offlineStatus, withLive } from '../../../src/commands/status/stack-status.ts'
import type { RepositoryFailure } from '../../../src/outside/git/repository.port.ts'
import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('what is known of one stack')

const none = E.right(O.none)
const file = emittedStaging()
const bytes = new TextEncoder().encode(file.text)

/** A stack whose file was never emitted, so that it needs attention before AWS is asked. */
const missing = () => {
  const emission = { source: 'stacks/staging-eu.ts', imports: [], read: new Map(), file: E.right(file) }
  return offlineStatus({ emission, emitted: none, committed: none, planned: none, applied: none })
}
const before = 'file missing: npm run emit -- staging-eu'

const seen: LiveSeen = { bucket: true, table: true, lock: 'free', serial: 1, unanswered: [], findings: [] }

test('what AWS says comes behind what was known, with the first finding and a count of the others', () => {
  const findings = [
    { rule: 'bucket-versioning', actual: 'Suspended' },
    { rule: 'table-active', actual: 'ARCHIVED' },
    { rule: 'lock-free', actual: 'held' }
  ]
  const found = (count: number) => withLive(missing(), E.right({ ...seen, findings: findings.slice(0, count) }))
  assert.equal([found(0).attention, found(0).words, found(0).live], [[before], ['not-emitted'], seen])
  assert.equal(found(1).attention, [before, 'bucket-versioning: Suspended: npm run preflight -- staging-eu'])
  assert.equal(found(2).attention, [before, 'bucket-versioning: Suspended and 1 more: npm run preflight -- staging-eu'])
  assert.equal(found(3).attention, [before, 'bucket-versioning: Suspended and 2 more: npm run preflight -- staging-eu'])
  assert.equal(found(3).words, ['not-emitted', 'bucket-versioning'])
  assert.equal(found(3).live?.findings.length, 3)
})

test('why AWS was not asked comes behind what was known too', () => {
  const not = withLive(missing(), E.left({ why: 'no credentials', word: 'credentials', isElsewhere: false }))
  assert.equal(
    [not.attention, not.words, not.live],
    [[before, 'AWS was not asked: no credentials'], ['not-emitted', 'credentials'], null]
  )
})

test('a file that is not as declared is emitted first, and committed once it is', () => {
  const emission = { source: 'stacks/staging-eu.ts', imports: [], read: new Map(), file: E.right(file) }
  const status = offlineStatus({
    ...{ emission, planned: none, applied: none, committed: none },
    emitted: E.right(O.some(bytes))
  })
  assert.equal(status.attention, ['commit missing: git add stacks/staging-eu.ts out/staging-eu, and commit'])
  assert.equal(missing().attention, [before])
})

test('what git cannot read is told with its cause and its own way out, for a commit cures none of it', () => {
  const emission = { source: 'stacks/staging-eu.ts', imports: [], read: new Map(), file: E.right(file) }
  const told = (failure: RepositoryFailure, emitted = E.right(O.some(bytes))) =>
    offlineStatus({ ...{ emission, planned: none, applied: none, emitted }, committed: E.left(failure) })
  const { attention, words, committed } = told({ what: 'git', cause: 'fatal: no', remedy: 'Make it so.' })
  assert.equal([attention, words], [['commit unreadable (fatal: no): Make it so.'], ['not-readable']])
  assert.is(committed, 'unreadable')
  assert.equal(told({ what: 'git', cause: 'fatal: no' }).attention, ['commit unreadable (fatal: no): npm run doctor'])
  assert.equal(told({ what: 'git', cause: 'fatal: no' }, none).attention, [before])
})

test('the command about a refused stack can be typed, with any name that its file has', () => {
  const problem = { rule: 'settings', expected: 'x', actual: 'y', remedy: 'z' }
  const typed = (stack: string, count = 1): string => {
    const emission = {
      ...{ source: `stacks/${stack}.ts`, imports: [], read: new Map() },
      file: E.left(Array.from({ length: count }, () => problem))
    } as unknown as Emission
    const { attention, words } = offlineStatus({
      ...{ emission, emitted: none, committed: none, planned: none, applied: none }
    })
    assert.equal(words, ['settings'])
    return attention.join()
  }
  assert.is(typed('staging-eu'), '1 problem: npm run emit -- staging-eu')
  assert.is(typed('staging-eu', 2), '2 problems: npm run emit -- staging-eu')
  assert.is(typed('--all'), '1 problem: npm run emit -- stacks/--all.ts')
  assert.is(typed('my stack'), "1 problem: npm run emit -- 'my stack'")
  assert.is(typed('-my stack'), "1 problem: npm run emit -- 'stacks/-my stack.ts'")
})

test.run()
