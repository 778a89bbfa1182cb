import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateWhole } from '../../../../../src/commands/preflight/checks/state/state-whole.ts'
import type { StateAnswers } from '../../../../../src/commands/preflight/checks/state/read-state.ts'
import { wantedOfStaging } from '../../../../support/wanted.ts'

const test = suite('a state and its digest')

const [MD5, OTHER] = ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210']
const wanted = wantedOfStaging()
const object = { text: '{}', md5: MD5, versionId: 'v1' } as never

/** What the first finding says of an object, or none, beside the digest of the lock table, or none. */
const found = (hasObject: boolean, digest: string | undefined, of: typeof wanted | undefined = wanted) => {
  const item = digest === undefined ? O.none : O.some({ digest } as never)
  const answers: StateAnswers = { object: E.right(hasObject ? O.some(object) : O.none), digest: E.right(item) }
  const [finding] = stateWhole(answers, of).findings
  if (finding === undefined) throw new Error('no finding')
  return finding
}
const remedyOf = (...of: Parameters<typeof found>): string => {
  const finding = found(...of)
  return 'remedy' in finding ? finding.remedy : 'nothing to do'
}

const give = (condition: string) =>
  `aws dynamodb put-item --region eu-central-1 --table-name zenthea-staging-eu-tflock --item '{"LockID":{"S":"zenthea-staging-eu-tfstate/${wanted.declaration.backend.key}-md5"},"Digest":{"S":"${MD5}"}}' --condition-expression ${condition}`
const bringBack = (digest: string) => `Versions[?ETag=='\\''"${digest}"'\\''] | [0].VersionId`

test('they agree, or neither is there', () => {
  for (const [hasObject, digest] of [
    [true, MD5],
    [false, undefined]
  ] as const)
    assert.is(remedyOf(hasObject, digest), 'nothing to do')
})

test('a digest without an object: the version that it belongs to is brought back', () => {
  const { actual } = found(false, OTHER)
  assert.is(actual, `no object, and the digest ${OTHER}`)
  assert.match(remedyOf(false, OTHER), 'ask the bootstrap principal to bring it back: aws s3api copy-object')
  assert.match(remedyOf(false, OTHER), bringBack(OTHER))
})

test('an object without a digest: the table is given its MD5, only where it has none', () => {
  const finding = found(true, undefined)
  assert.is(finding.actual, `an object with the MD5 ${MD5}, and no digest`)
  assert.match(remedyOf(true, undefined), give("'attribute_not_exists(LockID)'"))
})

test('the same digest in other signs is written as OpenTofu writes it, only over the one that was seen', () => {
  const base64 = Buffer.from(MD5, 'hex').toString('base64')
  for (const digest of [MD5.toUpperCase(), ` ${MD5}`, `${MD5}\n`, base64]) {
    const remedy = remedyOf(true, digest)
    assert.match(remedy, 'Have the bootstrap principal write the digest as OpenTofu writes it: aws dynamodb put-item')
    assert.match(remedy, give("'Digest = :seen'"))
    assert.match(remedy, JSON.stringify({ ':seen': { S: digest } }))
  }
})

/** An item as it is in the digest's place when OpenTofu did not write it. */
const oddItem = (hasObject: boolean) => {
  const item = O.some({ info: undefined, digest: undefined } as const)
  const [finding] = stateWhole(
    { object: E.right(hasObject ? O.some(object) : O.none), digest: E.right(item) },
    wanted
  ).findings
  if (finding?.outcome !== 'failed') throw new Error('it is not refused')
  return finding
}

test('an item that is not a digest: no word of ours is taken for the one that was seen', () => {
  const { actual, remedy } = oddItem(true)
  assert.is(actual, `an object with the MD5 ${MD5}, and an item that is not a digest in its place`)
  assert.match(remedy, /^Find out who wrote this item/)
  assert.match(remedy, give("'attribute_not_exists(Digest) OR attribute_exists(Info)'"))
  assert.is(oddItem(false).actual, 'no object, and an item that is not a digest in its place')
  assert.not.match(oddItem(false).remedy, /digest belongs to|aws /)
})

test('another digest: both ways out, each with its command', () => {
  const remedy = remedyOf(true, OTHER)
  assert.match(remedy, /^Stop every apply, and look at the newest versions of the object with a second person\./)
  assert.match(remedy, `give the item of the digest its MD5: ${give("'Digest = :seen'")}`)
  assert.match(remedy, 'bring back the version that the digest belongs to: aws s3api copy-object')
  assert.match(remedy, bringBack(OTHER))
})

test('no version is looked for by what is not an MD5, and its end is not shown', () => {
  const others = [`x${OTHER}`, `${OTHER}x`, OTHER.slice(1), `${OTHER}0`, OTHER.replace('f', 'g'), `'; rm -rf ~; '`, '']
  for (const digest of others)
    for (const hasObject of [true, false]) assert.not.match(remedyOf(hasObject, digest), 'copy-object', digest)
  assert.is(found(false, '').actual, 'no object, and an empty digest')
  const long = found(true, `${'a'.repeat(40)}b`)
  assert.is(long.actual, `an object with the MD5 ${MD5}, and the digest ${'a'.repeat(40)}`)
})

test('where the stack is not known, the page that has the commands is named', () => {
  const remedy = stateWhole({ object: E.right(O.some(object)), digest: E.right(O.some({ digest: OTHER } as never)) })
  const [finding] = remedy.findings
  assert.match(finding !== undefined && 'remedy' in finding ? finding.remedy : '', 'docs/operator/when-it-breaks.md')
  assert.not.match(JSON.stringify(finding), 'aws ')
})

test.run()
