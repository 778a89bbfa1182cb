import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { joinedPlaces, placeOfSetting, placesIn, standing } from '../../src/caller/shared-places.ts'

const test = suite('where a setting of the shared config stands')

const FILE = '~/.aws/config'
const lineOf = (text: string, section: string, setting?: string): number | undefined =>
  placeOfSetting({ places: placesIn(FILE, text) }, section, setting).line

/** A header as a person may write it, and the section that it begins. Source: AWS CLI, "Configuration and credential file settings". */
const headers: Readonly<Record<string, string>> = {
  '[default]': 'default',
  '[work]': 'work',
  '[profile work]': 'work',
  '  [profile work]': 'work',
  '[ profile   work ]': 'work',
  '[profile work] # of the team': 'work',
  "[profile 'work']": 'work',
  '[profile "our work"]': 'our work',
  "[profile o'brien]": "o'brien",
  '[profile say "it" now]': 'say "it" now',
  '[profile\twork]': 'work',
  '[sso-session work]': 'sso-session.work',
  '[services local]': 'services.local'
}
test('a bracket further on in a line begins no section', () => {
  assert.is(lineOf('[default]\nrole_arn = a[other]\nregion = x\n', 'default', 'region'), 3)
  assert.is(lineOf('[default]\nrole_arn = a[other]\n', 'default', 'role_arn'), 2)
})

for (const [header, section] of Object.entries(headers))
  test(`${header} begins ${section}`, () => {
    assert.is(lineOf(`\n${header}\nregion = x\n`, section), 2)
    assert.is(lineOf(`\n${header}\nregion = x\n`, section, 'region'), 3)
  })

test('a setting has the line on which it stands, the last one where it stands twice, and else that of its section', () => {
  const text = '[default]\nregion = a\n\n# region = c\nregion=b\n[other]\nsso.start-url_2\t = x\n'
  assert.is(lineOf(text, 'default', 'region'), 5)
  assert.is(lineOf(text, 'default', 'output'), 1)
  assert.is(lineOf(text, 'other', 'sso.start-url_2'), 7)
  assert.is(lineOf(text, 'other', 'region'), 6)
  assert.is(lineOf(text, 'gone', 'region'), undefined)
})

test('a setting below another one is of that one, and of no section before', () => {
  const text = '[services local]\ns3 =\n  endpoint_url = x\ndynamodb =\n\tendpoint_url = y\n[next]\n  stray = z\n'
  assert.is(lineOf(text, 'services.local', 's3.endpoint_url'), 3)
  assert.is(lineOf(text, 'services.local', 'dynamodb.endpoint_url'), 5)
  assert.is(lineOf(text, 'services.local', 's3'), 2)
  assert.is(lineOf(text, 'next', '.stray'), 7)
})

test('a place is told as a profile or a section, with its file', () => {
  const shared = { places: joinedPlaces(placesIn(FILE, '[a]\n[b]\n'), placesIn('~/.aws/credentials', '\n\n[b]\n')) }
  assert.equal(placeOfSetting(shared, 'a'), { kind: 'profile', name: 'the profile a', file: FILE, line: 1 })
  assert.equal(placeOfSetting(shared, 'b').file, '~/.aws/credentials')
  assert.equal(placeOfSetting({}, 'services.x', 's3'), { kind: 'profile', name: 'the section services.x' })
})

test('what stands under a name is told, and no other section of which the name begins so', () => {
  const shared = { places: placesIn(FILE, '[a]\n[profile ab]\nx = y\n[profile c]\n# nothing\n[d]\nz = 1\n') }
  assert.equal(
    ['a', 'ab', 'b', 'c', 'd'].map((name) => standing(shared, name)),
    ['an empty section', 'settings', 'nothing', 'an empty section', 'settings']
  )
  assert.is(standing({}, 'a'), 'nothing')
})

test.run()
