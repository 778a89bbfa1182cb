import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Expression, type Value, attribute, template } from '../../src/terraform/expression.ts'
import { canonical } from '../../src/terraform/json.ts'
import { renderBlock } from '../../src/terraform/render.ts'
import { type Piece, readTemplates, readTexts } from '../support/read-template.ts'

/** Characters with a meaning in templates or in JSON, one beyond 16 bits, and some that normal form C changes. */
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('$', '%', '{', '}', '$', '{') },
      { weight: 2, arbitrary: fc.constantFrom('"', '\\', '~', '\n', '\t', 'a', 'n', ' ') },
      { weight: 1, arbitrary: fc.constantFrom('e', '\u0301', 'o', '\u0308', '😀', '\u1112\u1161\u11ab', '\u212b') }
    ),
    { maxLength: 24 }
  )
  .map((characters) => characters.join(''))

type Pieces = ReadonlyArray<string | Expression>
const references = ['aws_s3_bucket.state', 'data.aws_caller_identity.current'].map((address) =>
  attribute(address, 'id')
)
const mixture = fc.array(fc.oneof(text, fc.constantFrom(...references)), { minLength: 1, maxLength: 5 })

const texts = fc.sample(text, { numRuns: 3000, seed: 20260101 })
const mixtures: ReadonlyArray<Pieces> = fc.sample(mixture, { numRuns: 1500, seed: 20260102 })

/** What a JSON reader gets of values that the renderer wrote. */
const written = (body: Value): unknown => {
  const block = renderBlock({ type: 'locals', labels: ['planted'], body, at: [] })
  if (E.isLeft(block)) throw new Error(`not written: ${JSON.stringify(block.left)}`)
  return JSON.parse(canonical(block.right.body))
}

/** The answers of a reader that is given fifty at a time: its parser slows down on long sources. */
const inBatches = async <A, B>(
  all: ReadonlyArray<A>,
  read: (batch: ReadonlyArray<A>) => Promise<ReadonlyArray<B>>
): Promise<ReadonlyArray<B>> => {
  const done: Array<B> = []
  for (let from = 0; from < all.length; from += 50) done.push(...(await read(all.slice(from, from + 50))))
  return done
}

/** What pieces mean: texts in normal form C, neighbours as one, references as they are. */
const meant = (pieces: Pieces): ReadonlyArray<Piece> => {
  const marked = pieces.map((piece) => (typeof piece === 'string' ? piece : `\0${piece.hcl}\0`)).join('')
  return marked
    .split('\0')
    .map((part, index) => (index % 2 === 0 ? { text: part.normalize('NFC') } : { reference: part }))
    .filter((part) => part.text !== '')
}

/** How many mixtures mean something else, or nothing at all, when they are written in another way. */
const mismatches = async (write: (pieces: Pieces) => string): Promise<number> => {
  let wrong = 0
  for (const pieces of mixtures.slice(0, 300)) {
    const read = await readTemplates([write(pieces)]).catch(() => [])
    if (JSON.stringify(read[0]) !== JSON.stringify(meant(pieces))) wrong += 1
  }
  return wrong
}
const joined = (pieces: Pieces, escape: (text: string) => string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? escape(piece) : `\${${piece.hcl}}`)).join('')
const doubled = (sequence: string): string => `${sequence.slice(0, 1)}${sequence}`

const test = suite('escaping')

test('3,000 texts as values come back from HCL as they were, in normal form C', async () => {
  const read = await inBatches(written(texts) as ReadonlyArray<string>, readTexts)
  assert.equal(
    read,
    texts.map((each) => each.normalize('NFC'))
  )
})

test('and so do they as keys', async () => {
  const normal = new Set(texts.map((each) => each.normalize('NFC')))
  const keys = Object.keys(written(Object.fromEntries([...normal].map((key) => [key, true]))) as object)
  assert.equal(new Set(await inBatches(keys, readTexts)), normal)
})

test('1,500 mixtures of text and references come back as the same texts and references', async () => {
  const templates = written(mixtures.map((pieces) => template(...pieces))) as ReadonlyArray<string>
  assert.equal(await inBatches(templates, readTemplates), mixtures.map(meant))
})

test('the reader sees what a plain concatenation gets wrong', async () => {
  assert.ok((await mismatches((pieces) => joined(pieces, (each) => each))) > 10)
})

test('the reader sees a text that ends in $ before a reference', async () => {
  assert.ok((await mismatches((pieces) => joined(pieces, (each) => each.replace(/[$%]\{/g, doubled)))) > 10)
})

test('the reader sees an unescaped %{', async () => {
  assert.ok((await mismatches((pieces) => joined(pieces, (each) => each.replace(/\$\{/g, doubled)))) > 10)
})

test.run()
