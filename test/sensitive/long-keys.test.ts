import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { longKeyIn } from '../../src/sensitive/long-keys.ts'

const test = suite('long keys')

/** What tells of one person or opens something, and beside it what is written alike and does neither. */
const pairs = [
  ['nøgle til arkivet bf9653e9e4598028c7aff76a0b2a1e1b', 'sha256 af nøgle bf9653e9e4598028c7aff76a0b2a1e1b'],
  ['mentés kulcsa lpZiHDrFGTJ5GYgThUxtwiplhlg6I1E3kcG/NQEER6U=', 'a kulcsa prod/states/network/terraform.tfstate'],
  [
    'Schlüssel KbCVPyv5I4atfNAaUfBoIsM9fMknn2vKd8uJYIUY6yw=',
    'öffentlicher Schlüssel KbCVPyv5I4atfNAaUfBoIsM9fMknn2vKd8uJYIUY6yw='
  ],
  ['varmistuksen avain: 7Yx2QvLm9RtK4WpZ8NcB1HsD6JfG3TaU', 'varmistus: 7Yx2QvLm9RtK4WpZ8NcB1HsD6JfG3TaU'],
  ['κλειδί αντιγράφων 3fA9kLq0ZxVb7TnWcRy2MpHd5JgUsE8Q', 'κλειδί αντιγράφων αντίγραφα2025'],
  ['ключът за архива е e19bb0c47d5a2f8833c6014fa97d5be2', 'ключът е mrk-e19bb0c47d5a2f8833c6014fa97d5be2'],
  ['arhīva atslēga h8ez3NE+LuU6YYYU70VUN7FSuxu14H+w', 'arhīva atslēga ir KMS'],
  ['semilla privada bf9653e9e4598028c7aff76a0b2a1e1b', 'prueba privada bf9653e9e4598028c7aff76a0b2a1e1b'],
  ['TOTP lpZiHDrFGTJ5GYgThUxtwiplhlg6I1E3', 'TTL lpZiHDrFGTJ5GYgThUxtwiplhlg6I1E3'],
  ['eochair an chartlainn 9f1c0a7be64d2835aa90cc17ef3b5d42', 'commit eochair 9f1c0a7be64d2835aa90cc17ef3b5d42']
] as const

for (const [found, harmless] of pairs)
  test(`"${found}" is found, and "${harmless}" is not`, () => {
    assert.is(longKeyIn(found), 'key beside its name')
    assert.is(longKeyIn(harmless), undefined)
  })

test('a key in two parts is found without the word for a key, and two names of builds are not', () => {
  assert.is(longKeyIn('u dva dijela: u+fA8CDyflaNo0UU3gCl pa JvtmXhiV5nSUROF6q7Ql'), 'key in parts')
  assert.is(longKeyIn('deel 1 = 8fa0cc17ef3b5d42, deel 2 = 9f1c0a7be64d2835'), 'key in parts')
  assert.is(longKeyIn('part 1 of 2, build 8fa0cc17ef3b5d42'), undefined)
  assert.is(longKeyIn('builds 8fa0cc17ef3b5d42, 9f1c0a7be64d2835'), undefined)
})

test.run()
