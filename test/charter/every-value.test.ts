import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeOf } from '../../src/charter/charter.ts'
import { judgeConfiguration } from '../../src/charter/judge.ts'
import type { Path } from '../../src/diagnostics/diagnostic.ts'
import type { RenderedBlock } from '../../src/terraform/block.ts'
import type { Json } from '../../src/terraform/json.ts'
import { lawInForce } from '../support/broken-stack.ts'
import { changed, gone } from '../support/changed.ts'
import { declaration, renderedBlocks } from '../support/valid-blocks.ts'

const test = suite('every value of a valid stack')

const isRefused = (blocks: ReadonlyArray<RenderedBlock>, rules = lawInForce.rules.configuration): boolean =>
  E.isLeft(judgeConfiguration({ declaration, charter: lawInForce.charter, blocks }, rules))

/** Every value below a body, the body itself left out. */
const pathsOf = (value: unknown, at: Path = []): ReadonlyArray<Path> =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => {
        const here = [...at, Array.isArray(value) ? Number(key) : key]
        return [here, ...pathsOf(item, here)]
      })
    : []

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>>)[key], value)

/** Another value of the same kind: of a number the next, of 35 days and of 12 hours one too many. */
const other = (value: unknown): unknown => {
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return Array.isArray(value) ? [...(value as ReadonlyArray<unknown>), 'x'] : { ...(value as object), x: 'x' }
}

const trust = renderedBlocks.filter((block) => placeOf(block).endsWith('_trust'))

/**
 * Whether one block is refused with another body. Only the two trust policies are judged by what stands beside them, so
 * the other blocks are left out, and with them the rule that would miss them.
 */
const isRefusedAs = (block: RenderedBlock, body: unknown): boolean =>
  isRefused(
    [...trust.filter((each) => each !== block), { ...block, body: body as Json }],
    lawInForce.rules.configuration.filter(({ name }) => name !== 'complete-blocks')
  )

/** The values that may be others, since the author or the operator of the trust chooses them. By hand. */
const free = [
  'aws_dynamodb_table.lock tags',
  'aws_dynamodb_table.lock tags.Purpose',
  'aws_iam_role.automation max_session_duration',
  'aws_iam_role.operator max_session_duration',
  'aws_s3_bucket.state tags',
  'aws_s3_bucket.state tags.Purpose',
  'data.aws_caller_identity.current lifecycle.postcondition.error_message',
  'local.automation_trust Statement.0.Principal.AWS.0',
  'local.automation_trust Statement.0.Sid',
  'local.operator_trust Statement.0.Principal.AWS.0',
  'local.operator_trust Statement.0.Sid',
  'local.operator_trust Statement.1.Sid'
]

/** What may be left out, since somebody who is not trusted needs no words. By hand. */
const optional = [
  'local.automation_trust Statement.0.Sid',
  'local.operator_trust Statement.0',
  'local.operator_trust Statement.0.Sid',
  'local.operator_trust Statement.1',
  'local.operator_trust Statement.1.Sid'
]

for (const [what, change, allowed] of [
  ['changed', other, free],
  ['left out', () => gone, optional]
] as const)
  test(`none may be ${what} but those that are listed here`, () => {
    const passing = renderedBlocks.flatMap((block) =>
      pathsOf(block.body)
        .filter((path) => !isRefusedAs(block, changed(block.body, path, change(valueAt(block.body, path)))))
        .map((path) => `${placeOf(block)} ${path.join('.')}`)
    )
    assert.equal(passing.toSorted(), allowed.toSorted())
  })

test('none may be an expression: a plan reads nothing of a machine', () => {
  const passing = renderedBlocks.flatMap((block) =>
    pathsOf(block.body)
      .filter((path) => !isRefusedAs(block, changed(block.body, path, '${file("key")}')))
      .map((path) => `${placeOf(block)} ${path.join('.')}`)
  )
  assert.equal(passing, [])
})

test('none may stand beside them in a block', () => {
  for (const block of renderedBlocks) assert.is(isRefusedAs(block, changed(block.body, ['planted'], 'x')), true)
})

test('no block may be left out or be another thing than a record', () => {
  for (const block of renderedBlocks) {
    assert.is(isRefused(renderedBlocks.filter((each) => each !== block)), true, placeOf(block))
    for (const body of ['x', 1, true, [], {}, [block.body]])
      assert.is(isRefusedAs(block, body), true, `${placeOf(block)} ${JSON.stringify(body)}`)
  }
})

test('as they are, none of them is refused', () => {
  assert.is(isRefused(renderedBlocks), false)
  for (const block of renderedBlocks) assert.is(isRefusedAs(block, block.body), false, placeOf(block))
})

test('no block may stand twice', () => {
  const twice = renderedBlocks.filter((block) => !isRefused([...renderedBlocks, block]))
  assert.equal(twice, [])
})

test.run()
