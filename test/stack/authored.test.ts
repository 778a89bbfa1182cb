import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic, Path } from '../../src/diagnostics/diagnostic.ts'
import { authored, byPlace, onceEach, placed } from '../../src/stack/authored.ts'
import { foundationBlocks } from '../../src/stack/parts/foundation.ts'
import { changedAll } from '../support/changed.ts'
import { declaration, right } from '../support/valid-blocks.ts'
import { type Options, partsWith, validOptions } from '../support/valid-stack.ts'

const test = suite('a place of a block, as the author wrote it')

const blocksOf = (options: Options) => [
  ...foundationBlocks(declaration),
  ...partsWith(options).flatMap(({ blocks }) => right(blocks)(declaration))
]
const asWritten = authored(blocksOf(validOptions))

/** Each place in the blocks with the option that it was made from. Where a whole part is meant, its name stands alone. */
const places: ReadonlyArray<readonly [at: Path, written: Path]> = [
  [
    ['provider', 'aws', 'default_tags', 'tags', 'Environment'],
    ['tags', 'Environment']
  ],
  [['provider', 'aws', 'allowed_account_ids', 0], ['account']],
  [
    ['provider', 'aws', 'region'],
    ['region', 'aws']
  ],
  [['stateBucket', 'locals', 'state_bucket_policy', 'Statement', 0], ['stateBucket']],
  [
    ['stateBucket', 'aws_s3_bucket', 'state', 'tags', 'Purpose'],
    ['stateBucket', 'tags', 'Purpose']
  ],
  [['stateBucket', 'aws_s3_bucket', 'state', 'bucket'], ['stateBucket']],
  [['stateBucket', 'aws_s3_bucket_versioning', 'state', 'versioning_configuration'], ['stateBucket']],
  [['stateBucket', 'import', 'id'], ['stateBucket']],
  [
    ['lockTable', 'aws_dynamodb_table', 'lock', 'tags', 'Purpose'],
    ['lockTable', 'tags', 'Purpose']
  ],
  [
    ['lockTable', 'aws_dynamodb_table', 'lock', 'billing_mode'],
    ['lockTable', 'billing']
  ],
  [
    ['lockTable', 'aws_dynamodb_table', 'lock', 'point_in_time_recovery', 'recovery_period_in_days'],
    ['lockTable', 'pointInTimeRecoveryDays']
  ],
  [['lockTable', 'aws_dynamodb_table', 'lock', 'point_in_time_recovery', 'enabled'], ['lockTable']],
  [
    ['lockTable', 'aws_dynamodb_table', 'lock', 'deletion_protection_enabled'],
    ['lockTable', 'deletionProtection']
  ],
  [['lockTable', 'import', 'to'], ['lockTable']],
  [['permissionsBoundary', 'locals', 'boundary_policy', 'Statement', 2, 'Action'], ['permissionsBoundary']],
  [['permissionsBoundary', 'aws_iam_policy', 'boundary', 'name'], ['permissionsBoundary']],
  ...(['operator', 'automation'] as const).flatMap((kind): ReadonlyArray<readonly [at: Path, written: Path]> => {
    const part = `${kind}Role`
    const trust = [part, 'locals', `${kind}_trust`]
    return [
      [
        [...trust, 'Version'],
        [part, 'trust']
      ],
      [
        [...trust, 'Statement', 0, 'Sid'],
        [part, 'trust', 'roles']
      ],
      [
        [...trust, 'Statement', 0, 'Principal', 'AWS', 0],
        [part, 'trust', 'roles', 0]
      ],
      [[part, 'locals', `${kind}_policy`, 'Statement', 1, 'Action', 0], [part]],
      [[part, 'aws_iam_role', kind, 'path'], [part]],
      [
        [part, 'aws_iam_role', kind, 'max_session_duration'],
        [part, 'sessionHours']
      ],
      [[part, 'aws_iam_role_policy', kind, 'policy'], [part]],
      [[part, 'aws_iam_role_policies_exclusive', kind, 'policy_names', 0], [part]],
      [[part, 'aws_iam_role_policy_attachments_exclusive', kind, 'policy_arns'], [part]]
    ]
  })
]
for (const [at, written] of places)
  test(`${at.join('.')} is ${written.join('.')}`, () => {
    assert.equal(asWritten(at), written)
  })

test('each statement about users is their group, after the one about roles where there is one', () => {
  const group = { account: '029608264753', path: '/night/', mfaMaxAgeSeconds: 900 }
  const { users } = validOptions.operatorRole.trust
  for (const [roles, first] of [
    [validOptions.operatorRole.trust.roles, 1],
    [[], 0]
  ] as const) {
    const options = changedAll(validOptions, [[['operatorRole', 'trust'], { roles, users: [...users, group] }]])
    const written = authored(blocksOf(options as Options))
    for (const index of [0, 1]) {
      const at = ['operatorRole', 'locals', 'operator_trust', 'Statement', first + index]
      const from = ['operatorRole', 'trust', 'users', index]
      assert.equal(written([...at, 'Condition', 'Bool', 'aws:MultiFactorAuthPresent']), from)
      assert.equal(written([...at, 'Principal', 'AWS', 0]), [...from, 'account'])
      assert.equal(written([...at, 'Condition', 'ArnLike', 'aws:PrincipalArn']), [...from, 'path'])
      assert.equal(written([...at, 'Condition', 'NumericLessThan', 'aws:MultiFactorAuthAge']), [
        ...from,
        'mfaMaxAgeSeconds'
      ])
    }
  }
})

test('what no part made stays as it is, also beside a block of a part', () => {
  for (const at of [
    ['account'],
    ['parts', 0],
    ['terraform', 'backend', 's3', 'key'],
    ['provider', 'aws', 'default_tags'],
    ['data', 'aws_caller_identity', 'current', 'lifecycle'],
    ['stateBucket', 'aws_s3_bucket', 'other', 'tags', 'Purpose'],
    ['stateBucket', 'tags', 'Purpose']
  ])
    assert.equal(asWritten(at), at)
})

const problem = (rule: string, at?: Path, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule,
  clause: 'J.7.0 §4',
  at,
  expected: 'one thing',
  actual: 'another',
  remedy: 'Correct it.',
  ...more
})

test('a problem is told with the line of what it is about; one of a file, or of nothing written, stays as it is', () => {
  const [whole, account] = [
    { line: 3, column: 16 },
    { line: 5, column: 12 }
  ]
  const told = placed('stacks/a-eu.ts', [
    [[], whole],
    [['account'], account]
  ])
  assert.equal(told(problem('a', ['account'])), problem('a', ['account'], { source: 'stacks/a-eu.ts', place: account }))
  assert.equal(told(problem('a', [])), problem('a', [], { source: 'stacks/a-eu.ts', place: whole }))
  for (const other of [problem('a'), problem('a', ['account'], { source: 'stacks/b-eu.ts' })])
    assert.is(told(other), other)
  const [unread, missing] = [problem('a', ['account']), problem('a', ['tags'])]
  assert.is(placed('stacks/a-eu.ts', [])(unread), unread)
  assert.is(placed('stacks/a-eu.ts', [[['account'], account]])(missing), missing)
})

test('of the problems of one value the first is told, or else that it may not be known', () => {
  const [key, same, secret] = [
    problem('state-key', ['backend', 'key']),
    problem('own-state-key', ['backend', 'key']),
    problem('sensitive-values', ['backend', 'key'])
  ]
  const [elsewhere, part, stack] = [problem('residency', ['region', 'aws']), problem('b', ['backend']), problem('c')]
  assert.equal(onceEach([key, elsewhere, same, part]), [key, elsewhere, part])
  assert.equal(onceEach([key, secret, same]), [secret])
  assert.equal(onceEach([secret, key]), [secret])
  assert.is(onceEach([key, secret, { ...secret }]).length, 1)
  const ofNoValue = [key, part, { ...part, rule: 'd' }, stack, { ...stack, rule: 'e' }] as const
  assert.equal(onceEach(ofNoValue), ofNoValue)
})

test('problems are told in the order of the file: line, then column, and one without a place last', () => {
  const at = (line: number, column: number) => problem('a', [], { place: { line, column } })
  const inOrder = [at(2, 9), at(10, 1), at(10, 3), problem('a')]
  for (const [before, one] of inOrder.entries())
    for (const [after, other] of inOrder.entries())
      assert.is(byPlace.compare(one, other), Math.sign(before - after), `${before} and ${after}`)
})

test.run()
