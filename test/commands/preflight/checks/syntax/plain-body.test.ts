import { parse } from '@cdktn/hcl2json'
import * as O from 'fp-ts/lib/Option.js'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Body,
  type Value,
  bodiesOf,
  plainBody
} from '../../../../../src/commands/preflight/checks/syntax/plain-body.ts'

const test = suite('plain HCL and JSON')

const plain = (value: Value): unknown => {
  switch (value._tag) {
    case 'Text':
      return value.text
    case 'Literal':
      return JSON.parse(value.text)
    case 'List':
      return value.items.map(plain)
    case 'Body':
      return Object.fromEntries(value.entries.map((entry) => [entry.keys.join(), plain(entry.value)]))
    default:
      return value satisfies never
  }
}
const blocks = (body: Body): unknown =>
  body.reduce<Record<string, unknown>>((all, { keys, value }) => {
    const [key = '', ...labels] = keys
    const isBlock = value._tag === 'Body'
    const inner = isBlock ? [blocks(value.entries)] : plain(value)
    return { ...all, [key]: labels.reduceRight<unknown>((found, label) => ({ [label]: found }), inner) }
  }, {})

const agreed: Readonly<Record<string, string>> = {
  'the lock file that OpenTofu wrote': readFileSync(new URL('../samples/lock-file.sample', import.meta.url), 'utf8'),
  'a CLI configuration': `disable_checkpoint = true
# a comment with { and "
provider_installation {
  filesystem_mirror { // another
    path    = "/srv/$x%y"
    include = ["a/*", "b/*",]
  }
  /* direct { } */
  network_mirror {
    url = "https://x/"
    download_retry_count = 3
  }
}
credentials "app.terraform.io" {
  token = "a#b//c"
}
`,
  'an empty text': '\n'
}
for (const [what, text] of Object.entries(agreed))
  test(`reads ${what} as the parser of HCL does`, async () => {
    const body = plainBody(text)
    assert.ok(O.isSome(body))
    assert.equal(O.isSome(body) && blocks(body.value), await parse('x.tf', text))
  })

const names = fc.stringMatching(/^[a-z_]{1,6}$/)
const leaves = fc.oneof(fc.stringMatching(/^[ -~]{0,8}$/), fc.integer(), fc.boolean(), fc.constant(null))
const { tree } = fc.letrec((tie) => ({
  tree: fc.dictionary(names, fc.oneof({ maxDepth: 3 }, leaves, fc.array(leaves, { maxLength: 3 }), tie('tree')))
}))

test('reads every JSON object as it is, or not at all', () => {
  let read = 0
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify(value)
      const body = plainBody(text)
      const isPlain = !/\\|\$\{|%\{/.test(text)
      assert.is(O.isSome(body), isPlain)
      if (O.isNone(body)) return
      read += 1
      assert.equal(plain({ _tag: 'Body', entries: body.value }), JSON.parse(text))
    }),
    { seed: 6, numRuns: 500 }
  )
  assert.ok(read > 100)
})

test('keeps a key that is written twice', () => {
  const body = plainBody('a = 1\na = 2\n')
  assert.equal(O.isSome(body) && body.value.map(({ keys, value }) => [keys, plain(value)]), [
    [['a'], 1],
    [['a'], 2]
  ])
})

const unread = [
  'a',
  'a =',
  'a = b',
  'a = 1 +',
  '= 1',
  'a b = 1',
  '{',
  '}',
  '[]',
  'a = [1 2]',
  'a = [',
  'a = "\\n"',
  "a = 'x'"
]
for (const text of [
  ...unread,
  'a = "${b}"',
  'a = "%{b}"',
  'a = <<E\nE\n',
  '"a" = f(1)',
  'a.b = 1',
  '\ufeffa = 1',
  'a = "\n"'
])
  test(`does not read ${JSON.stringify(text)}`, () => {
    assert.ok(O.isNone(plainBody(text)))
  })

const deep: Readonly<Record<string, (levels: number) => string>> = {
  lists: (levels) => `a = ${'['.repeat(levels)}"x"${']'.repeat(levels)}\n`,
  objects: (levels) => `${'a = { '.repeat(levels)}b = "x"${' }'.repeat(levels)}\n`,
  'objects of JSON': (levels) => `${'{"a": '.repeat(levels)}"x"${'}'.repeat(levels)}`,
  blocks: (levels) => `${'a {\n'.repeat(levels)}b = "x"\n${'}\n'.repeat(levels)}`,
  'lists of objects': (levels) => `a = ${'[{ b = '.repeat(levels / 2)}"x"${' }]'.repeat(levels / 2)}\n`
}
for (const [what, text] of Object.entries(deep))
  test(`${what} are read sixteen levels deep and no deeper, so that no file of this machine exhausts the reader`, () => {
    assert.equal(
      [2, 14, 16, 18, 1000].map((levels) => O.isSome(plainBody(text(levels)))),
      [true, true, true, false, false]
    )
    assert.is(what === 'lists of objects' || O.isNone(plainBody(text(17))), true)
  })

test('the bodies of a list are all of it or none', () => {
  const bodies = (text: string): number | undefined => {
    const read = plainBody(`a = ${text}\n`)
    const found = O.isSome(read) && read.value[0] !== undefined ? bodiesOf(read.value[0].value) : O.none
    return O.isSome(found) ? found.value.length : undefined
  }
  assert.equal(['{}', '[]', '[{}, {}]', '[{}, "x"]', '["x"]', '"x"', '1'].map(bodies), [
    ...[1, 0, 2],
    ...[undefined, undefined, undefined, undefined]
  ])
})

test.run()
