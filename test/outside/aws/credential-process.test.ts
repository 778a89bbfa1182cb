import * as E from 'fp-ts/lib/Either.js'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { session } from '../../../src/outside/aws/credentials.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'
import { wordsOfNoSession } from '../../support/no-session.ts'

const test = suite<{ root: string }>('a credential process')

const before = { ...process.env }
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-process-')))
  mkdirSync(join(place.root, 'project/stacks'), { recursive: true })
  writeFileSync(join(place.root, 'config'), '[profile p]\ncredential_process = give-me --key hidden\n')
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(place.root, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(place.root, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    PATH: [join(place.root, 'project/bin'), '/usr/bin', '/bin'].join(':')
  })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(root, { recursive: true, force: true })
})

const carrier = { handler: new NodeHttpHandler(), close: () => undefined, authorities: undefined }

/** Signs in by the process, which ends so. */
const signedIn = async (root: string, ending: Ending, projects = [join(root, 'project')]) => {
  let found: unknown
  const started = await startedBy(
    () => ending,
    async () => {
      found = await session('eu-central-1', { profile: 'p', projects }, carrier)()
    }
  )
  return { found, started }
}

const answer = (more: object = {}): string =>
  JSON.stringify({ Version: 1, AccessKeyId: 'AKIAIOSFODNN7EXAMPLE', SecretAccessKey: 'of-a-test', ...more })

test('is run at home, with a PATH without the checkout and all else of the environment', async ({ root }) => {
  const { found, started } = await signedIn(root, { stdout: answer() })
  assert.equal(found, E.right({ accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'of-a-test' }))
  assert.equal(started, [
    {
      by: 'exec',
      file: 'give-me --key hidden',
      args: [],
      options: { cwd: homedir(), env: { ...process.env, PATH: '/usr/bin:/bin' } }
    }
  ])
})

test('gets an empty PATH where this process has none', async ({ root }) => {
  delete process.env['PATH']
  for (const projects of [[], [join(root, 'project')]]) {
    const { started } = await signedIn(root, { stdout: answer() }, projects)
    assert.equal(started[0]?.options, { cwd: homedir(), env: { ...process.env, PATH: '' } })
  }
})

test('gives a session with its token and its end', async ({ root }) => {
  const Expiration = '2099-01-01T00:00:00Z'
  const { found } = await signedIn(root, { stdout: answer({ SessionToken: 'token', Expiration }) })
  assert.equal(
    found,
    E.right({
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'of-a-test',
      sessionToken: 'token',
      expiration: Date.parse(Expiration)
    })
  )
})

/** How it ends, and what is told of it: never its command, never its output. */
const failures: ReadonlyArray<readonly [ending: Ending, told: string]> = [
  [{ code: 3, stderr: '\n  no login \nhidden' }, 'ended with 3: no login'],
  [{ code: 3, stdout: 'hidden', stderr: ' \n' }, 'ended with 3 and wrote nothing to stderr'],
  [{ signal: 'SIGKILL', stderr: 'out of memory' }, 'was ended by SIGKILL: out of memory'],
  [
    { error: Object.assign(new Error('hidden'), { code: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' }), stderr: 'hidden' },
    'wrote more than one MiB, and was ended'
  ],
  [
    { error: Object.assign(new Error('spawn /bin/sh ENOENT'), { code: 'ENOENT', errno: -2 }) },
    'could not be started: ENOENT: no such file or directory and wrote nothing to stderr'
  ],
  [{ error: new Error('hidden') }, 'ended with an unknown exit code and wrote nothing to stderr']
]
for (const [ending, told] of failures)
  test(`that fails is told by how it ended: ${told}`, async ({ root }) => {
    const { found } = await signedIn(root, ending)
    assert.equal(found, E.left(`The credential_process of the profile p ${told}`))
  })

test('of a web identity the token is read first, and one that cannot be read is told by who named it', async ({
  root
}) => {
  Object.assign(process.env, { AWS_CONFIG_FILE: join(root, 'of-a-job') })
  writeFileSync(join(root, 'of-a-job'), `[profile p]\nrole_arn = x\nweb_identity_token_file = ${join(root, 'token')}\n`)
  const { found } = await signedIn(root, {})
  assert.equal(
    found,
    E.left('The web identity token of the profile p cannot be read: ENOENT: no such file or directory')
  )
  Object.assign(process.env, { AWS_WEB_IDENTITY_TOKEN_FILE: join(root, 'other'), AWS_ROLE_ARN: 'x' })
  const job = await session('eu-central-1', { profile: undefined, projects: [] }, carrier)()
  assert.equal(
    job,
    E.left('The web identity token of AWS_WEB_IDENTITY_TOKEN_FILE cannot be read: ENOENT: no such file or directory')
  )
})

test('credentials that do not come are waited for a minute, and the wait keeps no process alive', async ({ root }) => {
  const { setTimeout } = globalThis
  const waits: Array<readonly [millis: unknown, isKept: boolean]> = []
  Object.assign(globalThis, {
    setTimeout: (does: () => void, millis?: number) => {
      if (millis !== 60_000) return setTimeout(does, millis)
      const timer = setTimeout(does, 0)
      const unref = timer.unref.bind(timer)
      const at = waits.push([millis, true]) - 1
      return Object.assign(timer, {
        unref: () => {
          waits[at] = [millis, false]
          return unref()
        }
      })
    }
  })
  let told = ''
  try {
    await startedBy(
      () => ({ stdout: answer() }),
      async () => {
        const slow = { ...carrier, handler: new NodeHttpHandler() }
        Object.assign(process.env, { AWS_CONFIG_FILE: join(root, 'sso') })
        writeFileSync(
          join(root, 'sso'),
          `[profile p]\nrole_arn = arn:aws:iam::111122223333:role/x\nsource_profile = q\n[profile q]\naws_access_key_id = a\naws_secret_access_key = b\n`
        )
        Object.assign(slow.handler, { handle: () => new Promise(() => undefined) })
        const found = await session('eu-central-1', { profile: 'p', projects: [] }, slow)()
        told = E.isLeft(found) ? wordsOfNoSession(found.left) : 'a session'
      }
    )
  } finally {
    Object.assign(globalThis, { setTimeout })
  }
  assert.match(told, 'no credentials within 60 seconds')
  assert.equal(waits, [[60_000, false]])
})

test.run()
