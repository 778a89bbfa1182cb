import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { numberOfNamedPersonIn } from '../../src/sensitive/named-persons.ts'

const test = suite('named persons')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['Partita IVA della dott.ssa Ilaria Montresor: 06087914427', 'Partita IVA della società Montresor: 06087914427'],
  ['NIF de Aníbal Queirós: 157898385', 'NIF da empresa de Aníbal Queirós: 157898385'],
  ['NIF do doente Aníbal Queirós: 157898385', 'NIF do fornecedor: 157898385'],
  ['DIČ živnostníka Ondreja Hlavajčíka: 1188851235', 'DIČ spoločnosti Hlavajčík Trade: 1188851235'],
  ['davčna št. Alojza Kremžarja 11768223', 'davčna št. podjetja 11768223'],
  ['ЕГН на Добринка Лозева: 6104128834', 'ЕГН на пациента'],
  ['policy holder Fiona Marsh, member 8841 2077 316', 'member accounts 1111 2222 3333 of Shared Services'],
  ['försäkrad Ingegerd Palmblad, medlem 55-903-1182', 'medlem av nätet 55-903-1182'],
  ['mutuelle, adhérente Odile Kerbrat, contrat 40117732', 'VAT number of Acme Holding 06087914427']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(numberOfNamedPersonIn(found), 'number of a person')
    assert.is(numberOfNamedPersonIn(harmless), undefined)
  })

/** "Insured" or "member", one word of each language. */
const members =
  'insured Versicherter assurée asegurada assicurata segurada verzekerde ubezpieczona pojištěnec poistenka biztosított asigurat осигурена ασφαλισμένη försäkrad forsikret vakuutettu kindlustatu apdraustoji apdrošinātā osiguranik zavarovanka árachaí assigurata'
for (const member of members.split(' '))
  test(`a number beside the full name of a member is that person's: ${member}`, () => {
    assert.is(numberOfNamedPersonIn(`${member} Fiona Marsh 8841 2077 316`), 'number of a person')
    assert.is(numberOfNamedPersonIn(`${member} 8841 2077 316`), undefined)
    assert.is(numberOfNamedPersonIn('Fiona Marsh 8841 2077 316'), undefined)
  })

test.run()
