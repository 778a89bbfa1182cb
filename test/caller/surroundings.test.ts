import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sourceOf } from '../../src/caller/surroundings.ts'

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

test.run()
