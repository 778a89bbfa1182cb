import { loadSharedConfigFiles } from '@smithy/core/config'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeOfSetting } from '../../../src/caller/shared-places.ts'
import { sharedConfig, tokenFileOf } from '../../../src/outside/aws/shared-config.ts'

const test = suite<{ home: string; outside: string }>('the shared config of a home folder')

const before = { ...process.env }
test.before.each((place) => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-home-')))
  place.home = join(root, 'home')
  place.outside = join(root, 'outside')
  for (const folder of [place.home, place.outside]) mkdirSync(folder)
  Object.assign(process.env, { HOME: place.home, AWS_CONFIG_FILE: '', AWS_SHARED_CREDENTIALS_FILE: '' })
})
test.after.each(({ home }) => {
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name]
  Object.assign(process.env, before)
  rmSync(dirname(home), { recursive: true, force: true })
})

const file = (path: string, text: string, mode = 0o600): string => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  chmodSync(path, mode)
  return path
}
const REGION = '[profile x]\nregion = eu-central-1\n'
const KEY = '[x]\naws_access_key_id = a\n'
const both = { config: { x: { region: 'eu-central-1' } }, credentials: { x: { aws_access_key_id: 'a' } } }

/** What is read, without the places of its lines. */
const read = async (projects: ReadonlyArray<string> = []) => {
  const { places: _, ...shared } = await sharedConfig(projects)()
  return shared
}
const nothing = { config: {}, credentials: {}, unread: [], distrusted: [] }

test('is read below the home folder where no variable names another file, with the place of each line', async ({
  home
}) => {
  file(join(home, '.aws/config'), REGION)
  file(join(home, '.aws/credentials'), KEY)
  const { places, ...shared } = await sharedConfig([])()
  assert.equal(shared, { ...nothing, ...both })
  assert.equal(placeOfSetting({ places }, 'x', 'region'), {
    ...{ kind: 'profile', name: 'the profile x', file: '~/.aws/config', line: 2 }
  })
  assert.equal(placeOfSetting({ places }, 'x', 'aws_access_key_id'), {
    ...{ kind: 'profile', name: 'the profile x', file: '~/.aws/credentials', line: 2 }
  })
})

test('is the file that a variable names, also below ~, and a place outside of the home folder is told by it', async ({
  home,
  outside
}) => {
  file(join(home, 'mine/config'), REGION)
  process.env['AWS_CONFIG_FILE'] = '~/mine/config'
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = file(join(outside, 'keys'), KEY)
  const { places, ...shared } = await sharedConfig([])()
  assert.equal(shared, { ...nothing, ...both })
  assert.is(placeOfSetting({ places }, 'x', 'region').file, '~/mine/config')
  assert.is(placeOfSetting({ places }, 'x', 'aws_access_key_id').file, '$AWS_SHARED_CREDENTIALS_FILE')
})

test('is empty where nothing is there, or a folder is, and the SDK finds nothing there later either', async ({
  home
}) => {
  mkdirSync(join(home, '.aws/config'), { recursive: true })
  assert.equal(await read(), nothing)
  file(join(home, '.aws/credentials'), KEY)
  assert.equal((await loadSharedConfigFiles({ ignoreCache: true })).credentialsFile, {})
  assert.equal(await read(), nothing)
})

test('is told as refused where a variable names a file that cannot be read', async ({ home }) => {
  mkdirSync(join(home, 'a folder'))
  Object.assign(process.env, {
    AWS_CONFIG_FILE: join(home, 'gone'),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'a folder')
  })
  assert.equal(await read(), {
    ...nothing,
    refused: [
      { where: '~/gone', variable: 'AWS_CONFIG_FILE', why: 'ENOENT: no such file or directory' },
      { where: '~/a folder', variable: 'AWS_SHARED_CREDENTIALS_FILE', why: 'EISDIR: illegal operation on a directory' }
    ]
  })
})

test('is told as refused also at its usual place, where something is there that the system does not let be read', async ({
  home
}) => {
  mkdirSync(join(home, '.aws'))
  symlinkSync('config', join(home, '.aws/config'))
  const { refused } = await sharedConfig([])()
  assert.equal(refused, [
    { where: '~/.aws/config', variable: undefined, why: 'ELOOP: too many symbolic links encountered' }
  ])
})

test('is not taken from a file without an end, which is told with the reason', async ({ home }) => {
  file(join(home, '.aws/config'), '#'.repeat(4 * 1024 * 1024 + 1))
  file(join(home, '.aws/credentials'), '#'.repeat(4 * 1024 * 1024))
  assert.equal(await read(), {
    ...nothing,
    unread: [{ where: '~/.aws/config', why: 'it is larger than 4194304 bytes' }]
  })
})

test('is taken from no file that others can change, and each is told with the command that ends it', async ({
  home,
  outside
}) => {
  process.env['AWS_CONFIG_FILE'] = file(join(home, 'a folder/config'), REGION, 0o666)
  const keys = file(join(outside, "jane's keys"), KEY, 0o666)
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = keys
  assert.equal(await read(), {
    ...nothing,
    distrusted: [
      {
        where: '~/a folder/config',
        why: 'others can change ~/a folder/config',
        remedy: "Take their right to write away: chmod go-w ~/'a folder/config'"
      },
      {
        where: '$AWS_SHARED_CREDENTIALS_FILE',
        why: `others can change ${keys}`,
        remedy: `Take their right to write away: chmod go-w '${keys.replace("'", `'\\''`)}'`
      }
    ]
  })
  assert.equal((await loadSharedConfigFiles({ ignoreCache: true })).configFile, {})
})

test('is not taken below a home folder that others can change, which is told as ~', async ({ home }) => {
  file(join(home, '.aws/config'), REGION)
  chmodSync(home, 0o777)
  assert.equal(await read(), {
    ...nothing,
    distrusted: [
      {
        where: '~/.aws/config',
        why: 'others can change ~',
        remedy: 'Take their right to write away: chmod go-w ~'
      }
    ]
  })
})

test('is not taken from the checkout of any of the projects', async ({ home }) => {
  for (const name of ['one', 'two']) mkdirSync(join(home, name, 'stacks'), { recursive: true })
  process.env['AWS_CONFIG_FILE'] = file(join(home, 'two/config'), REGION)
  assert.equal(await read([join(home, 'one'), join(home, 'two')]), {
    ...nothing,
    distrusted: [
      {
        where: '~/two/config',
        why: 'it lies in the checkout',
        remedy: 'Move it out of the checkout, such as to ~/.aws.'
      }
    ]
  })
})

const shared = {
  config: {
    default: { web_identity_token_file: '/of-default' },
    job: { web_identity_token_file: '/of-job' },
    chained: { source_profile: 'job' }
  },
  credentials: {}
}
const fromTokenFile: ReadonlyArray<
  readonly [variables: object, profile: string | undefined, found: string | undefined]
> = [
  [{}, undefined, '/of-default'],
  [{}, 'job', '/of-job'],
  [{}, 'chained', '/of-job'],
  [{}, 'another', undefined],
  [{ AWS_WEB_IDENTITY_TOKEN_FILE: '/named' }, undefined, '/named'],
  [{ AWS_WEB_IDENTITY_TOKEN_FILE: '' }, undefined, '/of-default'],
  [{ AWS_WEB_IDENTITY_TOKEN_FILE: '/named' }, 'job', '/of-job'],
  [{ AWS_ACCESS_KEY_ID: 'a', AWS_WEB_IDENTITY_TOKEN_FILE: '/named' }, undefined, undefined],
  [{ AWS_ACCESS_KEY_ID: '', AWS_WEB_IDENTITY_TOKEN_FILE: '/named' }, undefined, '/named'],
  [{ AWS_ACCESS_KEY_ID: 'a' }, 'job', '/of-job']
]
test('names the token of a web identity that the SDK would read', () => {
  for (const [variables, profile, found] of fromTokenFile)
    assert.is(tokenFileOf({ ...variables }, shared, profile), found, JSON.stringify([variables, profile]))
})

test.run()
