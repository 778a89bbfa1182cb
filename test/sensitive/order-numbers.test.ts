import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { digits, drawn } from './seeded.ts'

const test = suite('order-numbers')

const refused = (key: string, value: string): boolean => sensitiveData({ tags: { [key]: value } }, []).length > 0

for (const length of [8, 9, 10, 11, 12, 13])
  test(`of 1,000 random numbers of ${length} digits none is refused where nothing says that it is a person's`, () => {
    for (const number of drawn(digits, length, 1_000, length)) {
      for (const key of ['OrderNumber', 'Bestellnummer', 'Reference', 'Note'])
        assert.not.ok(refused(key, number), `${key} ${number}`)
      assert.not.ok(refused('Note', `order ${number} of 2026`), number)
      assert.not.ok(refused('Asset', `A${number}`), number)
    }
  })

for (const length of [10, 11])
  test(`each of 1,000 random numbers of ${length} digits is refused behind a name that says whose it is`, () => {
    for (const number of drawn(digits, length, 1_000, length)) {
      assert.ok(refused('TaxId', number), number)
      assert.ok(refused('rodneCislo', number), number)
      assert.ok(refused('Note', `PESEL ${number}`), number)
    }
  })

test('a number with a right checksum is refused where a word beside it speaks of a person', () => {
  for (const number of ['44051401359', '86095742719', '9434765919']) {
    assert.ok(refused('Employee', number), number)
    assert.ok(refused('Note', `${number} of the member`), number)
    assert.not.ok(refused('Order', number), number)
  }
})

test.run()
