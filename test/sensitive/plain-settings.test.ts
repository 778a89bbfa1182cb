import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isNoSecret, setsDiagnostics } from '../../src/sensitive/plain-settings.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('settings under names that mean more than one thing')

const stopped = ([key, value]: readonly [string, string]): boolean => sensitiveText(key, value).length > 0

test('a count under a short name passes, and a word is stopped', () => {
  const counts = [
    ['pass', '2'],
    ['pass', '3/5'],
    ['Pass', '3 of 5'],
    ['pass', '100 %'],
    ['pin', 'A4'],
    ['pw', '7'],
    ['pwd', '1.2'],
    ['ww', 'worldwide'],
    ['WW', 'World-Wide']
  ] as const
  const secrets = [
    ['pass', 'hunter'],
    ['pass', '123'],
    ['pin', '1234'],
    ['password', '2'],
    ['ww', 'winter'],
    ['ww', 'wachtwoord'],
    ['pw', 'worldwide'],
    ['mdp', 'A4b']
  ] as const
  for (const [key, value] of counts) assert.ok(isNoSecret(key, value) && !stopped([key, value]), `${key}=${value}`)
  for (const [key, value] of secrets) assert.ok(!isNoSecret(key, value) && stopped([key, value]), `${key}=${value}`)
})

test('a degree under the word for a diagnosis is a setting, and an illness is none', () => {
  const settings = [
    ['diagnostic', 'level-2'],
    ['diagnostics', 'debug'],
    ['Diagnose', 'Stufe 2'],
    ['app_diagnóstico', 'nivel 3'],
    ['διάγνωση', 'επίπεδο 2']
  ] as const
  const illnesses = [
    ['diagnostic', 'dépression'],
    ['Diagnose', 'F32.2'],
    ['diagnosis', 'stage 3'],
    ['allergy', 'level-2'],
    ['diagnosis of the patient', 'level-2']
  ] as const
  for (const [key, value] of settings)
    assert.ok(setsDiagnostics(key, value) && !stopped([key, value]), `${key}=${value}`)
  for (const [key, value] of illnesses)
    assert.ok(!setsDiagnostics(key, value) && stopped([key, value]), `${key}=${value}`)
})

test('a name of a person that ends in a word for a secret is told as one of a person', () => {
  for (const key of ['kansalaisuus', 'kaksoiskansalaisuus', 'κωδικός ασθενούς', 'κωδικός φακέλου'])
    assert.equal(
      sensitiveText(key, 'Suomi 4711').map(({ kind }) => kind),
      ['personal-data'],
      key
    )
  assert.equal(
    sensitiveText('Note', 'kansalaisuus: Suomi').map(({ kind }) => kind),
    ['personal-data']
  )
  for (const key of ['salaisuus', 'liikesalaisuus', 'patient password', 'κωδικός', 'Patientenpasswort'])
    assert.is(sensitiveText(key, 'hunter22')[0]?.kind, 'credential', key)
})

test.run()
