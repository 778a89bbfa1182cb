import { homedir } from 'node:os'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { causeOf } from '../../../src/outside/aws/sign-in-words.ts'

const test = suite('why there are no credentials, in words')

const LAST = 'Could not load credentials from any providers'
const line = (text: string, arrow = '->'): string => `@smithy/property-provider ${arrow} ${text}`

/** What sources say that were not asked for, or have nothing. Source: AWS SDK for JavaScript, credential-provider-*. */
const idle = [
  'AWS_PROFILE is set, skipping fromEnv provider.',
  'Skipping SSO provider in default chain (inputs do not include SSO fields).',
  'Unable to find environment variable credentials.',
  LAST,
  'Web identity configuration not specified',
  'EC2 Instance Metadata Service access disabled',
  'EC2 Metadata token request returned error',
  'Profile a-profile did not contain credential_process.',
  'Could not find SSO in the shared config',
  'Could not find a reachable container'
]

test('of all sources the first that failed is told, and none with nothing to give', () => {
  const said = [...idle.map((text) => line(text)), line('the token is gone', '(!)'), line('another failure')]
  assert.is(causeOf('p', undefined, said, LAST), 'the token is gone')
  assert.is(causeOf('p', undefined, said.toReversed(), LAST), 'another failure')
})

test('where no source failed, and where the SDK has better words, those stand', () => {
  assert.is(
    causeOf(
      'p',
      undefined,
      idle.map((text) => line(text)),
      LAST
    ),
    LAST
  )
  assert.is(causeOf('p', undefined, [line('a cause')], 'Token is expired.'), 'Token is expired.')
  assert.is(causeOf('p', undefined, [line('a cause')], `It says: ${LAST}`), `It says: ${LAST}`)
  for (const other of [
    'a line of another logger',
    line(''),
    'x@smithy/property-provider -> y',
    '@smithy/property-provider => y'
  ])
    assert.is(causeOf('p', undefined, [other], LAST), LAST, other)
})

test('words that only hold what an idle source says are a cause', () => {
  for (const text of idle) assert.is(causeOf('p', undefined, [line(`It is so: ${text}`)], LAST), `It is so: ${text}`)
})

test('of a cause in several lines the first is told', () => {
  assert.is(causeOf('p', undefined, [line('first\nsecond')], LAST), 'first')
})

test('a credential process that failed is the cause, beside all else that was said', () => {
  assert.is(
    causeOf('a b', 'ended with 3: no login', [line('a cause')], 'last'),
    'The credential_process of the profile a b ended with 3: no login'
  )
})

/** What the SDK says before it asks such a source. Source: AWS SDK for JavaScript, resolveCredentialSource. */
const source = (name: string): string => `@aws-sdk/credential-provider-ini - credential_source is ${name}`

test('a credential source that gave nothing is named with its profile, and with the first line of why', () => {
  for (const name of ['Ec2InstanceMetadata', 'EcsContainer', 'Environment']) {
    const gave = `The credential_source ${name} of the profile p gave no credentials`
    assert.is(causeOf('p', undefined, [source(name)], LAST), gave)
    assert.is(causeOf('p', undefined, [source(name), ...idle.map((text) => line(text))], LAST), gave)
    const of = 'User: arn:aws:iam::111122223333:user/jane.doe@example.com is not authorized'
    assert.is(
      causeOf('p', undefined, [line(`${of}\nsecond`), source(name)], 'its last words'),
      `${gave}: User: arn:aws:iam::111122223333:user/… is not authorized`
    )
  }
  assert.is(
    causeOf('p', undefined, [source('First'), source('Second')], LAST),
    'The credential_source First of the profile p gave no credentials'
  )
  for (const other of [`${source('EcsContainer')} now`, source(''), 'acredential_source is EcsContainer'])
    assert.is(causeOf('p', undefined, [other], LAST), LAST, other)
  assert.is(
    causeOf('p', 'ended with 1', [source('EcsContainer')], LAST),
    'The credential_process of the profile p ended with 1'
  )
})

const login = 'To sign in, run aws login --profile'

/** The SDK's words, and what a person reads: a whole command, no place of a token, no home of a person. */
const words: Readonly<Record<string, string>> = {
  "To refresh this SSO session run 'aws sso login' with the corresponding profile.":
    "To refresh this SSO session run aws sso login --profile 'a b'",
  'Run aws sso login with the corresponding profile': "Run aws sso login --profile 'a b'",
  'To refresh this SSO session run aws sso login with the corresponding profile.':
    "To refresh this SSO session run aws sso login --profile 'a b'",
  'Failed to load a token for session arn:x, please re-authenticate using aws login': `The login session of the profile a b has no token that can be read. ${login} 'a b'`,
  'Failed to load token from /home/jane/.aws/x.json: Error:\nENOENT': `The login session of the profile a b has no token that can be read. ${login} 'a b'`,
  'Your session has expired. Please reauthenticate.': `Your session has expired. Please reauthenticate. ${login} 'a b'`,
  'A change in your password. Please reauthenticate with your new password.': `A change in your password. Please reauthenticate with your new password. ${login} 'a b'`,
  'Failed to refresh token: no. please re-authenticate using aws login': `Failed to refresh token: no. please re-authenticate using aws login. ${login} 'a b'`,
  'It Failed to load token': 'It Failed to load token',
  [`${homedir()}/a and ${homedir()}/b`]: '~/a and ~/b',
  'User: arn:aws:iam::111122223333:user/jane.doe@example.com is not authorized':
    'User: arn:aws:iam::111122223333:user/… is not authorized'
}
for (const [said, told] of Object.entries(words))
  test(`${said.split('\n')[0]?.replace(homedir(), 'HOME')} is told so that a person can act on it`, () => {
    assert.is(causeOf('a b', undefined, [], said), told)
  })

test.run()
