import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path, Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { emitStacks } from '../src/stack/emit.ts'
import { block } from '../src/stack/parts/block.ts'
import { type BlockType, blockTypes } from '../src/terraform/block.ts'
import type { Value } from '../src/terraform/expression.ts'
import { changed } from './support/changed.ts'
import { type Options, loaded, partsWith, problemsOf, validDeclaration, validOptions } from './support/valid-stack.ts'

const test = suite('emit of junk')

const ring: Record<string, unknown> = { tags: {} }
ring['tags'] = ring
const list: Array<unknown> = []
list.push(list, list)
const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ inner }), 'deep')
const shifty = {
  reads: 0,
  get account(): string {
    return `${(this.reads += 1)}`
  }
}

/** What nobody would write, and what somebody will. */
const oddities: ReadonlyArray<unknown> = [
  JSON.parse('{ "__proto__": { "phase": "J.7.0" }, "constructor": 1, "toString": null, "hasOwnProperty": 2 }'),
  Object.create({ ...validDeclaration }),
  Object.assign(Object.create(null) as object, validDeclaration),
  Object.freeze({ ...validDeclaration, tags: Object.freeze([]) }),
  ring,
  list,
  deep,
  shifty,
  [, 1],
  new Array(3),
  new Date(0),
  new Date(Number.NaN),
  new Map([['a', 1]]),
  new Set([1]),
  new Uint8Array(3),
  new Error('a'),
  Promise.resolve(1),
  Symbol('a'),
  123n,
  () => validDeclaration,
  class {},
  /x/,
  Number.NaN,
  -0,
  Infinity,
  2 ** 60,
  '',
  '\ud800',
  '\0',
  '${x}',
  'x'.repeat(300_000),
  Array.from({ length: 300 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`k${index}`, 'x'])),
  { _tag: 'Expression' },
  { _tag: 'Literal', text: 1 },
  { _tag: 'Right', right: 1 },
  null,
  undefined
]

const junk = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...oddities) },
  {
    weight: 1,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true
    })
  }
)

const pathsOf = (value: unknown, at: Path = []): ReadonlyArray<Path> =>
  typeof value === 'object' && value !== null
    ? [
        at,
        ...Object.entries(value).flatMap(([key, item]) =>
          pathsOf(item, [...at, Array.isArray(value) ? Number(key) : key])
        )
      ]
    : [at]

const isSaid = (problem: Diagnostic): boolean =>
  [problem.rule, problem.clause, problem.expected, problem.actual, problem.remedy].every(
    (text) => typeof text === 'string' && text.length > 0 && text.length < 2000
  )

const judged = (declaration: unknown, parts: unknown): void => {
  for (const { file } of emitStacks([loaded(declaration, parts)]))
    if (E.isLeft(file)) assert.ok(file.left.length > 0 && file.left.every(isSaid))
}

const parts = partsWith(validOptions)
const declarationPaths = pathsOf(validDeclaration)
const optionPaths = pathsOf(validOptions).filter((path) => path.length > 0)
const blockPaths = pathsOf({ tags: { a: 'b', c: [1, { d: true }] } })

test('each oddity in the place of a declaration, of all parts, of a part, and of the options of each part', () => {
  for (const oddity of oddities) {
    judged(oddity, parts)
    judged(validDeclaration, oddity)
    judged(validDeclaration, [...parts, oddity])
    for (const name of Object.keys(validOptions))
      judged(validDeclaration, partsWith({ ...validOptions, [name]: oddity }))
  }
})

test('junk anywhere in a declaration', () => {
  fc.assert(
    fc.property(fc.constantFrom(...declarationPaths), junk, (at, value) => {
      judged(changed(validDeclaration, at, value), parts)
    }),
    { seed: 20260308, numRuns: 250 }
  )
})

test('junk anywhere in the options of a part', () => {
  fc.assert(
    fc.property(fc.constantFrom(...optionPaths), junk, (at, value) => {
      judged(validDeclaration, partsWith(changed(validOptions, at, value) as Options))
    }),
    { seed: 20260309, numRuns: 250 }
  )
})

test('junk anywhere in a block that an author writes', () => {
  const type = fc.oneof(fc.constantFrom(...blockTypes), junk)
  const labels = fc.oneof(
    fc.array(fc.oneof(fc.constantFrom('aws_s3_bucket', 'state', 'local'), junk), { maxLength: 3 }),
    junk
  )
  fc.assert(
    fc.property(type, labels, fc.constantFrom(...blockPaths), junk, (kind, names, at, value) => {
      const body = changed({ tags: { a: 'b', c: [1, { d: true }] } }, at, value)
      judged(validDeclaration, [...parts, block(kind as BlockType, names as ReadonlyArray<string>, body as Value)])
    }),
    { seed: 20260310, numRuns: 250 }
  )
})

test('lists that are longer than a call may have arguments', () => {
  const long = Array.from({ length: 150_000 }, () => 'x')
  judged(validDeclaration, partsWith(changed(validOptions, ['operatorRole', 'trust', 'users'], long) as Options))
  judged(changed(validDeclaration, ['trustedAccounts'], long), parts)
})

test('a value that changes between two readings is read once', () => {
  let reads = 0
  const backend = {
    ...validDeclaration.backend,
    get bucket(): string {
      return reads++ === 0 ? validDeclaration.backend.bucket : 'zenthea-production-tfstate'
    }
  }
  assert.equal(problemsOf([loaded({ ...validDeclaration, backend }, parts)]), [])
  assert.is(reads, 1)
})

test.run()
