import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  credentialPlaces,
  endsWithCredential,
  namesACredential,
  namesASignIn
} from '../../src/sensitive/named-credentials.ts'

const test = suite('credentials and signing in, named in a folded text')

const places = (text: string): ReadonlyArray<string> =>
  credentialPlaces(text).map(({ from, to }) => text.slice(from, to))

test('what is only about a credential names none, and its place is left out', () => {
  const text = 'the password policy, the token_ttl and passwort: x'
  assert.equal(places(text), ['passwort'])
  assert.ok(namesACredential(text))
  for (const about of ['the password policy', 'token  ttl', 'secret-arn', 'token_name']) {
    assert.not.ok(namesACredential(about), about)
    assert.equal(places(about), [], about)
  }
  for (const itself of ['the password   policy', 'password: policy', 'password 2', 'password'])
    assert.ok(namesACredential(itself), itself)
})

test('the last word is the name of a credential, with or without spaces behind it', () => {
  for (const text of ['the password', 'the password  ', 'kennwort']) assert.ok(endsWithCredential(text), text)
  for (const text of ['the password is', 'password:', '']) assert.not.ok(endsWithCredential(text), text)
})

test('a text speaks of a user or of signing in, and not of what is about that', () => {
  for (const text of ['login: x', 'user anna', 'benutzer x']) assert.ok(namesASignIn(text), text)
  for (const text of ['login policy', 'user_policy', 'nothing of it']) assert.not.ok(namesASignIn(text), text)
})

test.run()
