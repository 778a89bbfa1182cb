import * as fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Value, attribute, bare, literal, template } from '../../src/terraform/expression.ts'
import { renderBlock } from '../../src/terraform/render.ts'

const test = suite('render')

const render = (body: unknown) => renderBlock({ type: 'locals', labels: ['x'], body: body as Value, at: ['x'] })

/** The body as it would be written, or what is wrong with it and where. */
const outcome = (body: unknown): unknown => {
  const block = render(body)
  if (E.isRight(block)) return block.right.body
  return block.left.map((problem) => `${(problem.at ?? []).join('.')}: ${problem.actual}`)
}

test('values as they are, texts escaped, keys escaped as texts', () => {
  const body = { a: [1, true, 'x'], b: { c: '${d}', '${e}': 'f', 'aws:${g}': '%{h}' } }
  assert.equal(outcome(body), { a: [1, true, 'x'], b: { c: '$${d}', '$${e}': 'f', 'aws:$${g}': '%%{h}' } })
})

test('an account id stays text, and its zeros stay', () => {
  assert.equal(outcome({ id: '000123456789' }), { id: '000123456789' })
})

test('expressions, templates and addresses as what they are', () => {
  const id = attribute('aws_s3_bucket.state', 'id')
  assert.equal(outcome({ id, arn: template('arn:aws:s3:::', id), to: bare('aws_s3_bucket.state') }), {
    id: '${aws_s3_bucket.state.id}',
    arn: 'arn:aws:s3:::${aws_s3_bucket.state.id}',
    to: 'aws_s3_bucket.state'
  })
})

test('what a block refers to is noted once, wherever it stands', () => {
  const id = attribute('aws_s3_bucket.state', 'id')
  const block = render([id, { a: template('x', id) }, bare('local.p'), attribute('data.d.e', 'f')])
  assert.equal(E.isRight(block) && block.right.refersTo, ['aws_s3_bucket.state', 'local.p', 'data.d.e'])
})

test('a literal means the same to every engine, or is refused', () => {
  assert.equal(outcome({ a: literal('>= 1.10.0, < 2.0.0 $ %') }), { a: '>= 1.10.0, < 2.0.0 $ %' })
  assert.equal(outcome({ a: literal('a${b}') }), ['x.a: "a${b}"'])
  assert.equal(outcome({ a: literal('a$${b}') }), ['x.a: "a$${b}"'])
  assert.equal(outcome({ a: literal('%{b}') }), ['x.a: "%{b}"'])
  assert.equal(outcome({ a: literal('e\u0301') }), { a: '\u00e9' })
})

test('half a character and NUL are refused, in texts, keys, templates and literals', () => {
  assert.equal(outcome({ a: '\ud800', b: '\udc00x', c: 'a\0' }), [
    'x.a: "\\ud800"',
    'x.b: "\\udc00x"',
    'x.c: "a\\u0000"'
  ])
  assert.equal(outcome({ '\ud800': 1 }), ['x.\ud800: "\\ud800"'])
  assert.equal(outcome([template('\ud800', attribute('a.b', 'c'), '\0'), literal('\0')]), [
    'x.0: "\\ud800"',
    'x.0: "\\u0000"',
    'x.1: "\\u0000"'
  ])
  assert.equal(outcome({ a: '😀' }), { a: '😀' })
})

test('numbers that JSON would change are refused', () => {
  assert.equal(outcome([0, -0, 1.5, -7, 2 ** 53 - 1]), [0, 0, 1.5, -7, 9007199254740991])
  assert.equal(outcome([2 ** 53, 12345678901234567890, Number.NaN, Infinity, -Infinity]), [
    'x.0: 9007199254740992',
    'x.1: 12345678901234567000',
    'x.2: NaN',
    'x.3: Infinity',
    'x.4: -Infinity'
  ])
})

test('keys that become one are refused', () => {
  const refused = outcome({ a: { '\u00e9': 1, 'e\u0301': 2 } })
  assert.is(Array.isArray(refused) && refused.length, 1)
  assert.match(String(refused), /^x\.a: /)
  assert.equal(outcome({ a: { e: 1, '\u00e9': 2 } }), { a: { e: 1, '\u00e9': 2 } })
})

test('what JSON does not have is refused where it stands', () => {
  const body = { a: null, b: undefined, c: () => 0, d: Symbol('s'), e: 1n, f: new Date(0), g: new Map(), h: /x/ }
  assert.equal(
    (outcome(body) as ReadonlyArray<string>).map((line) => line.slice(0, 3)),
    ['x.a', 'x.b', 'x.c', 'x.d', 'x.e', 'x.f', 'x.g', 'x.h']
  )
  assert.equal(outcome([1, , 2]), ['x.1: nothing: it is missing'])
})

test('a record that looks like an expression is a record', () => {
  for (const _tag of ['Expression', 'Template', 'Literal', 'Bare']) {
    const forged = { _tag, hcl: 'file("/etc/passwd")', refersTo: [], pieces: ['a'], text: 'a', address: 'a.b' }
    assert.equal(outcome({ forged }), { forged })
    assert.equal(outcome({ _tag }), { _tag })
  }
})

test('a value that holds itself is refused where it does', () => {
  const ring: Record<string, unknown> = { name: 'a' }
  ring['self'] = [ring, ring]
  assert.equal(outcome(ring), ['x.self.0: one of those that it stands in', 'x.self.1: one of those that it stands in'])
})

test('a value that stands in two places is written twice', () => {
  const shared = { a: 1 }
  assert.equal(outcome([shared, shared]), [{ a: 1 }, { a: 1 }])
})

test('a value of 64 levels is written, one of more is refused', () => {
  const nested = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 'deep')
  assert.equal(outcome(nested(64)), nested(64))
  for (const levels of [65, 100_000]) assert.match(String(outcome(nested(levels))), /: more levels$/)
})

test('names that JavaScript knows are keys like others', () => {
  const odd = JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2 }') as unknown
  const written = outcome(odd) as object
  assert.equal(Object.keys(written), ['__proto__', 'constructor'])
  assert.equal(Object.getOwnPropertyDescriptor(written, '__proto__')?.value, { a: 1 })
  assert.equal(JSON.stringify(written), '{"__proto__":{"a":1},"constructor":2}')
})

test('plain data of any shape comes back from JSON as it was, but for escapes and normal form', () => {
  const data = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.stringMatching(/^[a-z0-9 ]{0,8}$/),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value'), { maxKeys: 4 })
    )
  })).value
  fc.assert(
    fc.property(data, (value) => {
      assert.equal(JSON.parse(JSON.stringify(outcome(value))), JSON.parse(JSON.stringify(value)))
    }),
    { seed: 20260304, numRuns: 500 }
  )
})

const kinds = 'text, a number, a boolean, a list, a record or an expression'
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inner) => [inner], 1)
const ring: Array<unknown> = []
ring.push(ring)

for (const [title, value, expected, actual] of [
  ['nothing', undefined, kinds, 'nothing: it is missing'],
  ['null', null, kinds, 'null'],
  ['a function', () => 1, kinds, 'a function'],
  ['a date', new Date(0), kinds, '{}'],
  ['a value in itself', ring, 'a value that does not hold itself', 'one of those that it stands in'],
  ['a list in 65 lists', deep(65), 'values that nest at most 64 levels deep', 'more levels'],
  ['half a character', '\ud800', 'text without lone surrogates and without NUL', '"\\ud800"'],
  [
    'a template where a literal belongs',
    literal('${a}'),
    'a literal: this position means the same in every engine only without ${ and %{',
    '"${a}"'
  ],
  ['a number too large', 2 ** 53, 'a number that is exact: an account id and the like are text', '9007199254740992'],
  [
    'one key in two writings',
    { '\u00e9': 1, 'e\u0301': 2 },
    'keys that stay different in Unicode normal form C',
    '"\u00e9" twice'
  ]
] as const)
  test(`${title} cannot be written, and its author reads why`, () => {
    const block = render(value)
    assert.equal(E.isLeft(block) && block.left.map(({ at: _, ...words }) => words), [
      {
        rule: 'writable-value',
        clause: 'J.7.0 §4',
        expected,
        actual,
        remedy: 'Write the value in a form that Terraform JSON can hold without changing it.'
      }
    ])
  })

test.run()
