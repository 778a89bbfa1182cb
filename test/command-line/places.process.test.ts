import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Places, withoutPlaces } from '../../src/command-line/places.ts'
import { shellWord } from '../../src/caller/shell.ts'

const test = suite('a line without places of this machine, typed into a shell')

/** What a shell in the project takes each word for, with these places as its own. */
const taken = (shell: string, words: ReadonlyArray<string>, { project, home, temporary, stateHome }: Places) => {
  const lines = words.map((word) => `printf '%s\\0' ${word}`)
  const env = { PATH: process.env['PATH'], HOME: home, TMPDIR: temporary, XDG_STATE_HOME: stateHome }
  const ended = spawnSync(shell, ['-c', lines.join('\n')], { cwd: project, env, encoding: 'utf8' })
  assert.is(ended.stderr, '')
  return ended.stdout.split('\0').slice(0, -1)
}

/** The ways in which a line writes a path, and what stands before the path when a shell has read it. */
const writings: ReadonlyArray<readonly [of: (path: string) => string, before: string]> = [
  [shellWord, ''],
  [(path) => `'${path.replaceAll("'", String.raw`'\''`)}'`, ''],
  [(path) => `-chdir=${shellWord(path)}`, '-chdir='],
  [(path) => shellWord(`path=${path}`), 'path='],
  [(path) => shellWord(`the file ${path}`), 'the file ']
]

test('a shell reads the word that is left as the same path, however it was quoted', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-places-')))
  const names = ['a.person', 'a person', "o'neil", 'a&b', 'ü(1)']
  const below = ['', '/', '/x', '/my dir', "/it's mine", '/$HOME/`x`', '/a"b/c d', '/~']
  for (const [index, name] of names.entries()) {
    const made: Places = {
      project: join(root, 'work', name),
      home: join(root, 'home', name),
      temporary: join(root, 'tmp', name),
      temporaryName: '$TMPDIR',
      stateHome: join(root, 'state', name)
    }
    const all = [made.project, made.home, made.temporary, made.stateHome]
    all.forEach((folder) => mkdirSync(folder, { recursive: true }))
    const cases = all.flatMap((place) =>
      below.flatMap((rest) => writings.map(([of, before]) => [of(place + rest), before, place, rest] as const))
    )
    const words = cases.map(([line]) => withoutPlaces(line, made))
    for (const shell of ['sh', 'bash']) {
      const read = taken(shell, words, made)
      assert.is(read.length, cases.length)
      cases.forEach(([line, before, place, rest], at) => {
        const isProject = place === made.project && !words[at]?.includes(place)
        assert.is(
          read[at],
          `${before}${isProject ? '.' : place}${rest}`,
          `${shell} ${index}: ${line} became ${words[at]}`
        )
      })
    }
    for (const [at, word] of words.entries())
      if (!name.includes("'"))
        assert.not.ok(
          all.some((place) => word.includes(place)),
          cases[at]?.[0]
        )
  }
  rmSync(root, { recursive: true })
})

test.run()
