import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { joinedApart } from '../../src/sensitive/joined-names.ts'
import { namesCredential } from '../../src/sensitive/sensitive-text.ts'

const test = suite('joined names of credentials')

test('a thing and its credential are taken apart, in either order', () => {
  assert.is(joinedApart('dbpass'), 'db pass')
  assert.is(joinedApart('dbpw'), 'db pw')
  assert.is(joinedApart('my userpwd 2'), 'my user pwd 2')
  assert.is(joinedApart('mdpbdd'), 'bdd mdp')
  assert.is(joinedApart('админпарола'), 'админ парола')
})

test('such a name leads to a credential', () => {
  for (const name of [
    'DBPASSWD',
    'dbpass',
    'userpass',
    'rootpw',
    'smtppass',
    'pgpass',
    'clavebd',
    'refreshtoken',
    'dbheslo'
  ])
    assert.ok(namesCredential(name), name)
})

test('other words that end so, and words about a credential, stay whole', () => {
  for (const name of ['bypass', 'compass', 'overpass', 'tokenservice', 'topsecret', 'passdb', 'pw'])
    assert.is(joinedApart(name), name)
  for (const name of ['dbpass_policy', 'userpass_length', 'tokenService', 'encompass'])
    assert.not.ok(namesCredential(name), name)
})

test.run()
