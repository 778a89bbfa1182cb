import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { withTables } from './support/document-tables.ts'

const test = suite('documents')

const project = fileURLToPath(new URL('../', import.meta.url))
const read = (name: string): string => readFileSync(join(project, name), 'utf8')

const documents = [
  ...readdirSync(project).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(project, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
]

/** Headings as GitHub makes anchors of them. */
const anchors = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
  )

const isBroken = (document: string, link: string): boolean => {
  const [path = '', anchor] = link.split('#')
  const target = path === '' ? document : join(dirname(document), path)
  if (!existsSync(join(project, target))) return true
  return anchor !== undefined && !anchors(read(target)).includes(anchor)
}

test('the tables of SECURITY.md are what the tests prove', () => {
  const text = read('SECURITY.md')
  assert.ok(withTables(text) === text, 'SECURITY.md is not what the tests prove: npm run docs writes it anew')
})

test('every link within the documents leads somewhere', () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => isBroken(document, link))
      .map((link) => `${document}: ${link}`)
  )
  assert.equal(broken, [])
})

test('every decision is listed', () => {
  const list = read('docs/decisions/README.md')
  const unlisted = documents
    .filter((name) => /^docs\/decisions\/\d/.test(name))
    .filter((name) => !list.includes(name.replace('docs/decisions/', '')))
  assert.equal(unlisted, [])
})

test.run()
