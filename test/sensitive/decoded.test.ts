import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { decodedIn, encodedIn, unmixed } from '../../src/sensitive/decoded.ts'

/** What a text says when it is decoded: each way on both sides of its bounds. A text that says nothing else adds nothing. */
const test = suite('decoded')

const hex = (text: string): string => Buffer.from(text).toString('hex')
const base64 = (text: string): string => Buffer.from(text).toString('base64')

test('a text in plain letters says nothing else', () => {
  for (const text of ['', 'plain', 'OpenTofu state of staging', 'a-b_c 12']) assert.equal(decodedIn(text), [], text)
})

test('hexadecimal: ten readable characters and more, between other signs', () => {
  const text = 'Sommer2024'
  for (const [before, after] of [
    ['', ''],
    ['x=', ' and'],
    ['(', ')']
  ])
    assert.equal(decodedIn(`${before}${hex(text)}${after}`), [text])
  assert.equal(decodedIn(hex(text).toUpperCase()), [text])
  assert.equal(decodedIn(hex('Sommer202')), [])
  assert.equal(decodedIn(`x${hex(text)}`), [])
  assert.equal(decodedIn(`${hex(text)}x`), [])
  assert.equal(decodedIn('9'.repeat(20)), [])
})

test('hexadecimal of signs that are not readable says nothing', () => {
  assert.equal(decodedIn('7f'.repeat(10)), [])
  assert.equal(decodedIn('01'.repeat(10)), [])
})

test('base64, also that of URLs, from fourteen characters on', () => {
  for (const text of ['password: ab', 'user:secret!', 'jane@x.example', 'é~é~é~é~é~', 'token ~?~?~?~ of it'])
    for (const written of [base64(text), base64(text).replace(/=+$/, ''), Buffer.from(text).toString('base64url')])
      if (written.length >= 14) assert.ok(decodedIn(`a ${written} b`).includes(text), written)
  assert.ok(decodedIn(base64('0123456789')).includes('0123456789'))
  assert.equal(decodedIn(base64('012345678')), [])
  assert.equal(decodedIn(`/${base64('password: ab')}`), [])
  assert.equal(decodedIn(`${base64('password: abc').replace(/=+$/, '')}===`), [])
})

test('what is encoded is told apart from letters that look alike', () => {
  const text = 'user:secret!'
  for (const written of [base64(text), hex(text)]) assert.equal(encodedIn(`a ${written} b`), [text])
  for (const written of ['раsswort', 'a%20b', 'a s t h m a', 'ops:Sесrеt99']) assert.equal(encodedIn(written), [])
})

test('letters behind a percent sign', () => {
  assert.equal(decodedIn('a%20b'), ['a b'])
  assert.equal(decodedIn('Gr%C3%BC%C3%9Fe'), ['Grüße'])
  assert.equal(decodedIn('100%ff'), [])
  assert.equal(decodedIn('100% of'), [])
})

test('letters with spaces between them, from five on', () => {
  assert.equal(decodedIn('a s t h m a'), ['asthma'])
  assert.equal(decodedIn('my a b c d e f'), ['my abcdef'])
  assert.equal(decodedIn('a b c d e'), ['abcde'])
  assert.equal(decodedIn('a b c d'), [])
})

test('a password in signs that look like its letters', () => {
  for (const word of ['p@ssw0rd', 'pa$$word', 'P4$sw0rd', 'p@55w0rd']) assert.equal(decodedIn(word), ['password'], word)
  assert.equal(decodedIn('p@sswort'), ['passwort'])
  assert.equal(decodedIn('p@sword'), [])
})

test('Greek and Cyrillic letters among Latin ones are the Latin ones that they look like', () => {
  // Each pair is the letter of Unicode that is confusable with the Latin one.
  const pairs = 'аa еe оo рp сc уy хx іi ѕs АA ЕE ОO РP СC ХX αa εe οo ρp τt υu νv κk ιi ΑA ΕE ΟO ΡP ΤT ΒB ΗH ΜM ΧX ΖZ'
  for (const [foreign = '', letter = ''] of pairs.split(' ').map((pair) => Array.from(pair)))
    assert.is(unmixed(`q${foreign}`), `q${letter}`, foreign)
  assert.is(unmixed('раsswort'), 'passwort')
  for (const text of ['парола', 'κωδικός', 'пар abc']) assert.is(unmixed(text), text)
})

test.run()
