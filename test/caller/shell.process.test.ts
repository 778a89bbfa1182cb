import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandLine, throughRoute } from '../../src/caller/shell.ts'
import { signIn } from '../../src/caller/sign-in.ts'
import * as E from 'fp-ts/lib/Either.js'
import { carrier } from '../../src/outside/aws/route.ts'
import { session } from '../../src/outside/aws/credentials.ts'
import { inTempProject } from '../support/temp-project.ts'
import { wordsOfNoSession } from '../support/no-session.ts'

const test = suite('words for a shell')

const words = [
  "it's",
  '',
  ' ',
  '$HOME',
  '`id`',
  '"',
  '\\',
  '!!',
  '~',
  '*',
  '#x',
  'a=b',
  '{"Key":"Größe"}',
  ';exit 1',
  'a\nb',
  '-n'
]

test('sh gives every word back as it was', () => {
  const said = execFileSync('sh', ['-c', commandLine(['printf', '%s\\0', ...words])], { encoding: 'utf8' })
  assert.equal(said.split('\0').slice(0, -1), words)
})

test('what is safe stays as it is', () => {
  assert.is(commandLine(['aws', 's3api', 'wait', '--bucket', 'a-b', 'K=v,L=w']), 'aws s3api wait --bucket a-b K=v,L=w')
})

const CONFIG = `[profile operator]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = me
mfa_serial = arn:aws:iam::111122223333:mfa/someone
[profile me]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = of-a-test
[profile fails]
credential_process = sh -c "echo session expired, run our-login >&2; echo more >&2; exit 1" --key hidden-key
[profile absent]
credential_process = no-such-program-here hidden-key
[profile silent]
credential_process = sh -c "echo hidden-key; exit 3"
[profile killed]
credential_process = sh -c "echo out of memory >&2; kill -9 $$"
[profile assumed]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = fails
[profile twice]
role_arn = arn:aws:iam::111122223333:role/y
source_profile = assumed
[profile alone]
credential_process = sh -c "echo no login >&2; exit 4"
[profile assumed-web]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = web
[profile badly]
credential_process = sh -c "echo >&2; echo '  no token here' >&2; echo hidden-key; echo hidden-key >&2; exit 1" hidden-key
[profile sso]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-central-1
sso_account_id = 111122223333
sso_role_name = x
[profile web]
role_arn = arn:aws:iam::111122223333:role/x
web_identity_token_file = /home/somebody/token
[profile talks]
credential_process = echo hello
[profile expired]
credential_process = echo '{"Version":1,"AccessKeyId":"AKIAIOSFODNN7EXAMPLE","SecretAccessKey":"x","Expiration":"2020-01-01T00:00:00Z"}'
[profile logged-in]
login_session = arn:aws:iam::111122223333:user/somebody@example.com
[profile metadata]
role_arn = arn:aws:iam::111122223333:role/x
credential_source = Ec2InstanceMetadata
[profile task]
role_arn = arn:aws:iam::111122223333:role/x
credential_source = EcsContainer
[profile lost]
role_arn = arn:aws:iam::111122223333:role/x
source_profile = gone
`

/** What is said of credentials with these variables alone. */
const wordsWith = async (
  variables: Readonly<Record<string, string>>,
  profile: string | undefined,
  projects: ReadonlyArray<string> = []
): Promise<string> => {
  const before = { ...process.env }
  Object.assign(process.env, variables)
  try {
    // A proxy that is not there: no request leaves this machine.
    const way = await carrier({ proxy: 'http://127.0.0.1:1', caBundle: undefined }, 1000)()
    if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
    const found = await session('eu-central-1', { profile, projects }, way.right)()
    return E.isLeft(found) ? wordsOfNoSession(found.left) : 'credentials'
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
    Object.assign(process.env, before)
  }
}

/** What the SDK itself says of a profile that asks for a code. */
const wordsOf = async (profile: string): Promise<string> => {
  let words = ''
  await inTempProject({ config: CONFIG }, async ({ at }) => {
    words = await wordsWith({ AWS_CONFIG_FILE: at('config'), AWS_SHARED_CREDENTIALS_FILE: at('none') }, profile)
  })
  return words
}

test('what to do without credentials: a profile that asks for a code: the AWS CLI asks for it', async () => {
  assert.match(
    signIn(await wordsOf('operator')),
    'eval "$(aws configure export-credentials --profile operator --format env)"; unset AWS_PROFILE'
  )
})

test('what to do without credentials: anything else: to sign in', async () => {
  assert.is(signIn(await wordsOf('nobody')), 'Sign in, or correct the profile, and run this again.')
})

const causes: Readonly<Record<string, RegExp>> = {
  fails: /^The credential_process of the profile fails ended with 1: session expired, run our-login$/,
  absent: /^The credential_process of the profile absent ended with 127: .*no-such-program-here.*not found/,
  silent: /^The credential_process of the profile silent ended with 3 and wrote nothing to stderr$/,
  killed: /^The credential_process of the profile killed was ended by SIGKILL: out of memory$/,
  assumed: /^The credential_process of the profile fails ended with 1: session expired, run our-login$/,
  twice: /^The credential_process of the profile fails ended with 1: session expired, run our-login$/,
  alone: /^The credential_process of the profile alone ended with 4: no login$/,
  'assumed-web': /^The web identity token of the profile web cannot be read: ENOENT: no such file or directory$/,
  badly: /^The credential_process of the profile badly ended with 1: no token here$/,
  talks: /^Profile talks credential_process returned invalid JSON\.$/,
  expired: /expired/i,
  lost: /gone/,
  sso: /^The SSO session associated with this profile is invalid\. To refresh .* run aws sso login --profile sso$/,
  'logged-in':
    /^The login session of the profile logged-in has no token that can be read\. To sign in, run aws login --profile logged-in$/,
  web: /^The web identity token of the profile web cannot be read: ENOENT: no such file or directory$/
}
for (const [profile, cause] of Object.entries(causes))
  test(`says why the profile that ${profile} has no credentials`, async () => {
    const words = await wordsOf(profile)
    assert.match(words, cause)
    assert.not.match(words, 'hidden-key')
  })

/** What a shell hands to the AWS CLI where that line is typed. */
const typed = (line: string): ReadonlyArray<string> =>
  execFileSync('sh', ['-c', `aws() { printf '%s\\n' "$@" >&3; }; exec 3>&1; ${line}`], { encoding: 'utf8' })
    .split('\n')
    .slice(0, -1)

test('the line of a remedy, typed, names the profile and nothing beside it, and goes the way that was named', async () => {
  const route = { proxy: 'http://127.0.0.1:1', caBundle: undefined }
  const line = (words: string): string =>
    /(?:: |code: )((?:export|eval|aws) .*)$/.exec(throughRoute(route, signIn(words)))?.[1] ?? ''
  const export_ = ['configure', 'export-credentials', '--profile', 'operator', '--format', 'env']
  assert.equal(typed(line(await wordsOf('sso'))), ['sso', 'login', '--profile', 'sso'])
  assert.equal(typed(line(await wordsOf('logged-in'))), ['login', '--profile', 'logged-in'])
  assert.equal(typed(line(await wordsOf('operator'))), export_)
  assert.equal(typed(line("run aws sso login --profile 'my ops'")), ['sso', 'login', '--profile', 'my ops'])
  assert.equal(typed(line(String.raw`run aws login --profile 'it'\''s $x'`)), ['login', '--profile', "it's $x"])
  for (const words of [await wordsOf('sso'), await wordsOf('operator')])
    assert.match(line(words), /^export HTTPS_PROXY=http:\/\/127\.0\.0\.1:1 && /)
})

test('a source of credentials that gives none is named, with what makes it give some', async () => {
  for (const [profile, words, remedy] of [
    [
      'metadata',
      /^The credential_source Ec2InstanceMetadata of the profile metadata gave no/,
      /hop limit .* must be 2/
    ],
    ['task', /^The credential_source EcsContainer of the profile task gave no credentials: /, /task role/]
  ] as const) {
    const told = await wordsOf(profile)
    assert.match(told, words)
    assert.match(signIn(told), remedy)
  }
})

/** Whether a process runs, also some moments later. One that ended and is not yet waited for does not. */
const isRunning = async (pid: string): Promise<boolean> => {
  for (let turn = 0; turn < 20; turn += 1) {
    const { stdout } = spawnSync('/bin/ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' })
    if (stdout.trim() === '' || stdout.trim().startsWith('Z')) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}

/** Writes down that it was run, and fails. */
const CANARY = '#!/bin/sh\ntouch "$CANARY"\nexit 9\n'

test('a credential process finds no program of the checkout, on PATH or by a relative path', async () => {
  await inTempProject({}, async ({ at, write }) => {
    for (const path of ['project/stacks/x', 'project/node_modules/.bin/our-login', 'project/our-login']) {
      write(path, CANARY)
      chmodSync(at(path), 0o755)
    }
    write(
      'config',
      '[profile named]\ncredential_process = our-login\n[profile relative]\ncredential_process = ./our-login\n'
    )
    const before = process.cwd()
    process.chdir(at('project'))
    try {
      for (const profile of ['named', 'relative']) {
        const variables = {
          ...{ AWS_CONFIG_FILE: at('config'), AWS_SHARED_CREDENTIALS_FILE: at('none'), CANARY: at('canary') },
          PATH: `${at('project/node_modules/.bin')}:${process.env['PATH']}`
        }
        const words = await wordsWith(variables, profile, [at('project')])
        assert.match(words, new RegExp(`^The credential_process of the profile ${profile} ended with 127: .*not found`))
        assert.not.ok(existsSync(at('canary')), profile)
      }
    } finally {
      process.chdir(before)
    }
  })
})

test('a credential process that hangs is ended with all that it started, and told so', async () => {
  const before = { ...process.env }
  await inTempProject({}, async ({ at, write }) => {
    write('hang', `echo $$ >> ${at('pids')}; sleep 1000 & echo $! >> ${at('pids')}; wait`)
    write('config', `[profile hung]\ncredential_process = sh ${at('hang')} --key hidden\n`)
    Object.assign(process.env, { AWS_CONFIG_FILE: at('config'), AWS_SHARED_CREDENTIALS_FILE: at('none') })
    try {
      const way = await carrier({ proxy: undefined, caBundle: undefined }, 1000)()
      assert.ok(E.isRight(way))
      const found = await session('eu-central-1', { profile: 'hung', projects: [] }, way.right, 3000)()
      const told = 'The credential_process of the profile hung did not end within 3 seconds, and was ended'
      assert.equal(found, E.left(told))
      const pids = readFileSync(at('pids'), 'utf8').trim().split('\n')
      assert.is(pids.length, 2)
      for (const pid of pids) assert.not.ok(await isRunning(pid), pid)
    } finally {
      for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) delete process.env[name]
      Object.assign(process.env, before)
    }
  })
})

test('says why the default profile has no credentials, by its name', async () => {
  const said: Array<string> = []
  for (const token of ['none', 'pipe'])
    await inTempProject({}, async ({ at, write }) => {
      execFileSync('mkfifo', [at('pipe')])
      write(
        'config',
        `[default]\nrole_arn = arn:aws:iam::111122223333:role/x\nweb_identity_token_file = ${at(token)}\n`
      )
      said.push(await wordsWith({ AWS_CONFIG_FILE: at('config'), AWS_SHARED_CREDENTIALS_FILE: at('none') }, undefined))
    })
  assert.is(said[0], 'The web identity token of the profile default cannot be read: ENOENT: no such file or directory')
  assert.is.not(said[1], 'credentials')
})

test('says which variable names a token that cannot be read, and waits for no device without an end', async () => {
  const words = await wordsWith(
    { AWS_ROLE_ARN: 'arn:aws:iam::111122223333:role/x', AWS_WEB_IDENTITY_TOKEN_FILE: '/dev/zero' },
    undefined
  )
  assert.is(
    words,
    'The web identity token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: it is larger than 4194304 bytes'
  )
})

test.run()
