import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emittedPolicies } from '../support/access-matrix/emitted.ts'
import { pairs } from '../support/access-matrix/names.ts'
import { type Emitted, emittedStatements } from '../support/access-matrix/statements.ts'

const test = suite('wildcards')

const allows = emittedStatements.filter(({ statement }) => statement.Effect === 'Allow')
const wild = (texts: ReadonlyArray<string> | undefined): ReadonlyArray<string> =>
  (texts ?? []).filter((text) => /[*?]/.test(text))
const places = (found: ReadonlyArray<Emitted>): ReadonlyArray<string> =>
  [...new Set(found.map(({ document, statement }) => `${document} ${statement.Sid}`))].toSorted()

test('no statement that allows has a wildcard among its actions, or names what it does not allow', () => {
  assert.ok(allows.length > 30)
  assert.equal(
    allows
      .filter(
        ({ statement: { Action, NotAction, NotResource } }) =>
          wild(Action).length > 0 || Action === undefined || NotAction !== undefined || NotResource !== undefined
      )
      .map(({ at }) => at),
    []
  )
})

/** The id of the AWS managed key is AWS's to choose: the alias, in a condition, names the one key. */
const keysByAlias = ['automation_policy ReadTableKey', 'boundary_policy ReadTableKey', 'operator_policy ReadTableKey']

test('a wildcard among the resources stands only where a key is named by its alias', () => {
  const found = allows.filter(({ statement }) => wild(statement.Resource).length > 0)
  assert.equal(places(found), keysByAlias)
  for (const { stack, statement } of found) {
    const keys = pairs
      .filter(({ own }) => own.stack === stack)
      .map(({ own }) => `arn:aws:kms:${own.region}:${own.account}:key/*`)
    assert.equal(statement.Resource, keys)
    assert.equal(statement.Action, ['kms:DescribeKey'])
    assert.equal(statement.Condition, { StringEquals: { 'kms:RequestAlias': 'alias/aws/dynamodb' } })
  }
})

test('a wildcard in a condition stands only for the users below a path, behind MFA', () => {
  const values = (emitted: Emitted): ReadonlyArray<string> =>
    Object.values(emitted.statement.Condition ?? {}).flatMap((block) => Object.values(block).flat())
  const found = allows.filter((emitted) => wild(values(emitted)).length > 0)
  assert.equal(places(found), ['operator_trust TrustedUsers1'])
  for (const { statement } of found)
    assert.equal(statement.Condition, {
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/operators/*' },
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }
    })
})

test('everybody is named in denials alone', () => {
  const found = emittedStatements.filter(({ statement: { Principal } }) =>
    JSON.stringify(Principal ?? '').includes('*')
  )
  assert.ok(found.length > 0 && found.every(({ statement }) => statement.Effect === 'Deny'))
})

test('no policy asks where a caller is', () => {
  const place = /aws:(?:SourceIp|VpcSourceIp|SourceVpc|SourceVpce|SourceVpcArn|VpceAccount|VpceOrgId|VpceOrgPaths)/i
  assert.equal(
    emittedStatements
      .filter(({ statement }) => place.test(JSON.stringify(statement.Condition ?? {})))
      .map(({ at }) => at),
    []
  )
})

test('the stack gives the bootstrap principal nothing: it is named where the bucket policy spares it, and nowhere else', () => {
  for (const { own } of pairs) {
    const arn = `arn:aws:iam::${own.account}:role/${own.bootstrap}`
    const naming = Object.entries(emittedPolicies(own.stack)).flatMap(([name, document]) =>
      document.Statement.filter((statement) => JSON.stringify(statement).includes(arn)).map(
        ({ Sid, Effect }) => `${name} ${Sid} ${Effect}`
      )
    )
    assert.equal(naming, ['state_bucket_policy BootstrapPrincipalSetsPolicy Deny'])
  }
})

test.run()
