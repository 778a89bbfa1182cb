import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { closed } from '../../src/diagnostics/closed.ts'
import { type Meaning, decode, meaning, meaningOf } from '../../src/diagnostics/decode.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

const test = suite('decode')

const otherwise: Meaning = { rule: 'otherwise', clause: 'J.7.0 §4', remedy: 'Look it up.' }
const port: Meaning = { rule: 'port', clause: 'J.7.0 §5', expected: 'a port', remedy: 'Write a port.' }
const host: Meaning = { rule: 'host', clause: 'J.7.0 §6', remedy: 'Write a host.' }

const Port = meaning(
  new t.Type<number>('port', t.number.is, (value, context) => t.number.validate(value, context), t.identity),
  port
)
const Host = meaning(closed('a host', { name: t.string, port: Port }), host)
const Config = closed('a configuration', {
  hosts: t.readonlyArray(Host, 'a list of hosts'),
  port: Port,
  note: t.string
})

const problems = (value: unknown): ReadonlyArray<Diagnostic> => {
  const decoded = decode(Config, value, ['config'], otherwise)
  return E.isLeft(decoded) ? decoded.left : []
}

const valid = { hosts: [{ name: 'a', port: 1 }], port: 2, note: '' }

test('what is valid comes through', () => {
  assert.equal(decode(Config, valid, [], otherwise), E.right(valid))
})

test('a value with a meaning of its own is refused with it, at its place', () => {
  assert.equal(problems({ ...valid, port: 'x' }), [
    {
      rule: 'port',
      clause: 'J.7.0 §5',
      at: ['config', 'port'],
      expected: 'a port',
      actual: '"x"',
      remedy: 'Write a port.'
    }
  ])
})

test('one without is refused with the meaning of what it stands in, in the words of its own type', () => {
  const [problem] = problems({ ...valid, hosts: [...valid.hosts, { name: 7, port: 1 }] })
  assert.equal(problem, {
    rule: 'host',
    clause: 'J.7.0 §6',
    at: ['config', 'hosts', 1, 'name'],
    expected: 'string',
    actual: '7',
    remedy: 'Write a host.'
  })
})

test('or with the meaning that stands for all others', () => {
  const [problem] = problems({ ...valid, note: 7 })
  assert.equal(problem?.rule, 'otherwise')
  assert.equal(problem?.remedy, 'Look it up.')
})

test('of two meanings, one in the other, the inner one is said', () => {
  const [problem] = problems({ ...valid, hosts: [{ name: 'a', port: 'x' }] })
  assert.equal([problem?.rule, problem?.expected], ['port', 'a port'])
})

test('what is missing is said to be missing, and that nothing has a default', () => {
  const [problem] = problems({ hosts: [], port: 1 })
  assert.equal(problem, {
    rule: 'otherwise',
    clause: 'J.7.0 §4',
    at: ['config', 'note'],
    expected: 'string',
    actual: 'nothing: it is missing',
    remedy: 'Write it out; nothing has a default (J.6.2 §7).'
  })
})

test('what is not known is said to be too much', () => {
  const [problem] = problems({ ...valid, hosts: [{ name: 'a', port: 1, zone: 'b' }] })
  assert.equal(problem, {
    rule: 'host',
    clause: 'J.7.0 §6',
    at: ['config', 'hosts', 0, 'zone'],
    expected: 'nothing: it is not authorised here',
    actual: '"b"',
    remedy: 'Remove it, or correct its spelling.'
  })
})

test('all that is wrong is said at once, in the order of the codec', () => {
  const found = problems({ hosts: [{ port: 'x' }, 5], port: null, x: 1 })
  assert.equal(
    found.map((problem) => (problem.at ?? []).join('.')),
    ['config.hosts.0.name', 'config.hosts.0.port', 'config.hosts.1', 'config.port', 'config.note', 'config.x']
  )
})

test('the value as a whole is at the path that was given', () => {
  const [problem] = problems('text')
  assert.equal(problem && 'at' in problem && problem.at, ['config'])
  assert.is(problem?.actual, '"text"')
})

test('indices that unions and intersections add are left out of a path', () => {
  const Both = t.intersection([t.type({ a: t.type({ b: t.number }) }), t.type({ c: t.union([t.string, t.number]) })])
  const decoded = decode(Both, { a: { b: 'x' }, c: true }, [], otherwise)
  const paths = E.isLeft(decoded) ? decoded.left.map((problem) => ('at' in problem ? problem.at : [])) : []
  assert.equal(paths, [['a', 'b'], ['c'], ['c']])
})

test('an index is a number, and a key that looks like one is not', () => {
  const decoded = decode(t.record(t.string, t.tuple([t.string, t.number])), { 7: ['a', 'b'] }, [], otherwise)
  const [problem] = E.isLeft(decoded) ? decoded.left : []
  assert.equal(problem && 'at' in problem && problem.at, ['7', 1])
})

test('a codec keeps its meaning, and one without has none', () => {
  assert.is(meaningOf(Port), port)
  assert.is(meaningOf(t.string), undefined)
})

test('of very many problems the first thousand are told, and how many more there are', () => {
  const told = (count: number): ReadonlyArray<Diagnostic> => {
    const decoded = decode(
      t.readonlyArray(Port),
      Array.from({ length: count }, (_, index) => String(index)),
      [],
      otherwise
    )
    return E.isLeft(decoded) ? decoded.left : []
  }
  assert.is(told(1_000).length, 1_000)
  assert.is(told(1_000).at(-1)?.actual, '"999"')
  assert.is(told(1_003).length, 1_001)
  assert.equal(
    told(1_003)
      .slice(-2)
      .map(({ actual }) => actual),
    ['"999"', '3 more']
  )
})

test('the last line says where the others are, by the rule that holds for all', () => {
  const decoded = decode(t.readonlyArray(t.string), Array(1_002).fill(7), ['here'], otherwise)
  assert.equal(E.isLeft(decoded) && decoded.left.at(-1), {
    rule: 'otherwise',
    clause: 'J.7.0 §4',
    at: ['here'],
    expected: 'no more than the 1000 problems that are listed one by one',
    actual: '2 more',
    remedy: 'Correct these first, and run it again.'
  })
})

test('a field that is misspelt deep inside is told once, with the name that was meant', () => {
  assert.equal(problems({ ...valid, hosts: [{ nam: 'a', port: 1 }] }), [
    {
      rule: 'host',
      clause: 'J.7.0 §6',
      at: ['config', 'hosts', 0, 'nam'],
      expected: 'the field name',
      actual: '"nam", which is not a field here',
      remedy: 'Write name for nam.'
    }
  ])
})

test('a record or a list that is another value is told in its form', () => {
  for (const [value, at, expected, remedy] of [
    [{ ...valid, hosts: 'a' }, 'config.hosts', 'a list of hosts', 'Write a list here, between [ and ], also of one.'],
    [{ ...valid, hosts: ['a'] }, 'config.hosts.0', 'a host', 'Write one object here, its fields between { and }.'],
    [{ ...valid, hosts: [[]] }, 'config.hosts.0', 'a host', 'Write one object here, its fields between { and }.'],
    [
      { ...valid, note: undefined },
      'config.note',
      'string',
      'Write a value that is always there; nothing has a default (J.6.2 §7).'
    ],
    [{ ...valid, note: ['a'] }, 'config.note', 'string', 'Look it up.']
  ] as const)
    assert.equal(
      problems(value).map((problem) => [problem.at?.join('.'), problem.expected, problem.remedy]),
      [[at, expected, remedy]]
    )
})

test('a codec that fails without an error refuses the whole value', () => {
  const silent = new t.Type<never>(
    'silent',
    (_): _ is never => false,
    () => t.failures([]),
    t.identity
  )
  const decoded = decode(silent, 'x', ['here'], otherwise)
  const told = E.isLeft(decoded) ? decoded.left : []
  assert.equal(
    told.map((problem) => [problem.rule, 'at' in problem && problem.at, problem.actual]),
    [['otherwise', ['here'], '"x"']]
  )
})

test.run()
