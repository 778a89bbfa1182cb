import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chainFault, nameRemedy } from '../../src/caller/profile-chain.ts'

const test = suite('the way from a profile to its credentials')

const keys = { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE', aws_secret_access_key: 'of-a-test' }
const role = { role_arn: 'arn:aws:iam::111122223333:role/x' }

const person = { sso_account_id: '111122223333', sso_role_name: 'x' }

const config = {
  keys,
  'me and a role': { ...role, ...keys, source_profile: 'me and a role' },
  assumed: { ...role, source_profile: 'keys' },
  twice: { ...role, source_profile: 'assumed' },
  web: { ...role, web_identity_token_file: '/token' },
  ec2: { ...role, credential_source: 'Ec2InstanceMetadata' },
  container: { ...role, credential_source: 'EcsContainer' },
  sso: { sso_session: 'corp', sso_account_id: '111122223333', sso_role_name: 'x' },
  'sso-session.corp': { sso_region: 'eu-central-1', sso_start_url: 'https://example.awsapps.com/start' },
  'sso-session.half': { sso_region: 'eu-central-1', sso_start_url: '' },
  'sso-session.empty': {},
  'sso without a section': { ...person, sso_session: 'gone' },
  'sso with half a section': { ...person, sso_session: 'half' },
  'sso with an empty section': { ...person, sso_session: 'empty' },
  'sso without a role': { sso_session: 'corp', sso_account_id: '111122223333' },
  'sso of old': { ...person, sso_region: 'eu-central-1', sso_start_url: 'https://example.awsapps.com/start' },
  'sso of old without a region': { ...person, sso_start_url: 'https://example.awsapps.com/start' },
  'sso of an account alone': { sso_account_id: '111122223333' },
  'over a lost section': { ...role, source_profile: 'sso without a section' },
  process: { credential_process: 'x' },
  'over sso': { ...role, source_profile: 'sso' },
  self: { ...role, source_profile: 'self' },
  one: { ...role, source_profile: 'two' },
  two: { ...role, source_profile: 'three' },
  three: { ...role, source_profile: 'one' },
  'into a circle': { ...role, source_profile: 'self' },
  lost: { ...role, source_profile: 'gone' },
  'lost behind another': { ...role, source_profile: 'lost' },
  'a role alone': role,
  'an empty source': { ...role, source_profile: '', credential_source: '' },
  'another spelling': { ...role, credential_source: 'Ec2' },
  environment: { ...role, credential_source: 'Environment' },
  half: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE' },
  'another half': { aws_secret_access_key: 'of-a-test', aws_access_key_id: '' },
  'from a half': { ...role, source_profile: 'half' }
}

const faultOf = (name: string, variables = {}) => chainFault({ config, credentials: {} }, variables, name)

test('a way that ends at credentials is none of them', () => {
  for (const name of [
    ...[
      'keys',
      'me and a role',
      'assumed',
      'twice',
      'web',
      'ec2',
      'container',
      'sso',
      'process',
      'over sso',
      'sso of old'
    ],
    'a profile that no file has'
  ])
    assert.is(faultOf(name), undefined, name)
  const named = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }
  assert.is(faultOf('environment', named), undefined)
})

/** What is told of each, what leads out of it, and the setting where it stands. */
const faults: Readonly<Record<string, readonly [actual: RegExp, remedy: RegExp, ...at: [string, string]]>> = {
  self: [/in a circle: self, self$/, /source_profile of the profile self\.$/, 'self', 'source_profile'],
  one: [/in a circle: one, two, three, one$/, /source_profile of the profile three\.$/, 'three', 'source_profile'],
  'into a circle': [/: into a circle, self, self$/, /of the profile self\.$/, 'self', 'source_profile'],
  lost: [/profile lost takes its credentials from gone/, /or add the profile gone\.$/, 'lost', 'source_profile'],
  'lost behind another': [/profile lost takes/, /source_profile in the profile lost/, 'lost', 'source_profile'],
  'a role alone': [
    /neither source_profile nor credential_source$/,
    /source_profile = NAME/,
    'a role alone',
    'role_arn'
  ],
  'an empty source': [/neither source_profile nor/, /source_profile = NAME/, 'an empty source', 'role_arn'],
  'another spelling': [/credential_source = Ec2$/, /Ec2InstanceMetadata, Ecs/, 'another spelling', 'credential_source'],
  environment: [/the environment, which has none$/, /source_profile instead/, 'environment', 'credential_source'],
  'sso without a section': [
    /names the section \[sso-session gone\], and the shared config has no such section$/,
    /add that section, with sso_region and sso_start_url\.$/,
    'sso without a section',
    'sso_session'
  ],
  'sso with half a section': [
    /^the section \[sso-session half\], which the profile sso with half a section names, has no sso_start_url$/,
    /^Add sso_start_url to the section \[sso-session half\]\.$/,
    'sso with half a section',
    'sso_session'
  ],
  'sso with an empty section': [
    /has no sso_region and no sso_start_url$/,
    /^Add sso_region and sso_start_url to the section/,
    'sso with an empty section',
    'sso_session'
  ],
  'sso without a role': [
    /^the profile sso without a role has no sso_role_name$/,
    /^Add sso_role_name to the profile sso without a role\.$/,
    'sso without a role',
    'sso_session'
  ],
  'sso of old without a region': [
    /^the profile sso of old without a region has no sso_region$/,
    /^Add sso_region to the profile/,
    'sso of old without a region',
    'sso_start_url'
  ],
  'sso of an account alone': [
    /has no sso_region and no sso_start_url$/,
    /^Add sso_region and sso_start_url to the profile/,
    'sso of an account alone',
    'sso_start_url'
  ],
  'over a lost section': [
    /^the profile sso without a section names/,
    /^Correct sso_session in the profile sso without a section,/,
    'sso without a section',
    'sso_session'
  ],
  half: [/no aws_secret_access_key$/, /^Add aws_secret_access_key/, 'half', 'aws_access_key_id'],
  'another half': [/no aws_access_key_id$/, /^Add aws_access_key_id/, 'another half', 'aws_secret_access_key'],
  'from a half': [/the profile half has one half/, /to the profile half,/, 'half', 'aws_access_key_id']
}
for (const [name, [actual, remedy, ...at]] of Object.entries(faults))
  test(`${name}: the profile and the setting are named, with what to write there`, () => {
    const fault = faultOf(name)
    assert.match(fault?.actual ?? '', actual)
    assert.match(fault?.remedy ?? '', remedy)
    assert.equal(fault?.at, at)
  })

test('half of the keys in the environment is none', () => {
  assert.is.not(faultOf('environment', { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: '' }), undefined)
})

test('a name that the SDK cannot read is told to be renamed, and no other', () => {
  for (const name of ['my ops', "it's", 'a"b', '$x', 'ü']) assert.match(nameRemedy(name), /^Rename the profile/, name)
  for (const name of ['ops', 'a.b@c+d', 'team/ops', 'x:y', 'a_b-c%d'])
    assert.match(nameRemedy(name), /^Correct AWS_PROFILE/, name)
})

test.run()
