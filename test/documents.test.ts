import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { generated, made, withTables } from './support/document-tables.ts'

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

for (const [path, tables] of Object.entries(generated))
  test(`the tables of ${path} agree with code and tests`, () => {
    const text = read(path)
    assert.ok(withTables(text, tables) === text, `${path} is not what code and tests say: npm run docs writes it anew`)
  })

for (const [path, text] of Object.entries(made))
  test(`the picture ${path} agrees with its document, and loads nothing`, () => {
    assert.ok(read(path) === text(), `${path} is older than what it is made of: npm run docs writes it anew`)
    assert.not.match(read(path).replace('http://www.w3.org/2000/svg', ''), /https?:|href|url\(|<script|<image/)
  })

test('the picture of the day has each step of the tour', () => {
  const picture = read('docs/day-0.svg')
  const steps = read('docs/operator/rehearse.md').match(/^ {4}SANDBOX \(\w+\) \$ .*$/gm) ?? []
  assert.is(steps.length, 7)
  for (const step of steps)
    assert.ok(picture.includes(step.replace(/^.* \$ /, '$ ').replaceAll('&', '&amp;')), `${step} is not in the picture`)
})

/** Stacks are their users', who may remove any; test/project has the same one. */
const isOfUsers = (link: string): boolean => /^(?:\.\.\/)*stacks\//.test(link)

test('every link within the documents leads somewhere', () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !isOfUsers(link) && isBroken(document, link))
      .map((link) => `${document}: ${link}`)
  )
  assert.equal(broken, [])
})

for (const [path, most] of [
  ['README.md', 120],
  ['SECURITY.md', 80],
  ['CONTRIBUTING.md', 120]
] as const)
  test(`${path} has at most ${most} lines`, () => {
    assert.ok(read(path).trimEnd().split('\n').length <= most)
  })

test('every claim names tests that are there, and each of them asserts something', () => {
  const all = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  const rows = read('docs/auditor/claims.md')
    .split('\n')
    .filter((line) => /^\| .*\.ts`/.test(line))
  assert.ok(rows.length > 30)
  for (const row of rows) {
    const named = [...row.matchAll(/`([\w./-]+\.ts)`/g)].map(([, name = '']) => name.replace(/^test\//, ''))
    for (const name of named) {
      const [path = '', ...others] = all.includes(name) ? [name] : all.filter((one) => one.endsWith(`/${name}`))
      assert.is(others.length, 0, `${name} is several files`)
      assert.ok(path !== '', `${name} is not there: ${row}`)
      if (path.endsWith('.test.ts')) assert.match(read(`test/${path}`), /\btest\([^]*\bassert\./, path)
    }
    assert.ok(named.some((name) => name.endsWith('.test.ts')) || row.includes('escapes.ts'), row)
  }
})

/** The titles of a file's tests; what a loop puts into one stands as `…`. */
const titlesIn = (file: string): ReadonlyArray<string> =>
  [...read(file).matchAll(/\btest\(\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\]|\\.)*)`)/g)].map(([, plain, looped = '']) =>
    (plain ?? looped.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')).replaceAll('\\', '')
  )

test('each claim names the title of a test, and each title is one of its file', () => {
  const [claims = ''] = read('docs/auditor/claims.md').split('## How a stack')
  const rows = claims.split('\n').filter((line) => /^\| (?!-|Claim|Sentence)/.test(line))
  assert.ok(rows.length > 45)
  for (const row of rows) {
    const files = [...row.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: ((?:`[^`]+`(?:, )?)+))?/g)]
    assert.ok(files.length > 0, row)
    for (const [, file = '', list = ''] of files) {
      const titles = [...list.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title)
      assert.ok(titles.length > 0, `${file} is named without a title: ${row}`)
      for (const title of titles) assert.ok(titlesIn(file).includes(title), `${file} has no test "${title}"`)
    }
  }
})

test('each sentence of SECURITY.md that claims something has a row among the claims', () => {
  const [, table = ''] = read('docs/auditor/claims.md').split(/^## .*$/m)
  const rows = [...table.matchAll(/^\| (.+?) \| `test/gm)].map(([, sentence]) => sentence)
  const [, acts = '', guards = '', data = ''] = read('SECURITY.md').split(/^## .*$/m)
  const sentences = [acts, guards, data]
    .flatMap((section) => section.split('\n\n'))
    .filter((paragraph) => !paragraph.trim().startsWith('|'))
    .flatMap((paragraph) => paragraph.split(/^- /m))
    .flatMap((part) =>
      part
        .replaceAll(/\s+/g, ' ')
        .trim()
        .split(/(?<=\.) (?=[A-Z`])/)
    )
    .filter((sentence) => sentence !== '')
  assert.ok(sentences.length > 14)
  assert.equal(sentences, rows)
})

test('every generated document says that it is generated', () => {
  for (const path of Object.keys(generated)) assert.match(read(path), /`npm run docs` makes/, path)
})

test('the documents have none of the forms that the style guide refuses', () => {
  const refused = /\bmend(?:s|ed|ing)?\b|\bwhoever\b|\bof nobody\b| is no (?!longer)|what stands in the way/i
  const judged = documents.filter((path) => path !== 'docs/style.md' && !path.startsWith('docs/governance/'))
  const found = judged.flatMap((path) =>
    read(path)
      .replaceAll(/<!-- (\w+) -->[^]*?<!-- \/\1 -->/g, '')
      .split('\n')
      .filter((line) => refused.test(line.replaceAll(/[Tt]here is no /g, '')))
      .map((line) => `${path}: ${line}`)
  )
  assert.equal(found, [])
})

test('every path of a source or a test in the documents is there', () => {
  const missing = documents
    .filter((path) => path !== 'CHANGELOG.md')
    .flatMap((path) =>
      [...read(path).matchAll(/`((?:src|test|docs|bin|\.ci)\/[^`\s<>*{…]+)`/g)]
        .map(([, name = '']) => name)
        .filter((name) => !existsSync(join(project, name)))
        .map((name) => `${path}: ${name}`)
    )
  assert.equal(missing, [])
})

test('every document that a message names is there', () => {
  const sources = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts')
  )
  const named = sources.flatMap(
    (name) =>
      read(join('src', name)).match(
        /\b(?:docs\/[\w/.-]+\.md|(?:README|SECURITY|CONTRIBUTING|CHANGELOG)(?:\.md)?)\b/g
      ) ?? []
  )
  assert.ok(named.length >= 2)
  assert.equal(
    named.filter((name) => !existsSync(join(project, name))),
    []
  )
})

test('every decision is listed', () => {
  const list = read('docs/decisions/README.md')
  const unlisted = documents
    .filter((name) => /^docs\/decisions\/\d/.test(name))
    .filter((name) => !list.includes(name.replace('docs/decisions/', '')))
  assert.equal(unlisted, [])
})

test('the ten things that people look for are where the architecture says', () => {
  const [, list = ''] = read('docs/architecture.md').split('## Ten things that people look for')
  const rows = list.split('\n').filter((line) => line.startsWith('| ') && !/^\| (I look for|-)/.test(line))
  assert.is(rows.length, 10)
  const places = rows.flatMap((row) => [...row.matchAll(/`((?:src|test|docs)\/[^`]*)`/g)].map(([, path = '']) => path))
  assert.equal(
    places.filter((place) => !existsSync(join(project, place))),
    []
  )
})

test('every room of src/ is in the architecture, and no other', () => {
  const [, table = ''] = read('docs/architecture.md').split('| room ')
  const named = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, room = '']) => room)
  const folders = (path: string): ReadonlyArray<string> =>
    readdirSync(join(project, path), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : []
    )
  const rooms = folders('src').flatMap((room) =>
    room === 'commands' ? folders('src/commands').map((command) => `commands/${command}`) : [room]
  )
  assert.equal(named.toSorted(), rooms.toSorted())
})

test.run()
