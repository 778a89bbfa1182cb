import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { emitStacks } from '../../src/stack/emit.ts'
import { reference, resource } from '../../src/stack/parts/block.ts'
import { stateBucket } from '../../src/stack/parts/state-bucket.ts'
import { type Options, loaded, partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

const test = suite('what is sensitive in a stack that has other problems too')

const ILLNESS = 'Diagnose E11.9'

const problemsOf = (declaration: unknown, parts: unknown): ReadonlyArray<Diagnostic> => {
  const [emitted] = emitStacks([loaded(declaration, parts)])
  return emitted !== undefined && E.isLeft(emitted.file) ? emitted.file.left : []
}

const sensitive = (problems: ReadonlyArray<Diagnostic>): ReadonlyArray<Diagnostic> =>
  problems.filter(({ rule }) => rule === 'sensitive-values')

const pathsOf = (problems: ReadonlyArray<Diagnostic>): ReadonlyArray<string> =>
  problems.map(({ at = [] }) => at.join('.')).toSorted()

const withTags = (tags: unknown): Options => ({ ...validOptions, stateBucket: { ...validOptions.stateBucket, tags } })

/** What keeps a stack from having blocks: a mistake in the declaration, in another part, and in the same part. */
const mistakes: Readonly<Record<string, (options: Options) => readonly [declaration: unknown, parts: unknown]>> = {
  'an account of 11 digits': (options) => [{ ...validDeclaration, account: '02960826475' }, partsWith(options)],
  'no declaration': (options) => [undefined, partsWith(options)],
  'an unknown field': (options) => [{ ...validDeclaration, colour: 'blue' }, partsWith(options)],
  'a billing that is not authorised': (options) => [
    validDeclaration,
    partsWith({ ...options, lockTable: { ...validOptions.lockTable, billing: 'PROVISIONED' } })
  ],
  'an item that is not a part': (options) => [validDeclaration, [...partsWith(options), 'lockTable']],
  'a versioning that is not authorised': (options) => [
    validDeclaration,
    partsWith({ ...options, stateBucket: { ...(options.stateBucket as object), versioning: 'Suspended' } })
  ]
}

for (const [what, mistake] of Object.entries(mistakes))
  test(`beside ${what} it is told once, where and as it is told alone`, () => {
    const options = withTags({ Purpose: ILLNESS })
    const [alone, ...others] = sensitive(problemsOf(validDeclaration, partsWith(options)))
    assert.equal([alone?.at, others], [['stateBucket', 'tags', 'Purpose'], []])
    const problems = problemsOf(...mistake(options))
    assert.equal(sensitive(problems), [alone])
    assert.equal(problems.length, problemsOf(...mistake(validOptions)).length + 1)
  })

test('each text of each part is looked at, and one text is one problem', () => {
  const declaration = { ...validDeclaration, environment: 'Integration' }
  const path = ['operatorRole', 'trust', 'roles', 0]
  const role = 'AKIAIOSFODNN7EXAMPLA'
  const options = {
    ...withTags({ Purpose: ILLNESS, Owner: 'jane.doe@zenthea.eu' }),
    lockTable: { ...validOptions.lockTable, tags: { Purpose: ILLNESS }, dbPassword: 'winter' },
    operatorRole: { ...validOptions.operatorRole, trust: { ...validOptions.operatorRole.trust, roles: [role] } }
  }
  const problems = problemsOf(declaration, partsWith(options))
  assert.equal(pathsOf(sensitive(problems)), [
    'lockTable.dbPassword',
    'lockTable.tags.Purpose',
    path.join('.'),
    'stateBucket.tags.Owner',
    'stateBucket.tags.Purpose'
  ])
  assert.equal(new Set(pathsOf(problems)).size, problems.length)
  assert.not.match(JSON.stringify(problems), /E11\.9|jane\.doe|winter|AKIAIOSFODNN7EXAMPLA/)
})

test('a tag of the declaration is told beside a tag that is malformed, and a malformed field itself', () => {
  const problems = problemsOf(
    {
      ...validDeclaration,
      tags: { Purpose: ILLNESS, Team: 7 },
      environment: 'Patient: Jane Doe',
      dbPassword: 'winter'
    },
    partsWith(validOptions)
  )
  assert.equal(pathsOf(sensitive(problems)), ['dbPassword', 'environment', 'tags.Purpose'])
  assert.equal(new Set(pathsOf(problems)).size, problems.length, pathsOf(problems).join())
})

test('a block is looked at by the path of its author, and a reference is not taken for a value', () => {
  const topic = resource('aws_sns_topic', 'alerts', {
    name: ILLNESS,
    password: reference('aws_kms_secrets.a', 'plaintext')
  })
  const parts = [...partsWith(validOptions), topic]
  const alone = sensitive(problemsOf(validDeclaration, parts))
  assert.equal(pathsOf(alone), ['block.aws_sns_topic.alerts.name'])
  assert.equal(sensitive(problemsOf({ ...validDeclaration, account: '1' }, parts)), alone)
})

test('what is harmless in a stack stays so beside a mistake', () => {
  for (const mistake of Object.values(mistakes)) assert.equal(sensitive(problemsOf(...mistake(validOptions))), [])
})

test('a value that nests for ever, or stands in itself, is not followed for ever', () => {
  const ring: Record<string, unknown> = { Purpose: ILLNESS }
  ring['again'] = ring
  const list: Array<unknown> = []
  list.push(list, list, list)
  const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ inner }), ILLNESS)
  for (const tags of [ring, { list }, { deep }])
    assert.ok(problemsOf(validDeclaration, [stateBucket({ ...validOptions.stateBucket, tags } as never)]).length > 0)
})

test('a value is looked at in a hundred levels, and not behind them', () => {
  const nested = (levels: number): unknown =>
    Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), { Purpose: ILLNESS })
  const told = (levels: number): ReadonlyArray<Diagnostic> =>
    sensitive(problemsOf(validDeclaration, [stateBucket({ tags: nested(levels - 2) } as never)]))
  assert.is(told(100).length, 1)
  assert.equal(told(101), [])
})

test('the accounts that a refused declaration names may stand anywhere, where they are accounts', () => {
  const account = '860957427190'
  const told = (changes: object): ReadonlyArray<string> =>
    pathsOf(
      sensitive(
        problemsOf({ ...validDeclaration, ...changes }, [
          stateBucket({ tags: { Purpose: `Steuer-ID ${account}` } } as never)
        ])
      )
    )
  for (const named of [{ account }, { trustedAccounts: [account] }, { trustedAccounts: [7, account] }])
    assert.equal(told(named), [], JSON.stringify(named))
  for (const other of [
    {},
    { trustedAccounts: account },
    { trustedAccounts: [account.slice(1)] },
    { operatorRole: account }
  ])
    assert.ok(told(other).includes('stateBucket.tags.Purpose'), JSON.stringify(other))
})

test.run()
