import { parseSync } from 'oxc-parser'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { strayCharacters, unseenCharacters } from '../../../src/stack/source/refused-characters.ts'

const test = suite('characters that are refused')

const asked = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u

/** Refused beyond the categories: two code points that are no characters, and the rest of the block of Egyptian controls. */
const isBeyond = (code: number): boolean => code === 0xfffe || code === 0xffff || (code >= 0x13440 && code <= 0x1345f)

test('each character that shows nothing by the Unicode of the engine is refused, and no other', () => {
  const wrong: Array<string> = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    const isRefused = unseenCharacters(`a${character}b`).length > 0
    const mayStand = character === '\t' || character === '\n'
    if (isRefused !== ((asked.test(character) && !mayStand) || isBeyond(code))) wrong.push(code.toString(16))
  }
  assert.equal(wrong, [])
})

test('a byte order mark may begin the text and stands nowhere else; CRLF ends a line and a lone CR is refused', () => {
  assert.equal(unseenCharacters('\uFEFFconst a = 1\r\n'), [])
  assert.equal(
    unseenCharacters('\uFEFF \uFEFF\r').map(({ at, actual }) => [at, actual.split(',')[0]]),
    [
      [2, 'U+FEFF'],
      [3, 'U+000D']
    ]
  )
})

/** What is said of a source's stray characters: the place, and what stands there. */
const stray = (text: string) =>
  strayCharacters(text, { ...parseSync('a.ts', text), text } as never).map(({ at, actual, remedy }) => [
    at,
    actual,
    remedy
  ])

const letters = 'Write names with the letters a to z, digits, _ and $, and space with spaces.'
const spaced = 'Put a space or parentheses between the signs.'

test('outside of text and comments each stray sign is named with what to do about it', () => {
  assert.equal(stray("const a = 'é' /* é */ // é\n"), [])
  assert.equal(stray('const \u00e9 = 1'), [[6, 'U+00E9 outside of text', letters]])
  assert.equal(stray('const \\u0061 = 1'), [[6, 'an escape in a name', letters]])
  assert.equal(stray('const a = 1\nconst b = a-->0'), [[23, '`-->`, which begins a comment of HTML for some', spaced]])
})

test.run()
