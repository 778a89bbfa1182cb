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

/** What a variable of hosts takes past the proxy. Source: Go, golang.org/x/net/http/httpproxy, on NO_PROXY. */
const hosts: Readonly<Record<string, boolean>> = {
  '*': true,
  ' * ': true,
  'amazonaws.com': true,
  '.amazonaws.com': true,
  '*.amazonaws.com': true,
  'amazonaws.eu': true,
  com: true,
  '.com': true,
  '.com:443': true,
  'eu:8443': true,
  'S3.EU-CENTRAL-1.AMAZONAWS.COM:443': true,
  'localhost, .amazonaws.com': true,
  'a, com ,b': true,
  '': false,
  ',': false,
  localhost: false,
  '127.0.0.1:5300': false,
  '.example.com:443': false,
  'example.company': false,
  ws: false,
  'aws.com': false,
  'c:1om': false,
  '*x': false
}
for (const [value, isPast] of Object.entries(hosts))
  test(`'${value}' in NO_PROXY ${isPast ? 'takes' : 'does not take'} AWS past the proxy`, () => {
    // The entry that does it, of those that are there.
    const entry = value.split(',').find((one) => !['localhost', 'a', 'b'].includes(one)) ?? ''
    const past = JSON.stringify(entry.trim())
    for (const name of ['NO_PROXY', 'no_proxy']) {
      const route = { proxy: 'http://127.0.0.1:3128', caBundle: undefined }
      const said = networkPath({ variables: { [name]: value }, shared: none, route })
      assert.equal(
        said,
        isPast
          ? [
              {
                rule: 'proxy-for-all',
                clause: 'J.7.0 §4',
                from: { kind: 'variable', name },
                expected: 'one way to AWS for this program and for OpenTofu, which reads the environment',
                actual: `${past} in ${name}, which takes hosts of AWS past the proxy`,
                remedy:
                  past === '"*"'
                    ? `Unset ${name}, or name in ${name} each host that needs no proxy: the * stands for all hosts, those of AWS among them.`
                    : `Take ${past} out of ${name}.`
              }
            ]
          : []
      )
      assert.equal(
        networkPath({ variables: { [name]: value }, shared: none, route: { ...route, proxy: undefined } }),
        []
      )
    }
  })

test('an address is the same with slashes at its end, and with the scheme that Go adds', () => {
  const said = (value: string) =>
    networkPath({
      variables: { HTTPS_PROXY: value },
      shared: none,
      route: { proxy: 'http://p:1', caBundle: undefined }
    })
  for (const same of ['http://p:1', 'http://p:1/', 'http://p:1//', 'p:1', 'p:1//']) assert.equal(said(same), [], same)
  for (const other of ['https://p:1', 'http://p:12', 'http://p:1/x', 'http://q:1'])
    assert.is(said(other)[0]?.rule, 'proxy-named', other)
})

const way = { proxy: 'http://p:1', caBundle: undefined }
const ofProxies = (variables: Readonly<Record<string, string>>) =>
  networkPath({ variables, shared: none, route: { proxy: undefined, caBundle: undefined } })

test('one proxy under several names is one finding, and each other address is one more', () => {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
  const same = Object.fromEntries(names.map((name, at) => [name, at % 2 === 0 ? 'http://q:2' : 'q:2/']))
  const [one, ...more] = ofProxies(same)
  assert.equal(more, [])
  assert.equal(one?.from, { kind: 'variable', name: names.join(', ') })
  assert.is(one?.actual, `"http://q:2" in ${names.join(', ')}`)
  assert.is(one?.remedy, `Unset ${names.join(' ')}, or name the same address: --proxy http://q:2`)
  const apart = ofProxies({ ...same, http_proxy: 'http://r:3' })
  assert.equal(
    apart.map(({ from }) => from.name),
    ['HTTPS_PROXY, https_proxy, HTTP_PROXY, ALL_PROXY, all_proxy', 'http_proxy']
  )
  const users = ofProxies({ HTTPS_PROXY: 'http://a:b@q:2', http_proxy: 'http://c@r:3' })
  assert.equal(
    users.map(({ actual }) => actual),
    ['an address with a user in HTTPS_PROXY, http_proxy']
  )
})

test('what takes AWS past the proxy is shown, without a user and without what does not', () => {
  const said = (variables: Readonly<Record<string, string>>) => networkPath({ variables, shared: none, route: way })
  const [first, ...others] = said({ NO_PROXY: 'intern.example,jane:pw@s3.amazonaws.com, .com', no_proxy: 'com' })
  assert.is(first?.actual, '"(an address with a user)", ".com" in NO_PROXY, which takes hosts of AWS past the proxy')
  assert.equal(
    others.map(({ actual }) => actual),
    ['"com" in no_proxy, which takes hosts of AWS past the proxy']
  )
  const [both, ...rest] = said({ NO_PROXY: '*', no_proxy: 'x, *' })
  assert.equal(rest, [])
  assert.is(
    both?.remedy,
    'Unset NO_PROXY no_proxy, or name in NO_PROXY and no_proxy each host that needs no proxy: the * stands for all hosts, those of AWS among them.'
  )
})

test.run()
