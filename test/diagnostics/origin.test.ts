import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeEnvironment } from '../../src/caller/environment.ts'
import { joinedPlaces, placesIn } from '../../src/caller/shared-places.ts'
import type { SharedConfig, Variables } from '../../src/caller/surroundings.ts'
import { diagnosticsLines } from '../../src/command-line/diagnostic-text.ts'
import { npmDiagnostics } from '../../src/commands/preflight/checks/environment/npm-settings.ts'
import { judgeCli } from '../../src/commands/preflight/checks/environment/cli-configuration.ts'
import { tofuVariables } from '../../src/commands/preflight/checks/environment/tofu-variables.ts'
import { type Finding, failed, passed } from '../../src/diagnostics/finding.ts'
import {
  type Origin,
  answerOf,
  fileAt,
  lineOf,
  machine,
  originDocument,
  originText,
  sourced,
  variables as variablesOf
} from '../../src/diagnostics/origin.ts'
import { wantedOfStaging } from '../support/wanted.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

const test = suite('where a refused value came from')

const { declaration } = wantedOfStaging()

const config = `# a comment
[default]
region = eu-central-1

[profile ops]
sso_session = corp
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
  ca_bundle_of = nothing
services = local
ca_bundle = /etc/ca.pem
source_profile = base

[profile base]
use_fips_endpoint = true

[services local]
s3 =
  endpoint_url = http://127.0.0.1:9000
dynamodb =
  endpoint_url = http://127.0.0.1:8000
`

const shared: SharedConfig = {
  config: {
    ops: { sso_session: 'corp', services: 'local', ca_bundle: '/etc/ca.pem', source_profile: 'base' },
    base: { use_fips_endpoint: 'true' },
    'services.local': {
      's3.endpoint_url': 'http://127.0.0.1:9000',
      'dynamodb.endpoint_url': 'http://127.0.0.1:8000'
    }
  },
  credentials: { ops: { aws_access_key_id: 'AKIAIOSFODNN7EXAMPLE' } },
  places: joinedPlaces(
    placesIn('~/.aws/config', config),
    placesIn('~/.aws/credentials', '\n[ops]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n')
  )
}

const judged = (variables: Variables, of = shared) =>
  judgeEnvironment({ variables, shared: of, route: { proxy: undefined, caBundle: undefined }, declared: declaration })

const texts = (all: ReadonlyArray<{ readonly rule: string; readonly from: Origin }>): ReadonlyArray<string> =>
  all.map(({ rule, from }) => `${rule}: ${originText(from)}`)

test('a setting of a profile is named by file, line and profile, in each section that counts', () => {
  assert.equal(texts(judged({ AWS_PROFILE: 'ops' })), [
    'credentials-of-one-source: ~/.aws/credentials:2, the profile ops',
    'endpoints: ~/.aws/config:18, the section services.local',
    'endpoints: ~/.aws/config:20, the section services.local',
    'endpoints: ~/.aws/config:14, the profile base',
    'ca-bundle-named: ~/.aws/config:10, the profile ops'
  ])
})

test('a profile of which no line is known is named without one', () => {
  const { places: _, ...without } = shared
  assert.ok(texts(judged({ AWS_PROFILE: 'ops' }, without)).includes('ca-bundle-named: the profile ops'))
})

test('each refused variable is named, one by one, with none of its value', () => {
  const variables = {
    AWS_ENDPOINT_URL: 'http://secret-host',
    AWS_REGION: 'eu-north-1',
    AWS_ACCOUNT_ID: '444455556666',
    AWS_DEFAULT_PROFILE: 'x',
    AWS_CONFIG_FILE: 'relative',
    NODE_OPTIONS: '--require x',
    LD_PRELOAD: '/x',
    PATH: 'bin:/usr/bin',
    HTTPS_PROXY: 'http://u:p@secret-host',
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE'
  }
  const found = judged(variables)
  assert.equal([...new Set(found.map(({ from }) => from.name))].toSorted(), Object.keys(variables).toSorted())
  for (const { from } of found) assert.is(from.kind, 'variable')
  const tofu = tofuVariables({
    variables: { TF_WORKSPACE: 'other', TF_CLI_CONFIG_FILE: 'x', GODEBUG: 'x509=1' },
    shared,
    route: { proxy: undefined, caBundle: undefined },
    declared: declaration
  })
  assert.equal(texts(tofu), [
    'tofu-variables: TF_WORKSPACE in the environment',
    'tofu-variables: GODEBUG in the environment',
    'cli-configuration-path: TF_CLI_CONFIG_FILE in the environment'
  ])
})

test('a setting of .npmrc and of the CLI configuration is named by its line', () => {
  assert.equal(texts(npmDiagnostics(E.right(O.some('fund=false\n\nnode-options=--require x\n')))), [
    'npm-settings: .npmrc:3'
  ])
  const cli = judgeCli({ files: [{ path: '/home/you/.tofurc', text: '# mine\nplugin_cache_dir = "/x"\n' }] })
  assert.equal(texts(sourced({ kind: 'machine', name: 'x' })(cli.diagnostics)), ['cli-configuration: .tofurc:2'])
})

test('the screen has one line for it, between what was found and the clause, and the document every key', () => {
  const lines = diagnosticsLines((_, text) => text, judged({ AWS_PROFILE: 'ops' }).slice(-1))
  assert.equal(
    lines.slice(1, 6).map((line) => line.slice(4, 14).trim()),
    ['expected', 'actual', 'from', 'clause', 'to do']
  )
  assert.equal(originDocument({ kind: 'variable', name: 'PATH' }), {
    kind: 'variable',
    name: 'PATH',
    file: null,
    line: null
  })
})

/** An origin of each kind, and the words that a person finds it by. */
const words: ReadonlyArray<readonly [origin: Origin, text: string]> = [
  [variablesOf('HTTPS_PROXY', 'NO_PROXY'), 'HTTPS_PROXY, NO_PROXY in the environment'],
  [{ kind: 'profile', name: 'the profile ops' }, 'the profile ops'],
  [{ kind: 'profile', name: 'the profile ops', file: '~/.aws/config' }, '~/.aws/config, the profile ops'],
  [{ kind: 'profile', name: 'the profile ops', file: '~/.aws/config', line: 4 }, '~/.aws/config:4, the profile ops'],
  [fileAt('out/a/main.tf.json'), 'out/a/main.tf.json'],
  [fileAt('.npmrc', 1), '.npmrc:1'],
  [{ kind: 'flag', name: '--proxy' }, '--proxy on the command line'],
  [answerOf('S3 HeadBucket', 'S3 GetBucketPolicy'), 'what AWS answers to S3 HeadBucket, S3 GetBucketPolicy'],
  [{ kind: 'state', name: 'aws_s3_bucket.state' }, 'the state, aws_s3_bucket.state'],
  [{ kind: 'plan', name: 'aws_s3_bucket.state' }, 'the plan, aws_s3_bucket.state'],
  [{ kind: 'git', name: 'the index' }, 'git, the index'],
  [machine('the clock of this machine'), 'the clock of this machine']
]

for (const [origin, text] of words)
  test(`in words: ${text}`, () => {
    assert.is(originText(origin), text)
    const { kind, name, file = null, line = null } = origin
    assert.equal(originDocument(origin), { kind, name, file, line })
  })

test('the line of a word is the first that has it, from 1', () => {
  const text = 'a word\nother\nanother word\n'
  for (const [word, line] of [
    ['word', 1],
    ['other', 2],
    ['another', 3],
    ['absent', undefined]
  ] as const)
    assert.is(lineOf(text, word), line, word)
})

test('an origin of its own stays, and all others get the one that is given', () => {
  assert.equal(sourced(machine('x'))([{ from: machine('own'), of: 1 }, { of: 2 }, { from: undefined, of: 3 }]), [
    { from: machine('own'), of: 1 },
    { from: machine('x'), of: 2 },
    { from: machine('x'), of: 3 }
  ])
})

test('a finding without its origin is not one, for the compiler', () => {
  const seen = { rule: 'some-rule', clause: 'J.7.0 §4', expected: 'a', actual: 'b' } as const
  const from: Origin = { kind: 'file', name: 'x' }
  const findings: ReadonlyArray<Finding> = [passed({ ...seen, from }), failed({ ...seen, from, remedy: 'c' })]
  // @ts-expect-error a finding says where it was seen
  const without: ReadonlyArray<Finding> = [passed(seen)]
  // @ts-expect-error a refusal says where its value came from
  const refused: ReadonlyArray<Finding> = [failed({ ...seen, remedy: 'c' })]
  assert.equal([findings.length, without.length, refused.length], [2, 1, 1])
})

test.run()
