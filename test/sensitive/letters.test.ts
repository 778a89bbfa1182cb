import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withFewerLetters } from '../../src/sensitive/letters.ts'

const test = suite('letters')

/** Every letter of Latin (to Extended-A and Romanian), Greek and Cyrillic as the languages of the EU write them. */
const letters = [
  ...Array.from({ length: 0x180 }, (_, code) => String.fromCodePoint(code)),
  ...'ȘșȚțΑΆαάΒβΓγΔδΕΈεέΖζΗΉηήΘθΙΊιίϊΐΚκΛλΜμΝνΞξΟΌοόΠπΡρΣσςΤτΥΎυύϋΰΦφΧχΨψΩΏωώАаБбВвГгДдЕеЖжЗзИиЙйКкЛлМмНнОоПпРрСсТтУуФфХхЦцЧчШшЩщЪъЬьЮюЯя'
]

for (const name of ['L', 'Lu', 'Ll'])
  test(`the letters of the EU are in the few of ${name} where they are in all, and no others`, () => {
    const [few, all] = [withFewerLetters(`^\\p{${name}}$`), `^\\p{${name}}$`].map((source) => new RegExp(source, 'u'))
    for (const letter of letters) assert.is(few?.test(letter), all?.test(letter), letter)
  })

test('a letter of another writing is not among them, and no class of all letters is left', () => {
  for (const name of ['L', 'Lu', 'Ll'])
    for (const source of [`\\p{${name}}`, `[\\p{${name}}_]`]) {
      assert.not.match(withFewerLetters(source), String.raw`\p`)
      for (const letter of 'אԱあ中ዐ') assert.not.ok(new RegExp(withFewerLetters(source), 'u').test(letter), letter)
    }
})

test('inside a class a range stands without brackets, and an escaped bracket ends none', () => {
  const shape = new RegExp(withFewerLetters(String.raw`^\[[\p{L}\]_-]+\]\p{Lu}$`), 'u')
  assert.ok(shape.test('[ab]é_]Ż'))
  assert.not.ok(shape.test('[ab1]Ż'))
})

test.run()
