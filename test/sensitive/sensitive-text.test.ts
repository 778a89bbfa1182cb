import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { byName, isNote, namesCredential, sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('sensitive-text')

test('a key for a remark is a note, however it is written', () => {
  for (const key of [
    'Note',
    'notes',
    'AdminNote',
    'Bemerkung',
    'poznámka',
    'σημείωση',
    'Забележка',
    'märkus',
    'INTERNAL_COMMENT'
  ])
    assert.ok(isNote(key), key)
  for (const key of ['Purpose', 'Name', 'Notebook', 'Denote', '']) assert.not.ok(isNote(key), key)
})

test('the name of an illness is one person’s under such a key alone', () => {
  assert.is(sensitiveText('Note', 'Leukämie').length, 1)
  assert.equal(sensitiveText('Purpose', 'Leukämie'), [])
})

test('a name with a letter of another alphabet is not read as an encoded password', () => {
  for (const text of ['arn:aws:iam::680235478471:role/Zеnthea', 'ops:Софiя1', 'team:plаnner-7'])
    assert.equal(sensitiveText('', text), [], text)
  for (const encoding of ['base64', 'base64url', 'hex'] as const)
    assert.equal(
      sensitiveText('', Buffer.from('planner:Kz7-qpL2wX').toString(encoding)),
      [{ kind: 'credential', what: 'user and password, encoded' }],
      encoding
    )
})

test('a key says a part of a code', () => {
  for (const [key, text] of [
    ['Vrata', 'koda 5512'],
    ['doorServer', 'Raum 3, Code 5512'],
    ['kodikosPortas', 'server room 5512']
  ] as const)
    assert.equal(sensitiveText(key, text), [{ kind: 'credential', what: 'code of a door' }], key)
  for (const [key, text] of [
    ['Vrata', '5512'],
    ['Purpose', 'koda 5512'],
    ['', 'koda 5512']
  ] as const)
    assert.equal(sensitiveText(key, text), [], key)
})

/** By the key: values that are what it says, and the nearest that are not. */
const values: ReadonlyArray<readonly [key: string, found: ReadonlyArray<string>, not: ReadonlyArray<string>]> = [
  [
    'anschrift',
    ['Weg 4', 'Am Weg, 4', '4 Weg a', 'Hauptstr 4'],
    ['We 4', 'Hauptstr.4', 'Haupt str', 'http://weg 4', 'Weg 10.0.0.1', 'a:b:Weg 4']
  ],
  ['email', ['jane@x', 'jane (at) x', 'jane [ät] x', 'jane at x'], ['jane', 'team@x.example', 'janeatx', 'https://x']],
  ['phone', ['1234', 'a1b2c3d4', 'x 12-34'], ['123', 'none', '']],
  ['iban', ['123456', 'AT12 3456', '1 2 3 4 5 6'], ['12345', '1234', '2024-12', '202412', 'v123456', 'rack123456']],
  ['cellPhone', ['123456'], ['12345', '2024.12']],
  [
    'diagnosis',
    ['x', 'Leukämie'],
    ['', ' ', 'none', 'n/a', '-', '0', '***', 'keine', 'see the wiki', '${var.x}', '${a.b[0]-c}', 'arn:aws:x']
  ],
  [
    'password',
    ['x', '${var.x}y', 'x${var.x}', '${var x}', 'nonesuch', 'none, x', `${' '.repeat(250)}x`],
    ['', 'none', 'None as ever', 'arn:aws:x', `none ${'x'.repeat(300)}`]
  ]
]

for (const [key, found, not] of values)
  test(`under ${key} a value is judged by what the key says`, () => {
    for (const value of found) assert.is(byName(key, value).length, 1, value)
    for (const value of not) assert.equal(byName(key, value), [], value)
  })

test('of a long value under the name of a number the first thousand characters tell', () => {
  for (const [before, count] of [
    ['x'.repeat(996), 1],
    ['x'.repeat(997), 0],
    [' '.repeat(2_000), 1]
  ] as const)
    assert.is(byName('phone', `${before}1234`).length, count)
})

test('a key names a credential with its words joined, and not what is said about one', () => {
  for (const key of ['dbPassword', 'DB_PASSWORD', 'databasepassword', 'apikey', 'Kennwort', 'secret-key'])
    assert.ok(namesCredential(key), key)
  for (const key of ['secret_arn', 'token_ttl', 'passwordPolicy', 'keynote', ''])
    assert.not.ok(namesCredential(key), key)
})

test.run()
