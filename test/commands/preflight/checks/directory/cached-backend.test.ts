import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cachedBackendDiagnostics } from '../../../../../src/commands/preflight/checks/directory/cached-backend.ts'

const test = suite('the backend that init cached')

const cached = (config: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({ version: 3, backend: { type: 's3', config, hash: 7 } }, null, 4)}\n`
const said = (emitted: Readonly<Record<string, unknown>>, config: Readonly<Record<string, unknown>>) =>
  cachedBackendDiagnostics('out/a-eu', cached(config), emitted).map(({ expected, actual }) => [expected, actual])

test('values that say where the state is are shown, and of any other setting only its name', () => {
  const shown = ['allowed_account_ids', 'bucket', 'dynamodb_table', 'encrypt', 'key', 'region', 'use_lockfile']
  for (const name of shown)
    assert.equal(said({ [name]: 'this' }, { [name]: 'that' }), [
      [`the emitted backend: ${name} is "this"`, 'the cached one has "that"']
    ])
  for (const name of ['secret_key', 'endpoint', 'profile', 'bucket2'])
    assert.equal(said({}, { [name]: 'a-secret' }), [
      [`the emitted backend: ${name} is nothing`, 'the cached one has a value']
    ])
  assert.equal(said({ bucket: 'this' }, {}), [['the emitted backend: bucket is "this"', 'the cached one has nothing']])
})

test('what is the same is not told, null as a setting that is not there, and each difference is told once', () => {
  assert.equal(said({ bucket: 'a', encrypt: true }, { encrypt: true, bucket: 'a', profile: null }), [])
  assert.is(said({ bucket: 'a', key: 'b' }, { key: 'c', bucket: 'd', region: 'e' }).length, 3)
})

test.run()
