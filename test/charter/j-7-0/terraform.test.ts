import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { terraform } from '../../../src/charter/j-7-0/terraform.ts'
import { decode } from '../../../src/diagnostics/decode.ts'
import { changedAll } from '../../support/changed.ts'
import { declaration, renderedBlocks } from '../../support/valid-blocks.ts'

const test = suite('the backends of OpenTofu')

const otherwise = { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' } as const
const body = renderedBlocks.find(({ type }) => type === 'terraform')?.body

/** What is said of a backend that stands beside the S3 one. */
const saidOf = (name: string) => {
  const decoded = decode(terraform(declaration), changedAll(body, [[['backend', name], {}]]), [], otherwise)
  return E.isLeft(decoded) ? decoded.left.map(({ rule, clause, at }) => [rule, clause, at?.join('.')]) : []
}

/** Source: OpenTofu, "Backend Configuration", "Available Backends", without `s3`. */
const others = ['azurerm', 'consul', 'cos', 'gcs', 'http', 'kubernetes', 'oss', 'pg', 'remote']

for (const name of others)
  test(`${name} is refused by name, since the phase authorises S3 alone`, () => {
    assert.equal(saidOf(name), [['backend-s3', 'J.7.0 §3.2', `backend.${name}`]])
  })

test('local is refused by name, since state is remote in every environment', () => {
  assert.equal(saidOf('local'), [['backend-remote', 'J.6.2 §3', 'backend.local']])
})

test('one that OpenTofu does not have is refused as what no backend is', () => {
  assert.equal(saidOf('swift'), [['backend-declared', 'J.7.0 §4', 'backend.swift']])
})

test.run()
