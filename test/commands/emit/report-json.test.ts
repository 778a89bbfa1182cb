import { digest as digestOf } from '../../support/kinds.ts'
import fc from 'fast-check'
import * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { HELP } from '../../../src/commands/emit/help.ts'
import { reportJson } from '../../../src/commands/emit/report-json.ts'
import type { Done, Refused, Report } from '../../../src/commands/emit/report.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { anyText } from '../../support/any-text.ts'

const test = suite('report json')

const digest = digestOf<'the emitted file'>('ab'.repeat(32))

const done: Done = {
  check: true,
  results: [
    {
      path: 'out/a/main.tf.json',
      status: 'differs',
      source: 'stacks/a.ts',
      resources: 24,
      sha256: digest,
      diff: '-a\n+b\n'
    },
    {
      path: 'out/z/main.tf.json',
      status: 'belongs to no stack',
      source: undefined,
      resources: undefined,
      sha256: undefined,
      diff: undefined
    }
  ],
  refusals: [],
  failures: [
    { _tag: 'SystemRefused', action: 'read', path: 'out/a', code: 'EACCES', message: 'EACCES: words' },
    { _tag: 'WrongKind', path: 'out', expected: 'folder', found: 'symbolic link' }
  ],
  accepted: [{ source: 'stacks/a.ts', awsProvider: '6.66.0', proof: 'checked against its schema, not run' }]
}

const refused: Refused = {
  check: true,
  results: [],
  refusals: [
    {
      source: 'stacks/b.ts',
      problems: [
        {
          rule: 'state-key',
          clause: 'J.6.2 §4',
          at: ['parts', 2, 'key'],
          expected: 'this',
          actual: 'that',
          remedy: 'write this'
        },
        {
          rule: 'stack-file-parses',
          clause: 'J.7.0 §4',
          source: 'stacks/shared/c.ts',
          place: { line: 3, column: 1 },
          expected: 'a module',
          actual: 'a comma too many',
          remedy: 'take it out'
        },
        {
          rule: 'stack-file-exists',
          clause: 'J.7.0 §4',
          source: 'stacks/b.ts',
          place: undefined,
          expected: 'a file',
          actual: 'none',
          remedy: 'write it'
        }
      ]
    }
  ],
  failures: [],
  accepted: []
}

test('version 1, key by key', () => {
  assert.equal(JSON.parse(reportJson(done)), {
    version: 1,
    mode: 'check',
    exitCode: 1,
    files: [
      {
        path: 'out/a/main.tf.json',
        status: 'differs',
        source: 'stacks/a.ts',
        resources: 24,
        sha256: digest,
        diff: '-a\n+b\n'
      },
      {
        path: 'out/z/main.tf.json',
        status: 'belongs to no stack',
        source: null,
        resources: null,
        sha256: null,
        diff: null
      }
    ],
    problems: [],
    accepted: [{ source: 'stacks/a.ts', awsProvider: '6.66.0', proof: 'checked against its schema, not run' }],
    failures: [
      {
        path: 'out/a',
        action: 'read',
        code: 'EACCES',
        message: 'cannot read out/a: EACCES: words',
        remedy: 'Give yourself the right to it, or run as the user who owns the project.',
        word: 'system-refused'
      },
      {
        path: 'out',
        action: null,
        code: null,
        message: 'out is a symbolic link, where a folder belongs; it was left alone',
        remedy: 'Look at what it is, move it away, and run emit again: it makes the folder itself.',
        word: 'wrong-kind'
      }
    ]
  })
})

test('version 1, key by key, of a run that refuses a stack', () => {
  const problem = { source: 'stacks/b.ts', at: null, file: null, line: null, column: null }
  assert.equal(JSON.parse(reportJson(refused)), {
    version: 1,
    mode: 'check',
    exitCode: 1,
    files: [],
    problems: [
      {
        ...problem,
        rule: 'state-key',
        clause: 'J.6.2 §4',
        at: ['parts', 2, 'key'],
        expected: 'this',
        actual: 'that',
        remedy: 'write this',
        also: [],
        more: 0
      },
      {
        ...problem,
        rule: 'stack-file-parses',
        clause: 'J.7.0 §4',
        file: 'stacks/shared/c.ts',
        line: 3,
        column: 1,
        expected: 'a module',
        actual: 'a comma too many',
        remedy: 'take it out',
        also: [],
        more: 0
      },
      {
        ...problem,
        rule: 'stack-file-exists',
        clause: 'J.7.0 §4',
        file: 'stacks/b.ts',
        expected: 'a file',
        actual: 'none',
        remedy: 'write it',
        also: [],
        more: 0
      }
    ],
    accepted: [],
    failures: []
  })
})

test('--help names every key', () => {
  const { files, accepted, failures, problems: _, ...rest } = JSON.parse(reportJson(done))
  const { problems } = JSON.parse(reportJson(refused))
  const keys = [rest, files[0], problems[0], accepted[0], failures[0]].map((item: object) =>
    Object.keys(item).join(', ')
  )
  assert.is(keys[0], 'version, mode, exitCode')
  for (const list of keys.slice(1)) assert.match(HELP, `[{ ${list} }]`)
})

test('a run without anything in its way is exit code 0 in mode write', () => {
  const results: Report['results'] = [
    { path: 'out/a', source: 'stacks/a.ts', resources: 24, sha256: digest, status: 'written', diff: undefined }
  ]
  const written: Report = { check: false, results, refusals: [], failures: [], accepted: [] }
  assert.equal(Object.entries(JSON.parse(reportJson(written))).slice(0, 3), [
    ['version', 1],
    ['mode', 'write'],
    ['exitCode', 0]
  ])
})

test('what a terminal would obey is written out, and reads back as it was', () => {
  const Actual = t.type({ problems: t.array(t.type({ actual: t.string })) })
  fc.assert(
    fc.property(anyText({ maxLength: 60 }), (actual) => {
      const problem: Diagnostic = { rule: 'r', clause: 'J.7.0 §4', at: [], expected: '', actual, remedy: '' }
      const text = reportJson({ ...refused, refusals: [{ source: 'stacks/a.ts', problems: [problem] }] })
      const back: unknown = JSON.parse(text)
      return (
        !/[^\n\x20-\x7e\u00a0-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/u.test(text) &&
        Actual.is(back) &&
        back.problems[0]?.actual === actual
      )
    }),
    { seed: 3, numRuns: 200 }
  )
})

test('a mark that turns the direction, and one beyond the first plane, are written out', () => {
  const problem: Diagnostic = {
    rule: 'r',
    clause: 'J.7.0 §4',
    at: [],
    expected: '',
    actual: '\u202e\u{e0041}\x9b',
    remedy: ''
  }
  assert.match(
    reportJson({ ...refused, refusals: [{ source: 'stacks/a.ts', problems: [problem] }] }),
    '"\\u202e\\udb40\\udc41\\u009b"'
  )
})

test.run()
