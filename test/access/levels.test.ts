import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  levelOfNoAccount,
  levelOfNoRole,
  levelOfOtherAccount,
  levelOfRole,
  levelOfSameAccount,
  levelOfTrust,
  levels
} from '../../src/access/levels.ts'
import type { Placed } from '../../src/access/question.ts'

/** How far a request gets under the statements that apply to it. Source: IAM, "Policy evaluation logic". */
const test = suite('how far a request gets')

/** `+identity` allows, `-boundary` denies; of the resource's own policy, `+session` is a grant to a session or to everybody. */
const placed = (word: string): Placed => {
  const kind = word.slice(1)
  const isGrant = kind === 'account' || kind === 'principal' || kind === 'session'
  return {
    clause: {
      effect: word.startsWith('-') ? 'Deny' : 'Allow',
      grant: isGrant ? kind : 'session',
      sid: 'One',
      criteria: []
    },
    policy: kind === 'identity' || kind === 'boundary' ? kind : 'resource',
    name: 'a policy'
  }
}
const said = (level: (applying: ReadonlyArray<Placed>) => number, words: string): string =>
  levels[level(words === '' ? [] : words.split(' ').map(placed))] ?? 'no level'

const [no, own, yes, past] = levels

/** What applies; then a role with its boundary and without one, and the trust policy of a role with a boundary and without one. */
const roles: ReadonlyArray<readonly [string, string, string, string, string]> = [
  ['', no, no, no, no],
  ['+identity', no, yes, no, no],
  ['+boundary', no, no, no, no],
  ['+identity +boundary', yes, yes, no, no],
  ['+account', no, no, no, no],
  ['+account +identity', no, yes, no, yes],
  ['+account +identity +boundary', yes, yes, yes, yes],
  ['+principal', no, yes, no, yes],
  ['+principal +boundary', yes, yes, yes, yes],
  ['+principal +identity', no, yes, no, yes],
  ['+session', yes, yes, yes, yes],
  ['+session -identity', no, no, no, no],
  ['+identity +boundary -resource', no, no, no, no],
  ['+session -boundary', no, no, no, no]
]
for (const [words, bounded, free, boundedTrust, freeTrust] of roles)
  test(`a role, where ${words === '' ? 'nothing applies' : words}`, () => {
    assert.is(said(levelOfRole(true, false), words), bounded, 'with a boundary')
    assert.is(said(levelOfRole(false, false), words), free, 'without a boundary')
    assert.is(said(levelOfRole(true, true), words), boundedTrust, 'in a trust policy, with a boundary')
    assert.is(said(levelOfRole(false, true), words), freeTrust, 'in a trust policy, without a boundary')
    assert.is(said(levelOfNoRole, words), no, 'a role that is not there')
  })

/** What applies; then another principal of the account, of another account, of no account, and in a trust policy. */
const others: ReadonlyArray<readonly [string, string, string, string, string]> = [
  ['', own, no, no, no],
  ['+account', own, own, past, own],
  ['+principal', yes, own, past, yes],
  ['+session', past, own, past, past],
  ['+session -resource', no, no, no, no],
  ['+principal -resource', no, no, no, no],
  ['-resource', no, no, no, no]
]
for (const [words, same, other, none, trust] of others)
  test(`a principal beside the roles, where ${words === '' ? 'nothing applies' : words}`, () => {
    assert.is(said(levelOfSameAccount, words), same)
    assert.is(said(levelOfOtherAccount, words), other)
    assert.is(said(levelOfNoAccount, words), none)
    assert.is(said(levelOfTrust, words), trust)
  })

test('one case has one function, so that two sides of one case are seen to be alike', () => {
  const all = [false, true].flatMap((hasBoundary) => [false, true].map((isTrust) => [hasBoundary, isTrust] as const))
  for (const of of all) assert.is(levelOfRole(...of), levelOfRole(...of))
  assert.is(new Set(all.map((of) => levelOfRole(...of))).size, 4)
})

test.run()
