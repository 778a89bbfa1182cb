import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fileNameIn } from '../../src/sensitive/file-names.ts'

const test = suite('file names')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['ELLWOODM_19620314_CT-THORAX', 'PROTOCOL_19620314_CT-THORAX'],
  ['Queirós_A_m_03-11-1955_rx_joelho', 'Infra_A_v2_03-11-2024_plan'],
  ['le-guennec_solene_1961-02-17_irm', 'MRT_Schädel_Datenmodell_2010-05-04'],
  ['CT_Pfaffenzeller_KD_17.02.1961.dcm', 'Siemens_CT_Somatom_20121105'],
  ['kremzar.a 250644 mr glava', 'backup.a 250644 mr glava'],
  ['WRZESIEN_B_19510904_MR_KOLANO', 'WRZESIEN_B_19510904_PLAN']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(fileNameIn(found), 'name and date of birth')
    assert.is(fileNameIn(harmless), undefined)
  })

test.run()
