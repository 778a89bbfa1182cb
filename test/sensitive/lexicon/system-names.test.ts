import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { namesIllnessAlone } from '../../../src/sensitive/lexicon/system-names.ts'

const test = suite('illnesses in the names of systems')

test('an illness in the name of a system is not named alone', () => {
  for (const text of [
    'tumor-register',
    'stacks/dementia-prod.ts: 3 problems',
    'diabetes_eu',
    'registry-asthma',
    'state of the diabetes register',
    'out/breast-cancer-registry/main.tf.json',
    'breast cancer registry',
    'registro de diabetes',
    'Register für Diabetes',
    'covid portal and asthma app'
  ])
    assert.not.ok(namesIllnessAlone(text), text)
})

test('an illness beside other words, or far from a system, is', () => {
  for (const text of [
    'asthma',
    'breast cancer',
    'diabetes prod',
    'diabetes, register',
    'server: asthma',
    'server asthma',
    'register diabetes',
    'register by diabetes',
    'of diabetes',
    'asthma of the portal',
    'covid portal, asthma',
    'diabetes big big big big register',
    'cancer breast cancer lung cancer cancer registry'
  ])
    assert.ok(namesIllnessAlone(text), text)
})

test('a text without an illness names none', () => {
  for (const text of ['staging-eu', 'heart', '']) assert.not.ok(namesIllnessAlone(text), text)
})

test.run()
