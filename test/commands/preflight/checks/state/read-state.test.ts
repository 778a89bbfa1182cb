import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stateWhole } from '../../../../../src/commands/preflight/checks/state/state-whole.ts'
import { wantedOfStaging } from '../../../../support/wanted.ts'

const test = suite('the way out where object and digest disagree')

/** The MD5 of nothing at all (RFC 1321, A.5), and the same in Base64. */
const MD5 = 'd41d8cd98f00b204e9800998ecf8427e'
const IN_BASE64 = '1B2M2Y8AsgTpgAmY7PhCfg=='

const remedyFor = (digest: string | undefined): string => {
  const { findings } = stateWhole(
    {
      object: E.right(O.some({ text: '', md5: MD5, versionId: 'v1' })),
      digest: E.right(digest === undefined ? O.none : O.some({ info: undefined, digest }))
    },
    wantedOfStaging()
  )
  const [first] = findings
  return first?.outcome === 'failed' ? first.remedy : ''
}

const item = `aws dynamodb put-item --region eu-central-1 --table-name zenthea-staging-eu-tflock --item '{"LockID":{"S":"zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate-md5"},"Digest":{"S":"${MD5}"}}'`

test('a table that was made again gets its digest, where it still has none', () => {
  const remedy = remedyFor(undefined)
  assert.match(remedy, /^Confirm with a second person that the lock table was lost and made again/)
  assert.ok(remedy.includes(`${item} --condition-expression 'attribute_not_exists(LockID)'`), remedy)
  assert.not.match(remedy, 'an apply was cut off')
})

for (const written of [MD5.toUpperCase(), `${MD5}\n`, IN_BASE64])
  test(`the same digest written as ${JSON.stringify(written)} is corrected, where it still stands so`, () => {
    const remedy = remedyFor(written)
    assert.ok(remedy.includes(`${item} --condition-expression 'Digest = :seen'`), remedy)
    assert.ok(remedy.includes(JSON.stringify({ ':seen': { S: written } })), remedy)
  })

test('the digest of another object is not a case for a command', () => {
  assert.match(remedyFor('0'.repeat(32)), /^Stop every apply/)
})

test.run()
