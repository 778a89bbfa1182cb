import * as E from 'fp-ts/lib/Either.js'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { rootCertificates } from 'node:tls'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carrier } from '../../../src/outside/aws/route.ts'
import { sharedConfig } from '../../../src/outside/aws/shared-config.ts'
import type { SharedConfig } from '../../../src/caller/surroundings.ts'
import { judgeEnvironment } from '../../../src/caller/environment.ts'
import { wantedOfStaging } from '../../support/wanted.ts'
import { wordsOfNoSession } from '../../support/no-session.ts'

const test = suite<{ root: string }>('the shared config that is read once')
test.before.each((context) => {
  context.root = mkdtempSync(join(tmpdir(), 'zenthea-config-'))
})
test.after.each(({ root }) => {
  for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) delete process.env[name]
  rmSync(root, { recursive: true })
})

const TEXT = '[profile x]\nregion = eu-central-1\n'

/** Sets both files, the credentials to none, and reads them. */
const readWith = (config: string, projects: ReadonlyArray<string> = []) => {
  Object.assign(process.env, { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: '/dev/null' })
  return sharedConfig(projects)()
}

test('a device without an end is refused by name, and read no further than its limit', async () => {
  const shared = await readWith('/dev/zero')
  assert.equal(shared.unread, [{ where: '$AWS_CONFIG_FILE', why: 'it is larger than 4194304 bytes' }])
  const found = judgeEnvironment({
    variables: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' },
    shared,
    route: { proxy: undefined, caBundle: undefined },
    declared: wantedOfStaging().declaration
  })
  assert.equal(
    found.map(({ rule, actual }) => [rule, actual]),
    [['read-apart', 'of $AWS_CONFIG_FILE: it is larger than 4194304 bytes']]
  )
})

test('a file that is swapped after it was judged has no say', async ({ root }) => {
  const file = join(root, 'config')
  writeFileSync(file, TEXT)
  assert.equal((await readWith(file)).config, { x: { region: 'eu-central-1' } })
  writeFileSync(file, TEXT.replace('eu-central-1', 'us-east-1'))
  assert.equal((await readWith(file)).config, { x: { region: 'eu-central-1' } })
})

const found = (shared: SharedConfig): ReadonlyArray<string> =>
  judgeEnvironment({
    variables: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x' },
    shared,
    route: { proxy: undefined, caBundle: undefined },
    declared: wantedOfStaging().declaration
  }).map(({ rule, actual }) => `${rule}: ${actual}`)

const others: Readonly<Record<string, (file: string) => void>> = {
  'everybody may write to': (file) => chmodSync(file, 0o666),
  'lies in a folder that everybody may write to': (file) => chmodSync(dirname(file), 0o777),
  'is reached by a link below such a folder': (file) => {
    renameSync(file, `${file}-elsewhere`)
    mkdirSync(join(dirname(file), 'open'))
    chmodSync(join(dirname(file), 'open'), 0o777)
    symlinkSync(`${file}-elsewhere`, join(dirname(file), 'open/link'))
    symlinkSync(join(dirname(file), 'open/link'), file)
  }
}
for (const [what, give] of Object.entries(others))
  test(`nothing is taken from a file that ${what}`, async ({ root }) => {
    const file = join(root, `config-${what.length}`)
    writeFileSync(file, TEXT)
    give(file)
    const shared = await readWith(file)
    assert.equal(shared.config, {})
    assert.is(found(shared).length, 1)
    assert.match(found(shared)[0] ?? '', /^shared-config-own: of \$AWS_CONFIG_FILE: others can change /)
  })

test('nothing is taken from a file of the checkout, or that a link of it leads to', async ({ root }) => {
  const project = join(root, 'project')
  mkdirSync(join(project, 'stacks'), { recursive: true })
  writeFileSync(join(project, 'config'), TEXT)
  symlinkSync(join(project, 'config'), join(root, 'link'))
  for (const file of ['project/config', 'link']) {
    const shared = await readWith(join(root, file), [project])
    assert.equal(shared.config, {})
    assert.equal(found(shared), ['shared-config-own: of $AWS_CONFIG_FILE: it lies in the checkout'])
  }
})

test('a CA bundle that others can change is refused, with what to do', async ({ root }) => {
  for (const [name, open] of [
    ['ca.pem', 'ca.pem'],
    ['open/ca.pem', 'open']
  ] as const) {
    mkdirSync(join(root, 'open'), { recursive: true })
    writeFileSync(join(root, name), rootCertificates.slice(0, 2).join('\n'))
    chmodSync(join(root, open), 0o777)
    const made = await carrier({ proxy: undefined, caBundle: join(root, name) }, 1000)()
    const path = join(root, open)
    assert.is(
      E.isLeft(made) && wordsOfNoSession(made.left),
      `--ca-bundle: others can change ${path}; run chmod go-w ${path}`
    )
  }
})

test('a CA bundle that is a device without an end is read no further than its limit', async () => {
  const made = await carrier({ proxy: undefined, caBundle: '/dev/zero' }, 1000)()
  assert.match(E.isLeft(made) ? wordsOfNoSession(made.left) : 'it was taken', 'it is larger than 4194304 bytes')
})

test.run()
