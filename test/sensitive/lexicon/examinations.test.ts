import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { visitIn } from '../../../src/sensitive/lexicon/visits.ts'

const test = suite('examinations of a person')

test('two names, a word for coming and an examination say it, without an hour', () => {
  for (const text of [
    'Anna Doyle comes on Tuesday for a blood test',
    'Doyle Carver comes for an x-ray',
    'Мария Колева идва във вторник за рентген',
    'Anna Doyle, X-ray tomorrow'
  ])
    assert.is(visitIn(text), 'appointment of a person', text)
})

test('without a name, an examination or a word for coming it does not', () => {
  for (const text of [
    'comes on Tuesday for a blood test',
    'Anna Doyle comes on Tuesday for the audit',
    'Doyle Carver, x-ray',
    'Anna Doyle, author of the X-ray paper'
  ])
    assert.is(visitIn(text), undefined, text)
})

test('of a machine or a program it does not, and the name of a day is neither', () => {
  assert.is(visitIn('Anna Doyle comes for the MRI server'), undefined)
  assert.is(visitIn('Anna Lorenz kommt zum Röntgen-System'), undefined)
  assert.is(visitIn('Anna Lorenz kommt Dienstag zum Röntgen'), 'appointment of a person')
})

test.run()
