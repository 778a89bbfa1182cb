import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clinicalCodeIn } from '../../src/sensitive/clinical-codes.ts'

const test = suite('clinical codes')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['Skovlund B., SKS DM171, planlagt KNGB40', 'Rack DM171, port KNGB40'],
  ['Ó Conghalaigh, J44.1, ar R03AC02', 'release J44.1, R03AC02'],
  ['Stzg. 32.1 / N06AB10 10-0-0', 'ATC/DDD Index 2025'],
  ['łóżko 6, F20.0, zrzut na tym wolumenie', 'Rack 6, F20.0'],
  ['Harris 44054006 / 4548-4 = 8.7', 'LOINC 2.78, panel 4548-4'],
  ['Bett 3, N18.5', 'Zone E11.1 and E11.2'],
  ['I63.9, 2-0-1', 'schedule 1-0-0, batch E11.2']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(clinicalCodeIn(found), 'code of a diagnosis')
    assert.is(clinicalCodeIn(harmless), undefined)
  })

test.run()
