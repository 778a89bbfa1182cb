import * as E from 'fp-ts/lib/Either.js'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { provingPorts } from '../../src/commands/proving-ports.ts'
import { absolutePath } from '../../src/diagnostics/kinds.ts'
import { sha256 } from '../../src/outside/process/sha256.port.ts'
import { startedBy } from '../support/started-programs.ts'
import { stagingIn } from './preflight/staging-subject.ts'
import { wordsOfNoSession } from '../support/no-session.ts'

const test = suite<{ root: string }>('what preflight and the guard prove with')

const before = { ...process.env }
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-proving-')))
  mkdirSync(join(place.root, 'project/stacks'), { recursive: true })
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  writeFileSync(
    join(place.root, 'config'),
    '[default]\naws_access_key_id = ASIADEFAULT\naws_secret_access_key = a\n[profile ops]\naws_access_key_id = ASIAOPS\naws_secret_access_key = b\n'
  )
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(place.root, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(place.root, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true'
  })
})
test.after.each(({ root }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(root, { recursive: true, force: true })
})

const WORKER = new URL('file:///nothing.js')

/** The key by which AWS would be asked, or why it would not be. */
const keyOf = async (
  root: string,
  variables: Readonly<Record<string, string>>,
  route: { readonly proxy?: string; readonly caBundle?: string } = {}
): Promise<string> => {
  const ports = provingPorts({ ...process.env, ...variables }, WORKER, [join(root, 'project')])
  const subject = {
    ...stagingIn(absolutePath(join(root, 'project'))),
    route: { proxy: undefined, caBundle: undefined, ...route }
  }
  const opened = await ports.open(subject, () => () => undefined)()
  return E.isLeft(opened) ? wordsOfNoSession(opened.left) : opened.right.credentials.accessKeyId
}

test('AWS is asked as the profile that the environment names, else as the default one', async ({ root }) => {
  assert.is(await keyOf(root, {}), 'ASIADEFAULT')
  assert.is(await keyOf(root, { AWS_PROFILE: '' }), 'ASIADEFAULT')
  assert.is(await keyOf(root, { AWS_PROFILE: 'ops' }), 'ASIAOPS')
})

test('AWS is asked on the way that was named, which is read before anything is asked', async ({ root }) => {
  assert.match(await keyOf(root, {}, { caBundle: join(root, 'gone.pem') }), /^--ca-bundle: /)
})

test('the sources of a project are read as they lie there now', async ({ root }) => {
  const project = absolutePath(join(root, 'project'))
  const { readSources } = provingPorts(process.env, WORKER, [project])
  const digests = async () =>
    [...(await readSources(project)())].map(([path, read]) => [path, E.isRight(read) ? read.right : read.left])
  writeFileSync(join(project, 'stacks/a-eu.ts'), 'one')
  assert.equal(await digests(), [['stacks/a-eu.ts', sha256('one')]])
  writeFileSync(join(project, 'stacks/a-eu.ts'), 'two')
  assert.equal(await digests(), [['stacks/a-eu.ts', sha256('two')]])
})

test('git is looked for on the PATH that was given, and has ten seconds for an answer', async ({ root }) => {
  const project = absolutePath(join(root, 'project'))
  const asked = async (PATH: string) =>
    (
      await startedBy(
        () => ({ code: 1 }),
        () => provingPorts({ PATH }, WORKER, []).repository.head(project)()
      )
    ).map(({ options }) => (options as { readonly timeout?: unknown }).timeout)
  assert.equal(await asked('/usr/bin:/bin'), [10_000])
  assert.equal(await asked(root), [])
})

test('each probe of the lock has an id of its own, as OpenTofu writes one', () => {
  const { newId } = provingPorts(process.env, WORKER, [])
  const [one, other] = [newId(), newId()]
  assert.not.equal(one, other)
  for (const id of [one, other]) assert.match(id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
})

test.run()
