import { readFileSync, readdirSync } from 'node:fs'
import { type Statement, parseSync } from 'oxc-parser'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const root = new URL('../../', import.meta.url)
const { exclude } = JSON.parse(readFileSync(new URL('.c8rc.json', root), 'utf8')) as { exclude: ReadonlyArray<string> }

/** Whether a statement leaves nothing to run once its types are taken away. */
const isOnlyTypes = (statement: Statement): boolean =>
  (statement.type === 'ImportDeclaration' && statement.importKind === 'type') ||
  (statement.type === 'ExportNamedDeclaration' && statement.exportKind === 'type') ||
  statement.type === 'TSTypeAliasDeclaration' ||
  statement.type === 'TSInterfaceDeclaration'

const test = suite('coverage')

test('leaves out the files that hold nothing but types, and no other', () => {
  const onlyTypes = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) =>
      parseSync(path, readFileSync(new URL(`src/${path}`, root), 'utf8')).program.body.every(isOnlyTypes)
    )
  assert.equal(exclude, onlyTypes.map((path) => `src/${path}`).toSorted())
})

test.run()
