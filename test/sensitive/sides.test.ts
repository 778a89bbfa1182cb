import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { clinicalCodeIn } from '../../src/sensitive/clinical-codes.ts'
import { contactIn } from '../../src/sensitive/contacts.ts'
import { credentialIn, userAndPasswordIn } from '../../src/sensitive/credentials.ts'
import { fileNameIn } from '../../src/sensitive/file-names.ts'
import { fold } from '../../src/sensitive/fold.ts'
import { withoutDiagnosisOfAMachine } from '../../src/sensitive/lexicon/hardware.ts'
import { canBeName, fullNamesIn, hasGivenName, isGivenName } from '../../src/sensitive/lexicon/names.ts'
import { clinicalFactIn, isOfASystem, namesIllness } from '../../src/sensitive/lexicon/sentences.ts'
import { namesIllnessAlone } from '../../src/sensitive/lexicon/system-names.ts'
import { visitIn } from '../../src/sensitive/lexicon/visits.ts'
import { longKeyIn } from '../../src/sensitive/long-keys.ts'
import { labelledCredentialIn, labelledFactIn, labelledNumberIn } from '../../src/sensitive/named.ts'
import { numberOfNamedPersonIn } from '../../src/sensitive/named-persons.ts'
import { isTeamMailbox, speaksOfABusinessNumber, speaksOfACompany } from '../../src/sensitive/organisations.ts'
import { passwordIn } from '../../src/sensitive/passwords.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import { sensitiveInside } from '../../src/sensitive/sensitive-inside.ts'
import { personalByName, sensitiveToTell } from '../../src/sensitive/sensitive-text.ts'
import { toldPasswordIn } from '../../src/sensitive/told-passwords.ts'
import { byWeakName } from '../../src/sensitive/weak-names.ts'

/**
 * What each reader of a text finds, and the nearest text in which it finds nothing. A list in sides/ has the name of its
 * reader. A line begins with `+` where the text is found, and with `-` where it is not: a sign, a word or a digit is missing
 * there, or makes it another thing. All texts are made up.
 */
const test = suite('both sides')

type Reader = (text: string) => unknown

/** A value beside the name that leads to it, as `name=value`. */
const named =
  (reader: (name: string, value: string) => unknown): Reader =>
  (text) => {
    const [name = '', ...values] = text.split('=')
    return reader(name, values.join('='))
  }

const readers: Readonly<Record<string, Reader>> = {
  byWeakName: named(byWeakName),
  canBeName,
  clinicalCodeIn,
  clinicalFactIn: (text) => clinicalFactIn(text),
  clinicalFactInNote: (text) => clinicalFactIn(text, true),
  contactIn,
  credentialIn,
  fileNameIn,
  fullNamesIn: (text) => fullNamesIn(text).length > 0,
  hasGivenName,
  isGivenName: (text) => isGivenName(fold(text)),
  isOfASystem: (text) => isOfASystem(fold(text)),
  isTeamMailbox,
  labelledCredentialIn: (text) => labelledCredentialIn(fold(text)),
  labelledFactIn: (text) => labelledFactIn(fold(text)),
  labelledNumberIn: (text) => labelledNumberIn(fold(text)),
  longKeyIn,
  namesIllness,
  namesIllnessAlone,
  numberOfNamedPersonIn,
  passwordIn,
  personalByName,
  personalDataIn,
  sensitiveInside: named((name, value) => sensitiveInside(name === '' ? [] : [name], value).length > 0),
  speaksOfABusinessNumber: (text) => speaksOfABusinessNumber(fold(text)),
  speaksOfACompany: (text) => speaksOfACompany(fold(text)),
  sensitiveToTell: (text) => sensitiveToTell('', text).length > 0,
  sensitiveUnderName: named((name, value) => sensitiveToTell(name, value).length > 0),
  toldPasswordIn,
  userAndPasswordIn,
  visitIn,
  withoutDiagnosisOfAMachine: (text) => withoutDiagnosisOfAMachine(fold(text)) !== fold(text)
}

const folder = new URL('sides/', import.meta.url)

const linesOf = (name: string): ReadonlyArray<string> =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

/** What is found is told by a kind, in words. */
const isFound = (answer: unknown): boolean => {
  if (typeof answer === 'string') assert.match(answer, /^\p{L}[\p{L} .-]{2}/u)
  return answer !== undefined && answer !== false
}

for (const name of readdirSync(folder).map((file) => file.replace(/\.txt$/, '')))
  test(`${name}: what is found, and its nearest neighbour that is not`, () => {
    const reader = readers[name]
    if (reader === undefined) throw new Error(`a list without a reader: ${name}`)
    for (const line of linesOf(name)) {
      assert.match(line, /^[+-] \S/)
      assert.is(isFound(reader(line.slice(2))), line.startsWith('+'), line)
    }
  })

test.run()
