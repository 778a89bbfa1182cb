import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import type { LikeChange } from '../../../src/review/like-changes.ts'

const test = suite('what has room in a comment')

const side = (name: string) => ({
  ...{ name, commit: undefined, files: new Map(), withoutPage: [], others: new Map() }
})

const changes = (
  count: number,
  sentence: string,
  turn: LikeChange['turn'] = 'narrows',
  parts: ReadonlyArray<string> = []
): ReadonlyArray<LikeChange> =>
  Array.from({ length: count }, () => ({
    ...{ turn, sentence, stacks: ['a-eu'], isOfMany: false, ...(parts.length === 0 ? {} : { parts }) },
    ...{ applier: 'bootstrap principal', apply: 'updated in place', clause: 'J.7.0 §7' }
  }))

const comment = (all: ReadonlyArray<LikeChange>, notes: ReadonlyArray<string> = []): string =>
  reviewMarkdown({
    ...{ base: side('before'), head: side('after'), count: 1, widens: false, notes },
    ...{ stacks: [{ stack: 'a-eu', what: 'changed' as const }], changes: all }
  })

const count = (text: string, form: RegExp): number => text.match(form)?.length ?? 0
const entries = (text: string): number => count(text, /^- .*<br>in a-eu; /gm)
const leftOut = (text: string): number => Number(/^(\d+) more changes? did not fit: /m.exec(text)?.[1] ?? 0)
const partsLeftOut = (text: string): number =>
  Number(/^The parts of (\d+) changes? did not fit: /m.exec(text)?.[1] ?? 0)

/** Source: GitHub takes a body of 65,536 characters; the project counts bytes, which are never fewer. */
const LONGEST = 65_536
/** What is kept for the last lines, and the longest entry of these tests. */
const isFilled = (text: string, spare: number, longest: number): void => {
  const bytes = Buffer.byteLength(text)
  assert.ok(bytes <= LONGEST && bytes > LONGEST - spare - longest, String(bytes))
}

test('a sentence is whole up to 2,000 characters, with its spaces as they are', () => {
  const words = 'x'.repeat(2000)
  assert.ok(comment(changes(1, words)).includes(`: ${words}<br>`))
  const cut = comment(changes(1, `${words}x`))
  assert.ok(cut.includes(`: \`${words}…\` \`(1\``))
  assert.not.ok(cut.includes(`${words}x`))
  assert.ok(comment(changes(1, 'one  two')).includes(': one  two<br>'))
})

test('a comment is filled up to what GitHub takes beside its notes, and counts what is left out', () => {
  const note = 'n '.repeat(900)
  for (const turn of ['widens', 'narrows'] as const)
    for (const notes of [[], [note, note, note, note, note, note]]) {
      const text = comment(changes(1500, 'one é change', turn), notes)
      isFilled(text, 512, 150)
      assert.is(entries(text) + leftOut(text), 1500)
      assert.is(count(text, /<details>/g), 1)
    }
})

test('where what widens has no room, nothing that matters less is shown instead', () => {
  const odd = 'é '.repeat(990)
  const text = comment([...changes(20, odd, 'widens', ['a part']), ...changes(3, 'a small change')])
  assert.ok(entries(text) < 20)
  assert.is(entries(text) + leftOut(text), 23)
  assert.not.match(text, 'a small change')
  assert.not.match(text, '  - a part')
  assert.is(partsLeftOut(text), 20)
})

test('the parts are shown in what is left of the room, and counted where they have none', () => {
  const part = 'p '.repeat(950).trimEnd()
  const text = comment(changes(40, 'a change', 'narrows', [part]))
  assert.equal([entries(text), leftOut(text)], [40, 0])
  isFilled(text, 1024, 2000)
  assert.is(count(text, /^ {2}- p /gm) + partsLeftOut(text), 40)
  const whole = comment(changes(2, 'a change', 'narrows', ['one part', 'another']))
  assert.equal([count(whole, /^ {2}- /gm), leftOut(whole), partsLeftOut(whole)], [4, 0, 0])
  assert.not.match(whole, 'did not fit')
})

test('where one change alone has no room, no parts are shown instead', () => {
  const of = (long: number): string =>
    comment([...changes(1, 'a change', 'widens', ['a part']), ...changes(long, 'x'.repeat(2000))])
  const long = [30, 31, 32, 33].find((index) => leftOut(of(index)) === 1) ?? 0
  assert.equal([entries(of(long)), partsLeftOut(of(long))], [long, 1])
  assert.not.match(of(long), '  - a part')
  assert.equal([leftOut(of(long - 1)), count(of(long - 1), /^ {2}- a part$/gm)], [0, 1])
})

test.run()
