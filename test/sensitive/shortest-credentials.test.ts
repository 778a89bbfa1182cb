import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { credentialByItself } from '../../src/sensitive/credentials.ts'

const test = suite('credentials at their shortest')

const many = (sign: string, count: number): string => sign.repeat(count)
const basic = (text: string): string => Buffer.from(text).toString('base64')
/** 40 signs of base64 as they are drawn, made up. */
const random = ['aB3dKx7QmZ/2pLw9Yc5R', 'tF8vNjG4hUsE6iWoXy1q'].join('')

type Sides = { readonly found: ReadonlyArray<string>; readonly not: ReadonlyArray<string> }

/** Each kind with texts that are just enough, and texts that lack one sign or have one too many. */
const sides: Readonly<Record<string, Sides>> = {
  'private key': {
    found: [
      `-----BEGIN ${'PRIVATE'} KEY-----`,
      `-----BEGIN RSA ${'PRIVATE'} KEY-----`,
      `-----BEGIN A B ${'PRIVATE'} KEY BLOCK-----`,
      'PuTTY-User-Key-File-2'
    ],
    not: [
      `-----BEGIN${'PRIVATE'} KEY-----`,
      `----BEGIN ${'PRIVATE'} KEY-----`,
      'PuTTY-User-Key-File-',
      '-----BEGIN PUBLIC KEY-----'
    ]
  },
  'Azure signature': {
    found: [`https://x/?sig=${many('a', 30)}`, `&sig=${many('%', 30)}`, `;sig=${many('/', 30)}`],
    not: [`?sig=${many('a', 29)}`, `sig=${many('a', 30)}`, `xsig=${many('a', 30)}`]
  },
  'private key without its header': {
    found: [
      `MIIab3IBAAKC${many('A', 16)}`,
      `MIIabAIBADANBgkqhkiG9w0BAQEF${many('A', 16)}`,
      `MIGaAgEAMBMGByqGSM49${many('A', 16)}`,
      `MHcCAQEE${many('A', 16)}`,
      `b3BlbnNzaC1rZXkt${many('A', 16)}`
    ].map((text) => text.replace('MIIab3', 'MIIabA')),
    not: [`MHcCAQEE${many('A', 15)}`, `xMHcCAQEE${many('A', 16)}`, `MIIaAIBAAKC${many('A', 16)}`]
  },
  'authorization header': {
    found: [
      `Authorization: Basic ${many('x', 8)}`,
      `authorization=bearer ${many('x', 8)}`,
      `"Authorization":"Token ${many('x', 8)}`,
      'curl -u a:bcd',
      'curl --user=a:bcd',
      `curl ${many('x', 80)}-u a:bcd`,
      `Bearer 1${many('a', 19)}`,
      `Basic ${basic('ab:cde')}`,
      `basic ${basic('user:x')}`,
      // In base64 these have a + and a /, and two, one or no = at the end.
      `Basic ${basic('k>>:bcd')}`,
      `Basic ${basic('a???:bcde')}`,
      `Basic ${basic('abc:de')}`,
      `Basic ${basic('abc:def')}`
    ],
    not: [
      `Authorization: Basic ${many('x', 7)}`,
      'curl -u a:bc',
      'curl -u :bcd',
      `curl ${many('x', 81)}-u a:bcd`,
      `Bearer 1${many('a', 18)}`,
      `Bearer ${many('a', 20)}`,
      `xBearer 1${many('a', 19)}`,
      `Basic ${basic('no colon')}`,
      `Basic ${basic(':secret')}`,
      `Basic ${basic('secret:')}`,
      `Basic ${basic('\u0001a:b12')}`,
      `xBasic ${basic('ab:cde')}`,
      `Basic ${basic('ab:cde')}===`
    ]
  },
  'PIN or code to sign in with': {
    found: ['PIN 123', 'PIN: 12345678', 'PIN123', 'PIN #123', 'pincode=123', 'Pin code 123', 'TAN  123'],
    not: ['PIN 12', 'PIN 123456789', 'xPIN 123', 'PIN 123.', 'PIN 123x', 'PIN   123']
  },
  'password of a command': {
    found: [
      'mysql -psecr',
      'mysqldump -p secr',
      'sshpass -p secr',
      'redis-cli -a s3cr',
      `mysql ${many('x', 119)} -psecr`
    ],
    not: [
      'mysql -psec',
      'mysql -p$secr',
      'mysql -port',
      'redis-cli -a secr',
      `mysql ${many('x', 121)} -psecr`,
      'mysql; x -psecr',
      'mysql x-psecr'
    ]
  },
  'session cookie': {
    found: [`Cookie: a=1${many('b', 11)}`, `cookie:a.b-c=1${many('b', 11)}`],
    not: [
      `Cookie: a=1${many('b', 10)}`,
      `Cookie: a=${many('b', 12)}`,
      `Cookie: =1${many('b', 11)}`,
      `xCookie: a=1${many('b', 11)}`,
      `Cookie:  a=1${many('b', 11)}`
    ]
  },
  'URL with a token': {
    found: [`https://123${many('a', 17)}@x`, `https://a1b2c3${many('a', 194)}@x`],
    not: [`https://123${many('a', 16)}@x`, `https://12${many('a', 18)}@x`, `https://123${many('a', 198)}@x`]
  },
  'URL with a password': {
    found: ['https://u:p@x', 'redis://:p@x'],
    not: ['https://u:@x', 'https://u/:p@x', `https://u:\${p}@x`, 'https://u p:q@x', 'https://u:p /@x']
  },
  'AWS secret access key': {
    found: [random, `"${random}"`],
    not: [`${random}Z`, random.slice(1), `+${random}`, `${random}=`, `${random}.`, `_${random}`]
  }
}

for (const [kind, { found, not }] of Object.entries(sides))
  test(`${kind}: just enough is found, and a sign less or more is not`, () => {
    for (const text of found) for (const whole of [text, `x ${text}`]) assert.is(credentialByItself(whole), kind, whole)
    for (const text of not) assert.is.not(credentialByItself(text), kind, text)
  })

test.run()
