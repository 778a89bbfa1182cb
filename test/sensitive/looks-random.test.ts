import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { looksRandom } from '../../src/sensitive/looks-random.ts'

const test = suite('looks-random')

test('the secret keys of the AWS documentation', () => {
  assert.ok(looksRandom(`wJalrXUtnFEMI/K7MDENG/bPxRfiCY${'EXAMPLEKEY'}`))
  assert.ok(looksRandom(`je7MtGbClwBF/2Zp9Utk/h3yCo8nvb${'EXAMPLEKEY'}`))
})

test('few different characters', () => {
  assert.not.ok(looksRandom('aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3aB3a'))
})

test('words in camel case', () => {
  for (const name of [
    'ZentheaFoundationStagingEuCentral1Role01',
    'PlatformTeamOperatorRoleForStagingEu2024',
    'zenthea/Foundation/StateBucket/Policy2024'
  ])
    assert.not.ok(looksRandom(name), name)
})

test('no digit, no capitals, no small letters', () => {
  const mixed = 'aBc3dEf/gHi4jKl+mNo5pQr6sTu7vWx8yZa9bCd0'
  assert.ok(looksRandom(mixed))
  assert.not.ok(looksRandom(mixed.replace(/\d/g, 'X')))
  assert.not.ok(looksRandom(mixed.toLowerCase()))
  assert.not.ok(looksRandom(mixed.toUpperCase()))
})

test.run()
