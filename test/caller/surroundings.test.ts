import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { chainOf, sourceOf } from '../../src/caller/surroundings.ts'

const test = suite('where the credentials of a profile come from')

const config = {
  alone: { region: 'eu-central-1' },
  self: { source_profile: 'self' },
  first: { source_profile: 'second' },
  second: { source_profile: 'alone' },
  one: { source_profile: 'two' },
  two: { source_profile: 'three' },
  three: { source_profile: 'one' },
  lost: { source_profile: 'gone' }
}
const source = (name: string): string => sourceOf({ config, credentials: {} }, name)

test('it is the last profile of the way that source_profile makes, also of one that leads nowhere', () => {
  assert.equal(['alone', 'second', 'first', 'self', 'lost', 'gone'].map(source), [
    ...['alone', 'alone', 'alone', 'self', 'gone', 'gone']
  ])
})

test('of a circle it is the one before a profile that was passed already', () => {
  assert.equal(['one', 'two', 'three'].map(source), ['three', 'one', 'two'])
})

test('each profile of a circle holds once, and with each profile its services', () => {
  const ids = (name: string) => chainOf({ config, credentials: {} }, name).map(([where, , id]) => [where, id])
  assert.equal(ids('one'), [
    ['the profile one', 'one'],
    ['the profile two', 'two'],
    ['the profile three', 'three']
  ])
  assert.equal(ids('self'), [['the profile self', 'self']])
  assert.equal(ids('gone'), [])
  const served = { ...config, first: { source_profile: 'alone', services: 'local' }, 'services.local': {} }
  assert.equal(
    chainOf({ config: served, credentials: {} }, 'first').map(([where, , id]) => [where, id]),
    [
      ['the profile first', 'first'],
      ['the services section local', 'services.local'],
      ['the profile alone', 'alone']
    ]
  )
})

test.run()
