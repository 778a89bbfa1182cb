import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { canBeName, fullNamesIn, hasGivenName, isGivenName } from '../../../src/sensitive/lexicon/names.ts'

const test = suite('names')

test('a given name is known with the ending of a case, and a thing is none', () => {
  for (const name of ['zuzana', 'zuzanu', 'alojza', 'ilgvaram', 'eduardam']) assert.ok(isGivenName(name), name)
  for (const word of ['server', 'zone', 'raum', 'palo']) assert.not.ok(isGivenName(word), word)
})

test('a word that means a thing, a team or a month can be no name', () => {
  for (const word of ['Kohútiková', 'Klaus-Dieter', 'Гърбев']) assert.ok(canBeName(word), word)
  for (const word of ['Cisco', 'Plattform', 'November', 'Server', 'Standort']) assert.not.ok(canBeName(word), word)
})

test('two words stand as a name does, also with a particle, and not across a comma', () => {
  assert.equal(fullNamesIn('bellen: Joke van der Haegen'), [['Joke', 'Haegen']])
  assert.equal(fullNamesIn('Uhr, Technikraum'), [])
})

test('one of two words has to be a given name', () => {
  assert.ok(hasGivenName('Zuzana Kohútiková'))
  assert.not.ok(hasGivenName('Grand Rounds'))
})

test.run()
