import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTeamMailbox } from '../../../src/sensitive/organisations.ts'
import { sensitiveData } from '../../../src/sensitive/sensitive-data.ts'
import { languageLines } from '../language-lines.ts'

/** In each official language a mailbox that a team reads passes, and the mailbox of one person is found. */
const test = suite('mailboxes')

const passes = (address: string): boolean => sensitiveData({ tags: { Contact: address } }, []).length === 0

const lines = languageLines(new URL('mailboxes.txt', import.meta.url))

for (const [language = '', teams = '', persons = ''] of lines) {
  test(`${language}: the mailbox of operations, help, a service, a platform, a cloud, an infrastructure, security, health and a team passes`, () => {
    assert.is(teams.split(' ').length, 9, language)
    for (const words of teams.split(' ')) {
      assert.ok(isTeamMailbox(`${words}@clinic.example`), words)
      assert.ok(passes(`${words}@clinic.example`), words)
    }
  })
  test(`${language}: the mailbox of a person is found, beside a word of a team too`, () => {
    for (const words of persons.split(' ')) assert.not.ok(passes(`${words}@clinic.example`), words)
  })
}

for (const [language, teams = '', persons = ''] of languageLines(new URL('mailbox-matters.txt', import.meta.url)))
  test(`${language}: the mailbox of a team and what it works on passes, and that of a person is found`, () => {
    for (const words of teams.split(' ')) assert.ok(passes(`${words}@clinic.example`), words)
    for (const words of persons.split(' ')) assert.not.ok(passes(`${words}@clinic.example`), words)
  })

test('what is a name too counts beside another word alone', () => {
  for (const words of ['oblak', 'tim', 'wolke', 'e']) assert.not.ok(isTeamMailbox(`${words}@clinic.example`), words)
  for (const words of ['ekipa-oblak', 'tim-mreza', 'e-zdravje', 'it.support'])
    assert.ok(isTeamMailbox(`${words}@clinic.example`), words)
})

test('two words of a team may be one', () => {
  for (const words of ['cloudteam', 'betriebsteam', 'itsupport', 'zorgplatformteam'])
    assert.ok(isTeamMailbox(`${words}@clinic.example`), words)
  for (const words of ['webster', 'cloudhansen', 'itteamhansen'])
    assert.not.ok(isTeamMailbox(`${words}@clinic.example`), words)
})

test.run()
