import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessIn } from '../../src/access/access-in-file.ts'
import type { Access } from '../../src/access/access.ts'
import { type Box, isWithin } from '../../src/access/boxes.ts'
import { type Change, difference } from '../../src/access/difference.ts'
import { principalDimension } from '../../src/access/principal.ts'
import { accessSentences } from '../../src/access/sentences.ts'
import { type Witness, witnesses } from '../../src/access/witnesses.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { accessOf, pairs } from '../support/access/random.ts'
import { emittedStaging } from '../support/wanted.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const text = emittedStaging().text
const before = JSON.parse(text) as JsonObject
const sentencesOf = (edit: (file: Raw) => void): ReadonlyArray<string> => {
  const after: Raw = JSON.parse(text)
  edit(after)
  return accessSentences(accessIn(before), accessIn(after as JsonObject)).map(({ sentence }) => sentence)
}

const test = suite('a minimal set of witnesses')

/** What a person would read of each statement of the bucket policy that goes: how it is asked for, and once. */
const asked: Readonly<Record<string, string>> = {
  TlsOnly: ', if aws:SecureTransport is false',
  TlsNotBelow12: ', if s3:TlsVersion is less than 1.2',
  ThisAccountOnly: ' to any principal of any other account, anybody without credentials; nothing else allows it',
  DeclaredEncryptionOnly: ', if s3:x-amz-server-side-encryption is not AES256',
  HistoryStays: ' and s3:TlsVersion is not less than 1.2',
  BootstrapPrincipalSetsPolicy: ' and s3:TlsVersion is not less than 1.2'
}
const statements = (before as Raw).locals.state_bucket_policy.Statement as ReadonlyArray<{ readonly Sid: string }>
for (const [index, { Sid }] of statements.entries())
  test(`${Sid} is missing: one sentence`, () => {
    const [told = '', ...others] = sentencesOf(({ locals }) => locals.state_bucket_policy.Statement.splice(index, 1))
    assert.equal(others, [])
    assert.ok(told.endsWith(asked[Sid] ?? 'not known'), told)
  })

test('a condition of two keys that goes: one sentence, with each way', () => {
  const [told = '', ...others] = sentencesOf(({ locals }) => delete locals.boundary_policy.Statement[0].Condition)
  assert.equal(others, [])
  assert.match(told, /^the automation role, the operator role may now use /)
  assert.ok(
    told.endsWith(
      ', as far as the other statements let it, if aws:RequestedRegion is not eu-central-1, or if aws:ResourceAccount is not 111122223333'
    ),
    told
  )
})

test('the same statement in both roles: one sentence', () => {
  const more = { Sid: 'More', Effect: 'Allow', Action: ['iam:ListUsers'], Resource: ['*'] }
  const told = sentencesOf(({ locals }) => {
    for (const name of ['operator_policy', 'automation_policy']) {
      locals[name].Statement = locals[name].Statement.filter((one: Raw) => one.Effect !== 'Deny')
      locals[name].Statement.push(more)
    }
    locals.boundary_policy.Statement = [more]
  })
  assert.is(told.filter((one) => one.includes('may now use')).length, 1, told.join('\n'))
  assert.match(told[0] ?? '', /^the automation role, the operator role may now use iam:ListUsers on /)
})

/** One request of a change, as a box of single cells. */
const pointOf = ({ cells }: Change): Box => new Map([...cells].map(([name, [index = 0]]) => [name, [index]]))

const holds = (point: Box, roles: ReadonlyArray<string>, part: Change): boolean =>
  isWithin(point, part.cells) &&
  roles.every((role) => part.roles.includes(role)) &&
  roles.length > 0 === part.roles.length > 0

/** Whether a witness says all that a change is. */
const says = ({ roles, box, ways, turn, parts }: Witness, { cells, ...of }: Change): boolean => {
  const who = cells.get(principalDimension)
  const isWho =
    of.roles.length > 0
      ? of.roles.every((role) => roles.includes(role))
      : who?.every((index) => box.get(principalDimension)?.includes(index) === true) === true
  const things = new Map([...box].filter(([name]) => name === 'action' || name === 'resource'))
  const isSure = (parts[0]?.undecided.length ?? 0) === 0
  const isKind = turn === of.turn && isSure === (of.undecided.length === 0)
  return isKind && isWho && isWithin(cells, things) && (ways.length === 0 || ways.some((way) => isWithin(cells, way)))
}

/** Asserts that witnesses cover what changes, each request once, and that none follows from another. */
const assertMinimal = (was: Access, is: Access): number => {
  const { changes, spaces } = difference(was, is)
  const found = witnesses(changes, spaces)
  for (const change of changes) {
    const [point, { roles }] = [pointOf(change), change]
    const parts = found.flatMap((one) =>
      one.parts.filter((part) => part.turn === change.turn && holds(point, roles, part))
    )
    assert.ok(parts.length >= 1, `not told: ${JSON.stringify([...change.cells])}`)
    assert.is(
      parts.filter((part) => part.before.level === change.before.level && part.after.level === change.after.level)
        .length,
      1
    )
  }
  for (const one of found) {
    for (const part of one.parts) {
      const first = [...spaces.keys()].map((name) => [name, part.cells.get(name) ?? [0]] as const)
      const point = { ...part, cells: pointOf({ ...part, cells: new Map(first) }) }
      assert.ok(says(one, point), 'a request lies outside of its sentence')
    }
    for (const other of found) {
      const isLeft = ({ parts }: Witness): boolean => parts.every(({ after }) => after.level === 1)
      const isLike =
        one.turn === 'widens'
          ? isLeft(one) || !isLeft(other)
          : one.parts[0]?.after.level === other.parts[0]?.after.level
      assert.ok(
        other === one || !isLike || !one.parts.every((part) => says(other, part)),
        'a sentence follows from another'
      )
    }
  }
  return found.length
}

test('150 random pairs of policies: what changes is covered, each request once, and no sentence follows from another', () => {
  let told = 0
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      told += assertMinimal(accessOf(one), accessOf(other))
    }),
    { seed: 19, numRuns: 150, endOnFailure: true, includeErrorInReport: true }
  )
  assert.ok(told > 150, String(told))
})

test.run()
