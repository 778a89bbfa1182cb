import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { speaksOfABusinessNumber, speaksOfACompany } from '../../src/sensitive/companies.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('companies')

test('a supplier in a language of the EU is a company, and a person is not', () => {
  for (const text of ['oib dobavljaca', 'fornitore di stampanti', 'lieferant', 'προμηθευτης', 'фирма', 'toimittaja oy'])
    assert.ok(speaksOfACompany(text), text)
  for (const text of ['oib pacijenta', 'patient', 'companion', 'firmware']) assert.not.ok(speaksOfACompany(text), text)
})

test('a number that would be a person’s passes beside a supplier, and not beside a patient', () => {
  assert.equal(sensitiveText('Note', 'OIB dobavljača 57415695263'), [])
  assert.is(sensitiveText('Note', 'OIB pacijenta 57415695263').length, 1)
})

test('the number of a hotline passes, and the number of a person does not', () => {
  assert.ok(speaksOfABusinessNumber('vendor hotline'))
  assert.not.ok(speaksOfABusinessNumber('on call'))
  assert.equal(sensitiveText('Contact', 'hotline +49 800 0918273'), [])
  assert.is(sensitiveText('Contact', 'daughter +49 800 0918273').length, 1)
})

test.run()
