import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { networkPath } from '../../src/caller/network-path.ts'
import { folded } from '../../src/diagnostics/folded.ts'

const test = suite('the way to AWS, and the one option that ends what is said of it')

const none = { config: {}, credentials: {} }
const found = (variables: Readonly<Record<string, string>>, caBundle?: string, shared = none) =>
  networkPath({ variables, shared, route: { proxy: undefined, caBundle } }).filter(
    ({ rule }) => rule === 'ca-bundle-named'
  )

const CORPORATE = '/etc/ssl/corporate.pem'
const everywhere = {
  AWS_CA_BUNDLE: CORPORATE,
  SSL_CERT_FILE: CORPORATE,
  SSL_CERT_DIR: '/etc/ssl/certs',
  NODE_EXTRA_CA_CERTS: CORPORATE
}

test('the four variables of a corporate laptop are one finding, with one option to copy', () => {
  const [first, ...others] = folded(found(everywhere))
  assert.equal(others, [])
  assert.is(first?.also.length, 3)
  assert.is(
    first?.remedy,
    `Unset AWS_CA_BUNDLE SSL_CERT_FILE SSL_CERT_DIR NODE_EXTRA_CA_CERTS, or let every program take its authorities from one file, and name it: --ca-bundle ${CORPORATE}`
  )
})

test('and what it proposes ends it', () => {
  assert.equal(found(everywhere, CORPORATE), [])
})

test('the file of the shared config is proposed, too', () => {
  const config = { default: { ca_bundle: CORPORATE } }
  const [first] = found({}, undefined, { ...none, config })
  assert.match(
    first?.remedy ?? '',
    new RegExp(`^Remove ca_bundle from the shared config, or .*: --ca-bundle ${CORPORATE}$`)
  )
  const both = found({ SSL_CERT_DIR: '/x' }, undefined, { ...none, config })
  for (const { remedy } of both)
    assert.match(remedy, /^Unset SSL_CERT_DIR and remove ca_bundle from the shared config,/)
})

test('a file in a home folder is named without the name of a person, and as a shell takes it', () => {
  for (const [path, word] of [
    ['/home/jane.doe/corporate.pem', '"$HOME"/corporate.pem'],
    ['/home/jane.doe/my certs/a.pem', `"$HOME"/'my certs/a.pem'`],
    ['/home/jane.doe2/a.pem', '/home/jane.doe2/a.pem'],
    ["/etc/it's.pem", `'/etc/it'\\''s.pem'`]
  ] as const) {
    const [first] = found({ HOME: '/home/jane.doe', AWS_CA_BUNDLE: path })
    assert.ok(first?.remedy.endsWith(`: --ca-bundle ${word}`), first?.remedy)
  }
})

test('neither a folder of authorities nor a relative path is named as the file', () => {
  for (const variables of [{ SSL_CERT_DIR: '/etc/ssl/certs' }, { AWS_CA_BUNDLE: 'corporate.pem' }])
    assert.match(found(variables)[0]?.remedy ?? '', /--ca-bundle FILE$/)
})

test.run()
