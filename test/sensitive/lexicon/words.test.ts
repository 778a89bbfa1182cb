import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fold } from '../../../src/sensitive/fold.ts'
import { about, aboutOf, phraseAt } from '../../../src/sensitive/lexicon/lexicon.ts'
import { isGivenName } from '../../../src/sensitive/lexicon/names.ts'

/** Each list of the lexicon, in each language, by words that it alone knows: a list that is lost makes one of them unknown. */
const test = suite('words of the lexicon')

const lines = readFileSync(new URL('words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [, kind = '', list = '', words = ''] = /^([a-z]+) (\S+): (.+)$/.exec(line) ?? []
    return { kind, list, words: words.split(' ') }
  })

const bits: Readonly<Record<string, number>> = about

/** What a word is about, or what several are that stand together. */
const bitsOf = (written: string): number => {
  const folded = fold(written.replaceAll('_', ' '))
  const [first = ''] = /^[a-z\u0370-\u04ff]+/.exec(folded) ?? []
  return first === folded ? aboutOf(folded) : (phraseAt(folded, 0, first)?.bits ?? 0)
}

const isKnown = (kind: string, word: string): boolean =>
  kind === 'name' ? isGivenName(fold(word)) : (bitsOf(word) & (bits[kind] ?? 0)) !== 0

test('every kind of word has lines, and every line a kind', () => {
  assert.equal(new Set(lines.map(({ kind }) => kind)), new Set([...Object.keys(about), 'name']))
})

for (const kind of new Set(lines.map((line) => line.kind)))
  test(`${kind}: each word is known`, () => {
    for (const { list, words } of lines.filter((line) => line.kind === kind))
      for (const word of words) assert.ok(isKnown(kind, word), `${kind} ${list}: ${word}`)
  })

test('a word of one kind is not of another by chance', () => {
  for (const [word, kinds] of Object.entries({
    heart: ['organ'],
    failure: ['disorder'],
    asthma: ['illness'],
    portal: ['system'],
    metoprolol: ['medicine'],
    cardiology: ['department'],
    wardrobe: []
  }))
    assert.equal(
      Object.keys(about).filter((kind) => isKnown(kind, word)),
      kinds,
      word
    )
})

test.run()
