import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTeamMailbox } from '../../src/sensitive/organisations.ts'
import { isNote, namesCredential, personalByName } from '../../src/sensitive/sensitive-text.ts'

/** Each list of names, in each language of the Union, by names that it alone knows. */
const test = suite('names in each language')

const lines = readFileSync(new URL('keys.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))

/** What each kind of line asks, and how the answer is written there. */
const answered: Readonly<Record<string, (name: string) => boolean>> = {
  credential: namesCredential,
  fact: (name) => !namesCredential(name) && personalByName(name) === 'fact',
  number: (name) => !namesCredential(name) && personalByName(name) === 'number',
  nothing: (name) => !namesCredential(name) && personalByName(name) === undefined,
  note: isNote,
  purpose: (name) => !isNote(name),
  team: (name) => isTeamMailbox(`${name}@clinic.example`),
  person: (name) => !isTeamMailbox(`${name}@clinic.example`)
}

for (const [kind, isAnswer] of Object.entries(answered))
  test(`${kind}: each name is known as such`, () => {
    const names = lines.filter((line) => line.startsWith(`${kind}: `)).map((line) => line.slice(kind.length + 2))
    assert.ok(names.length > 0, kind)
    assert.equal(
      names.filter((name) => !isAnswer(name)),
      []
    )
  })

test('each line has a kind', () => {
  assert.equal(
    lines.filter((line) => !Object.hasOwn(answered, line.replace(/:.*/, ''))),
    []
  )
})

test.run()
