import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withoutPlaces } from '../../src/command-line/printable.ts'

const test = suite('a document names no place of this machine')

const places = { project: '/home/a.person/work/state', home: '/home/a.person', temporary: '/var/tmp/of-a.person' }

const ends = fc.constantFrom('', '/', '/x', '/x y/z', ' is open', '"', "'", ': cannot', ',', ')')
const begins = fc.constantFrom('', ' ', '"', "'", '(', 'file://', '=', 'as ', '\n')
const mention = fc.tuple(begins, fc.constantFrom(...Object.values(places)), ends).map((parts) => parts.join(''))
const texts = fc.array(fc.oneof(mention, fc.string()), { maxLength: 4 }).map((parts) => parts.join(' '))

test('also where a text says one of them often, and it stays the same text otherwise', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const left = withoutPlaces(text, places)
      for (const place of Object.values(places)) assert.not.match(left, place)
      if (!Object.values(places).some((place) => text.includes(place))) assert.is(left, text)
    }),
    { seed: 15, numRuns: 2_000 }
  )
})

test('a command of a remedy leads to the same place', () => {
  const of = (text: string): string => withoutPlaces(text, places)
  assert.is(of('chmod go-rwx /home/a.person/.local/state'), 'chmod go-rwx ~/.local/state')
  assert.is(of('chmod go-w /home/a.person/work/state/out'), 'chmod go-w ./out')
  assert.is(of('ls /var/tmp/of-a.person/zf-1'), 'ls $TMPDIR/zf-1')
  for (const kept of ['/home/a.person2/x', '/srv/home/a.person', 'role/home/a.person-x', 'https://x.example/home'])
    assert.is(of(kept), kept)
})

test('a place that is the root, empty or relative replaces nothing', () => {
  assert.is(withoutPlaces('/a/b c', { project: '/', home: '', temporary: 'b' }), '/a/b c')
})

test('a folder may have any sign in its name, and is found by that name alone', () => {
  for (const sign of String.raw`\^$.*+?()[]{}|-~!@#%&=;,`) {
    const home = `/home/a${sign}b`
    const of = (text: string): string => withoutPlaces(text, { ...places, home })
    assert.is(of(`open ${home}/x`), 'open ~/x', sign)
    for (const other of ['/home/ab', '/home/a/b', '/home/aab', `/home/a${sign}bc`])
      assert.is(of(`open ${other}`), `open ${other}`, sign)
  }
})

test.run()
