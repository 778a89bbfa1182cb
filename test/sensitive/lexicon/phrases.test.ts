import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Phrases, addPhrase, phraseIn } from '../../../src/sensitive/lexicon/phrases.ts'

const test = suite('phrases of the lexicon')

const phrases = (): Phrases => {
  const all: Phrases = new Map()
  addPhrase(all, 'passed-away', 1)
  addPhrase(all, 'passed-out', 2)
  addPhrase(all, 'v-a=', 4)
  return all
}

const endOf = (text: string, at = 0): number | undefined => {
  const [first = ''] = /^[a-z]+/.exec(text.slice(at)) ?? []
  return phraseIn(phrases(), text, at, first)?.end
}

test('a phrase is met with a space, a hyphen, a dot, a slash or an apostrophe between its words, and up to two of them', () => {
  for (const between of [' ', '-', '.', '/', "'", '. ', '--'])
    assert.is(endOf(`v${between}a`), 2 + between.length, between)
  for (const between of ['', '. .', ', ', '\n', ' x '])
    assert.is(phraseIn(phrases(), `v${between}a`, 0, 'v'), undefined, JSON.stringify(between))
})

test('its last word may go on, unless the entry ends it; a letter or a digit right behind makes it another word', () => {
  assert.is(endOf('passed awayish'), 14)
  assert.is(endOf('passed aw'), undefined)
  assert.is(endOf('passed away4'), undefined)
  assert.is(endOf('v.a. pneumonie'), 3)
  assert.is(endOf('v.aa'), undefined)
})

test('a phrase is looked for at its place alone, again and again', () => {
  const all = phrases()
  for (const text of ['she passed away', 'he passed away'])
    assert.equal(phraseIn(all, text, text.indexOf('p'), 'passed'), { bits: 1, end: text.length })
  assert.is(phraseIn(all, 'has passed away', 0, 'passed'), undefined)
})

test('phrases with the same first word stand beside each other', () => {
  assert.equal(phraseIn(phrases(), 'passed out', 0, 'passed'), { bits: 2, end: 10 })
  assert.is(phraseIn(phrases(), 'passed on', 0, 'passed'), undefined)
  assert.is(phraseIn(phrases(), 'failed out', 0, 'failed'), undefined)
})

test.run()
