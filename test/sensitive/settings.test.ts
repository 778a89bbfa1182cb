import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'
import { languageLines } from './language-lines.ts'

/** What is set of a credential or asked of a number, and the credential or the number itself. */
const test = suite('settings and rules')

const found = (pair: string): ReadonlyArray<unknown> => {
  const at = pair.indexOf('=')
  return sensitiveText(pair.slice(0, at), pair.slice(at + 1))
}

for (const [language, settings = '', rules = '', values = ''] of languageLines(
  new URL('settings.txt', import.meta.url)
))
  test(`${language}: a setting and a rule pass, and a value is stopped`, () => {
    for (const pair of [settings, rules].join('; ').split('; ')) assert.equal(found(pair), [], pair)
    for (const pair of values.split('; ')) assert.ok(found(pair).length > 0, pair)
  })

test('in a text a word for how long comes before the name, and a value behind it is found without that word', () => {
  for (const text of ['durée du jeton: huit heures', 'length of the password: twelve', 'lunghezza password: dodici'])
    assert.equal(sensitiveText('Note', text), [], text)
  for (const text of ['jeton: tilleul', 'length of what, password: linden', 'durée jetons, mdp: tilleul'])
    assert.ok(sensitiveText('Note', text).length > 0, text)
})

test('a rule has classes or a key that says so, and few digits besides', () => {
  for (const pair of [
    'iban_format=two letters and 20 digits',
    'passport=^[A-Z]{2}\\d{7}$',
    'phone_pattern=+49 and up to 11 digits'
  ])
    assert.equal(found(pair), [], pair)
  for (const pair of [
    'passport_check=4711-0815',
    'passport=^[A-Z]{2}\\d{7}$ 4711081',
    'iban=20 and 4711',
    'passport=[C01X00T47]'
  ])
    assert.ok(found(pair).length > 0, pair)
})

test.run()
