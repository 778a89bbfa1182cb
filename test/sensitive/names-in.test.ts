import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Table, namesIn } from '../../src/sensitive/names-in.ts'

const test = suite('names in a folded text')

/** What is found in a text, by what is written there. */
const found = (table: Table, text: string, others: ReadonlyArray<Table> = []): ReadonlyArray<string> =>
  namesIn(table, others)(text).map(({ from, to }) => text.slice(from, to))

const table: Table = {
  xx: 'carta d identita, data de nascita, numero di conto, nome da mae, numer do konta, name of owner, parola la cont',
  yy: 'kontonummer, schlussel, mrn!, de la rosa, geheim'
}

test('a name of several words is found with each sign between them, with none, and without its small words', () => {
  for (const text of [
    ...[
      'carta d identita',
      "carta d'identita",
      'carta-d-identita',
      'carta_d_identita',
      'carta.d.identita',
      'carta identita'
    ],
    ...['cartadidentita', 'cartaidentita', 'carta  d  identita', 'data de nascita', 'datanascita', 'numero di conto'],
    ...['numeroconto', 'nome da mae', 'nomemae', 'numer do konta', 'numerkonta', 'name of owner', 'nameowner'],
    ...['parola la cont', 'parolacont', 'de la rosa', 'delarosa', 'derosa']
  ])
    assert.equal(found(table, `see ${text}: x`), [text], text)
  for (const text of ['carta   d identita', 'carta/identita', 'larosa', 'carta du identita', 'numero conto x conto'])
    assert.not.ok(found(table, text).includes(text), text)
})

test('a word may have an ending of number or case, where it is long enough, and a fixed one has none', () => {
  for (const ending of ['es', 'n', 'en', 'et', 'ul', 'em', 'om', 'e', 'a', 'i', 'u', 't', 's'])
    assert.equal(found(table, `geheim${ending}`), [`geheim${ending}`], ending)
  for (const text of ['geheimy', 'mrns', 'mrnen', 'geheimx']) assert.equal(found(table, text), [], text)
  const short: Table = { xx: 'pin, code, pinne' }
  assert.equal(found(short, 'pin code pins codes pinnes'), ['pin', 'code', 'pins', 'codes', 'pinnes'])
  for (const text of ['pinn', 'coden', 'pinnen', 'pi', 'c']) assert.equal(found(short, text), [], text)
})

test('a single letter is not the ending of the word before it', () => {
  assert.equal(found(table, 'geheim e11'), ['geheim'])
  assert.equal(found(table, 'geheim en 11'), ['geheim en'])
})

test('a word of at least eight letters is found at the end of a longer one, and a shorter is not', () => {
  assert.equal(found(table, 'patientenkontonummer, ersatzschlussels'), ['patientenkontonummer', 'ersatzschlussels'])
  assert.equal(found({ xx: 'passwort, passwor' }, 'datenbankpasswort'), ['datenbankpasswort'])
  assert.equal(found({ xx: 'passwor' }, 'datenbankpasswor'), [])
  for (const text of ['kontonummernkreis', 'obergeheim', 'patienten kontonummernkreis'])
    assert.equal(found(table, text), [], text)
})

test('a longer word of another table counts for itself, whole or at its end', () => {
  const other: Table = { xx: 'hauskontonummer, geheim nummer' }
  assert.equal(found(table, 'hauskontonummer', [other]), [])
  assert.equal(found(table, 'althauskontonummer', [other]), [])
  assert.equal(found(table, 'geheim nummer', [other]), [])
  assert.equal(found(table, 'geheim, nummer; altkontonummer', [other]), ['geheim', 'altkontonummer'])
})

test('no name begins behind a digit, and digits are words of their own', () => {
  assert.equal(found(table, '7geheim'), [])
  assert.equal(found(table, 'geheim7 geheim'), ['geheim', 'geheim'])
  assert.equal(found({ xx: 'icd 10' }, 'icd10, icd-10, icd 1'), ['icd10', 'icd-10'])
  assert.equal(found(table, ''), [])
})

test('a name has at most six words', () => {
  assert.equal(found({ xx: 'a b c d e f' }, 'a b c d e f'), ['a b c d e f'])
  assert.equal(found({ xx: 'a b c d e f g' }, 'a b c d e f g'), [])
})

test.run()
