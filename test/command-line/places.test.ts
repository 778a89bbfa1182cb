import fc from 'fast-check'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placesHere, toldPath, withoutPlaces } from '../../src/command-line/places.ts'

const test = suite('a document names no place of this machine')

const places = {
  project: '/home/a.person/work/state',
  home: '/home/a.person',
  temporary: '/var/tmp/of-a.person',
  temporaryName: '$TMPDIR',
  stateHome: ''
}

const ends = fc.constantFrom('', '/', '/x', '/x y/z', ' is open', '"', "'", ': cannot', ',', ')')
const begins = fc.constantFrom('', ' ', '"', "'", '(', 'file://', '=', 'as ', '\n')
const mention = fc
  .tuple(begins, fc.constantFrom(...[places.project, places.home, places.temporary]), ends)
  .map((parts) => parts.join(''))
const texts = fc.array(fc.oneof(mention, fc.string()), { maxLength: 4 }).map((parts) => parts.join(' '))

test('also where a text says one of them often, and it stays the same text otherwise', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const left = withoutPlaces(text, places)
      for (const place of [places.project, places.home, places.temporary]) assert.not.match(left, place)
      if (![places.project, places.home, places.temporary].some((place) => text.includes(place))) assert.is(left, text)
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

test('a place between quotes is a variable outside of them, on each line by itself', () => {
  const of = (text: string): string => withoutPlaces(text, places)
  assert.is(of("eval 'cd /home/a.person/x'\nls"), `eval 'cd '"$HOME"'/x'\nls`)
  assert.is(of("it's\ncd /home/a.person/x'"), "it's\ncd ~/x'")
  assert.is(of("open '/home/a.person b/c'"), `open "$HOME"' b/c'`)
  assert.is(of("open '/home/a.person'"), 'open ~')
  assert.is(of("echo 'a' /home/a.person/x 'b'"), "echo 'a' ~/x 'b'")
  assert.is(of("open '/home/a.person/b c'"), "open ~/'b c'")
})

test('a place that is the root, empty or relative replaces nothing', () => {
  assert.is(
    withoutPlaces('/a/b c', { project: '/', home: '', temporary: 'b', temporaryName: '$TMPDIR', stateHome: '' }),
    '/a/b c'
  )
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

test('a path is told as a person types it, below the state home that a variable names, else below the home', () => {
  const before = process.env['XDG_STATE_HOME']
  try {
    process.env['XDG_STATE_HOME'] = join(homedir(), 'of state')
    assert.is(toldPath(join(homedir(), 'of state/evidence/a b.json')), `"$XDG_STATE_HOME"/'evidence/a b.json'`)
    assert.is(toldPath(join(homedir(), '.local/x.json')), '~/.local/x.json')
    delete process.env['XDG_STATE_HOME']
    assert.is(toldPath(join(homedir(), 'of state/evidence/x.json')), `~/'of state/evidence/x.json'`)
    assert.is(toldPath('/srv/of state/x.json'), `'/srv/of state/x.json'`)
  } finally {
    if (before !== undefined) process.env['XDG_STATE_HOME'] = before
  }
})

test('the temporary folder is told by the variable that names it, and by its place where none does', () => {
  const before = ['TMPDIR', 'TMP', 'TEMP'].map((name) => [name, process.env[name]] as const)
  const named = (variables: Readonly<Record<string, string>>): string => {
    for (const [name] of before) delete process.env[name]
    Object.assign(process.env, variables)
    const places = placesHere()
    return withoutPlaces(`ls ${places.temporary}/x`, { ...places, home: '', project: '', stateHome: '' })
  }
  try {
    assert.is(named({ TMPDIR: '/var/of-a' }), 'ls $TMPDIR/x')
    assert.is(named({ TMP: '/var/of-a' }), 'ls $TMP/x')
    assert.is(named({ TEMP: '/var/of-a' }), 'ls $TEMP/x')
    assert.is(named({}), 'ls ${TMPDIR:-/tmp}/x')
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
})

test.run()
