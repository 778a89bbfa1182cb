import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const test = suite('the versions of the JSON documents')

const page = readFileSync(new URL('../docs/reference/commands.md', import.meta.url), 'utf8')

/** The shape of a document as its help shows it, from its version to the brace that closes it. */
const shapeOf = (command: string): string => {
  const [, section = ''] = page.split(`\n## npm run ${command}\n`)
  const from = section.indexOf('{ version:')
  assert.ok(from >= 0, `${command} shows no document`)
  let depth = 0
  for (let at = from; at < section.length; at += 1) {
    if (section[at] === '{') depth += 1
    if (section[at] === '}') depth -= 1
    if (depth === 0) return section.slice(from, at + 1)
  }
  return ''
}

/**
 * The fields that a document has had since its version began. One that goes, or gets another name, is a new version:
 * then its row here begins again. A field that is added is written here too, so that it stays.
 */
const known: Readonly<Record<string, readonly [version: number, fields: string]>> = {
  emit: [
    1,
    'mode exitCode files path status source resources sha256 diff problems rule clause at file line column expected actual remedy also more accepted awsProvider proof failures action code message word'
  ],
  preflight: [
    2,
    'passed only time stack source declared phase account environment region provider version proof file path sha256 commit caller kind seen proxy checks name outcome because findings id clause expected actual from line remedy also more guard state serial lineage versionId'
  ],
  doctor: [1, 'passed rows name ok says remedy word']
}

for (const [command, [version, fields]] of Object.entries(known))
  test(`the document of ${command} keeps each field of its version`, () => {
    const shape = shapeOf(command)
    assert.is(/version: (\d+)/.exec(shape)?.[1], String(version), 'a new version: write its fields down anew')
    const shown = new Set(shape.replaceAll(/"[^"]*"/g, '').match(/[a-z]\w*/gi))
    assert.equal(
      fields.split(' ').filter((field) => !shown.has(field)),
      []
    )
  })

test('the page says what raises a version', () => {
  assert.match(page.replaceAll('\n', ' '), 'A new field keeps the version of a document.')
})

test.run()
