import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accountOfKey, callerOf } from '../../src/caller/caller.ts'
import { SeenRole, accountOf, seenRoleIn } from '../../src/caller/seen-role.ts'
import { placeOfSetting, placesIn } from '../../src/caller/shared-places.ts'

const test = suite('the caller by the whole of what AWS says')

const sts = 'arn:aws:sts::111122223333'
const iam = 'arn:aws:iam::111122223333'

/** The ARN of each kind of caller. Source: AWS STS, GetCallerIdentity; IAM User Guide, "IAM identifiers". */
const callers: Readonly<Record<string, readonly [kind: string, name: string]>> = {
  [`${sts}:assumed-role/Operator/jane@example.com`]: ['assumed role', 'Operator'],
  [`${sts}:assumed-role/Operator/a/b`]: ['assumed role', 'Operator'],
  [`${sts}:federated-user/jane`]: ['federated user', 'jane'],
  [`${iam}:root`]: ['account root', ''],
  [`${iam}:user/people/jane`]: ['IAM user', 'jane'],
  'arn:aws-eusc:iam::111122223333:user/jane': ['IAM user', 'jane']
}
for (const [arn, [kind, name]] of Object.entries(callers))
  test(`${arn} is a caller, and no text that only holds it`, () => {
    const found = callerOf(arn)
    assert.equal([found?.kind, found?.name, found?.account], [kind, name, '111122223333'])
    assert.is(found?.partition, arn.split(':')[1])
    for (const other of [`x${arn}`, ` ${arn}`, arn.replace('111122223333', '11112222333'), arn.replace('::', '::1')])
      assert.is(callerOf(other), undefined, other)
  })

test('a service that has no such caller, and half an ARN, are none', () => {
  for (const arn of [
    `${iam}:assumed-role/Operator/jane`,
    `${sts}:user/jane`,
    `${sts}:root`,
    `${sts}:assumed-role/Operator`,
    `${sts}:assumed-role//jane`,
    `${sts}:assumed-role/Operator/`,
    `${iam}:role/Operator`,
    `${iam}:rootx`,
    'arn::iam::111122223333:root',
    ''
  ])
    assert.is(callerOf(arn), undefined, arn)
})

test('the role of an answer is the ARN without its session, and of no other caller', () => {
  const seen = `${sts}:assumed-role/Operator+=,.@_-1`
  assert.is(seenRoleIn({ account: '', arn: `${seen}/jane` }), seen)
  assert.ok(SeenRole.is(seen) && accountOf(seen) === '111122223333')
  for (const arn of [seen, `${seen}/a/b`, `${iam}:user/a/b`, `${sts}:federated-user/a/b`, `${sts}:assumed-role//jane`])
    assert.is(seenRoleIn({ account: '', arn }), undefined, arn)
  for (const text of [
    `x${seen}`,
    `${seen}/x`,
    `${seen}\n`,
    seen.replace('2222', '222'),
    seen.replace('aws', 'AWS'),
    `${sts}:assumed-role/`
  ])
    assert.not.ok(SeenRole.is(text), text)
})

/** Key ids of public examples that tell their account, with the account. Source: Trufflehog, canary tokens; AWS documentation. */
test('only a whole key id of the newer kind tells an account', () => {
  const id = 'ASIAY34FZKBOKMUTVV7A'
  assert.is(accountOfKey(id), '609629065308')
  assert.is(accountOfKey(id.replace('ASIA', 'AKIA')), '609629065308')
  for (const other of [
    `x${id}`,
    `${id}A`,
    id.slice(0, -1),
    id.replace('ASIA', 'AIDA'),
    'AKIAIOSFODNN7EXAMPLE',
    'AKIAJOSFODNN7EXAMPLE',
    id.replace('7A', '1A'),
    id.toLowerCase()
  ])
    assert.is(accountOfKey(other), undefined, other)
})

const CONFIG = `# a comment = 1
[default]
region = eu-central-1
  [ profile  "two words" ]
role_arn=x
s3 =
  endpoint_url = y
output = json
[sso-session one]
 = nothing
region = a
region = b
[profile other]
no setting
-x = 1
`

test('each section and each setting stands in its line; of what is written twice the last', () => {
  const places = placesIn('~/.aws/config', CONFIG)
  const at = (section: string, setting?: string) => {
    const origin = placeOfSetting({ places }, section, setting)
    return [origin.name, 'line' in origin ? origin.line : undefined]
  }
  assert.equal(at('default'), ['the profile default', 2])
  assert.equal(at('default', 'region'), ['the profile default', 3])
  assert.equal(at('two words', 'role_arn'), ['the profile two words', 5])
  assert.equal(at('two words', 's3.endpoint_url'), ['the profile two words', 7])
  assert.equal(at('two words', 'output'), ['the profile two words', 8])
  assert.equal(at('sso-session.one', 'region'), ['the profile sso-session.one', 12])
  assert.equal(at('other', '-x'), ['the profile other', 15])
  assert.equal(at('other', 'not there'), ['the profile other', 13])
  assert.equal(at('services.x'), ['the section services.x', undefined])
  assert.is(places.size, 11)
})

test.run()
