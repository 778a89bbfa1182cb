import { generateKeyPairSync } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withoutPublicKeys } from '../../src/sensitive/public-keys.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'
import { base64, drawn } from './only-row.ts'

/** Keys and certificates that all may read, and private keys beside them. */
const test = suite('public keys')

const draw = (length: number): string => drawn(base64, length, 1, length)[0] ?? ''

const framed = (name: string, body: string): string => `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----`

const body = `MIID${draw(60)}\n${draw(64)}\n${draw(40)}\n${draw(22)}==`

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const spki = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString()

const names = [
  ...['oeffentlicher_schluessel', 'public_key', 'api_key', 'jwt_secret', 'clé_publique', 'Kommentar'],
  ...['klucz_publiczny', 'token']
]

test('what a frame calls public passes under any name', () => {
  for (const kind of [
    ...['PUBLIC KEY', 'RSA PUBLIC KEY', 'CERTIFICATE', 'CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST', 'X509 CRL'],
    ...['DH PARAMETERS', 'TRUSTED CERTIFICATE', 'PGP PUBLIC KEY BLOCK']
  ])
    for (const name of names) assert.equal(sensitiveText(name, framed(kind, body)), [], `${name} ${kind}`)
  for (const text of [spki, spki.replaceAll('\n', '\\n'), spki.replaceAll('\n', ' '), `${spki}${spki}`])
    for (const name of names) assert.equal(sensitiveText(name, text), [], name)
  for (const text of [
    `---- BEGIN SSH2 PUBLIC KEY ----\nAAAA${draw(60)}\n---- END SSH2 PUBLIC KEY ----`,
    `RW${draw(54)}`,
    `untrusted comment: minisign public key 3F9A\nRW${draw(54)}`,
    `age1${'qz9ac2wsx3edc4rfv5tgy6h'.repeat(3).slice(0, 58)}`,
    `ssh-ed25519 AAAA${draw(64)} deploy`
  ])
    for (const name of names) assert.equal(sensitiveText(name, text), [], `${name} ${text.slice(0, 20)}`)
})

test('a private key is found, in its frame, beside a public one and in the frame of one', () => {
  const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const inner = pkcs8.split('\n').slice(1, -2).join('\n')
  for (const text of [pkcs8, `${spki}${pkcs8}`, framed('PUBLIC KEY', inner)])
    for (const name of names) assert.ok(sensitiveText(name, text).length > 0, `${name} ${text.slice(0, 30)}`)
  for (const text of [framed('SECRET KEY', body), `RW${draw(55)}`, `${spki}hunter22`, 'RWhunter2222'])
    assert.ok(sensitiveText('api_key', text).length > 0, text)
})

/** "Public key" in each official language of the EU. */
const named = [
  ...['публичен ключ', 'veřejný klíč', 'offentlig nøgle', 'öffentlicher Schlüssel', 'δημόσιο κλειδί', 'public key'],
  ...['clave pública', 'avalik võti', 'julkinen avain', 'clé publique', 'eochair phoiblí', 'javni ključ'],
  ...['nyilvános kulcs', 'chiave pubblica', 'viešasis raktas', 'publiskā atslēga', 'ċavetta pubblika'],
  ...['publieke sleutel', 'klucz publiczny', 'chave pública', 'cheie publică', 'verejný kľúč', 'publik nyckel'],
  'oeffentlicher Schluessel'
]

test('a key of 256 bits behind the words for a public one passes, in each language', () => {
  const key = 'kQ2vXm9RtLwZ4nP8sYd1HfGcJe3UaVoKi5Tq8Xb7zK0='
  for (const name of named) {
    assert.equal(sensitiveText('Note', `WireGuard ${name}: ${key}`), [], name)
    assert.equal(sensitiveText(name.replaceAll(' ', '_'), key), [], name)
    assert.is(withoutPublicKeys('', `${name}: x, ${key}`), `${name}: x, ${key}`, name)
  }
  for (const name of ['private key', 'privater Schlüssel', 'public key and private key', 'clé privée'])
    assert.ok(sensitiveText('Note', `WireGuard ${name}: ${key}`).length > 0, name)
  assert.ok(sensitiveText('public_key', `private key: ${key}`).length > 0)
})

test.run()
