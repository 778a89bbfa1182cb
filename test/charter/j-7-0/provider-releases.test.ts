import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsProviderReleases } from '../../../src/charter/j-7-0/provider-releases.ts'

/** The hashes by which the guard knows the provider. One that is lost stops a person; one that is wrong lets another program run. */
const test = suite('the builds of the provider')

/**
 * How many hashes the source of each build names, and the SHA-256 of them all, in the order of their letters, a line each. They
 * were computed from the sources: opentofu/registry, and the lock files of four public repositories.
 */
const sources = [
  { of: 'opentofu/registry', count: 20, sum: 'ac129c01d9ed8c75a7f4dddd66cff21cef7d5b4307315971fa0a93a92153d478' },
  { of: "HashiCorp's SHA256SUMS", count: 19, sum: '0c755cc9fdc9980fec550fe5d31346f69ae455d8924d8044c7fab3c90e28bfe9' }
]

const sumOf = (hashes: ReadonlyArray<string>): string =>
  createHash('sha256').update(hashes.toSorted().join('\n')).digest('hex')

test('5.100.0 has two builds, each with the hashes that its source names and no other', () => {
  assert.equal(
    awsProviderReleases['5.100.0'].builds.map(({ source, hashes }) => ({
      of: sources.find(({ of }) => source.startsWith(of))?.of,
      count: hashes.length,
      sum: sumOf(hashes)
    })),
    sources
  )
})

test('one release is proven by run, and of the other no hash is known', () => {
  const known = Object.entries(awsProviderReleases).map(([version, { proof, builds }]) => [
    version,
    proof,
    builds.length
  ])
  assert.equal(known, [
    ['5.100.0', 'proven by run', 2],
    ['6.66.0', 'checked against its schema, not run', 0]
  ])
})

test.run()
