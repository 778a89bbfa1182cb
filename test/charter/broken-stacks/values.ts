import { bare } from '../../../src/terraform/expression.ts'
import { block, reference, resource } from '../../../src/stack/parts/block.ts'
import { type Because, type BrokenStack, adds, misuses, declares, makes } from '../../support/broken-stack.ts'
import type { Value } from '../../../src/terraform/expression.ts'

const exact: Because = ['writable-value', 'J.7.0 §4 ambiguity']
const complete: Because = ['part-complete', 'J.7.0 §4 ambiguity']

const holding = (title: string, value: unknown, ...more: ReadonlyArray<string>): BrokenStack =>
  adds(title, exact, () => resource('aws_s3_bucket', 'more', { tags: { Purpose: value as Value } }), [
    'block',
    'aws_s3_bucket',
    'more',
    'tags',
    ...more
  ])

const ring = (): object => {
  const inner: { self?: object } = {}
  inner.self = inner
  return inner
}

/** Values that JSON would change, blocks that lead nowhere, and things that are no parts. */
export const valueStacks: ReadonlyArray<BrokenStack> = [
  holding('half a character', 'a\ud800', 'Purpose'),
  holding('a text that ends for others in the middle', 'a\0b', 'Purpose'),
  holding('a number that is not exact', 12345678901234567890, 'Purpose'),
  holding('no number', Number.NaN, 'Purpose'),
  holding('nothing at all', null, 'Purpose'),
  holding('a function', () => 'state', 'Purpose'),
  holding('a date', new Date(0), 'Purpose'),
  holding('a value that holds itself', ring(), 'Purpose', 'self'),
  adds('two keys that become one', exact, () => block('locals', ['keys'], { 'caf\u00e9': 'a', 'cafe\u0301': 'b' }), [
    'block',
    'locals',
    'keys'
  ]),
  adds(
    'a reference to what nobody makes',
    ['references-resolve', 'J.7.0 §4 ambiguity'],
    () => resource('aws_s3_bucket_logging', 'more', { bucket: reference('aws_s3_bucket.other', 'id') }),
    ['block', 'aws_s3_bucket_logging', 'more']
  ),
  adds(
    'an import into what nobody makes',
    ['references-resolve', 'J.7.0 §4 ambiguity'],
    () => block('import', [], { to: bare('aws_s3_bucket.other'), id: 'zenthea-integration-tfstate' }),
    ['block', 'import']
  ),
  adds('a label that is an address', ['block-label', 'J.7.0 §4 ambiguity'], () => block('locals', ['a.b'], 'c'), [
    'block',
    'labels',
    0
  ]),
  adds(
    'a resource without a body',
    ['part-complete', 'J.6.2 §7 defaults'],
    () => resource('aws_s3_bucket', 'more', undefined as unknown as Value),
    ['block', 'body']
  ),
  adds(
    'a block that OpenTofu does not know',
    ['part-complete', 'J.6.2 §7 defaults'],
    () => block('action' as 'data', [], {}),
    ['block', 'type']
  ),
  adds(
    'a part that looks like one',
    complete,
    () => ({ name: 'stateBucket', blocks: { _tag: 'Right', right: () => [] } }),
    ['parts', 5]
  ),
  adds('a part that was not called', complete, () => resource, ['parts', 5]),
  makes('parts that are not a list', complete, () => 'stateBucket', [['parts']]),
  makes('a gap between parts', complete, ([first, ...rest]) => [first, , ...rest], [['parts', 1]]),
  misuses(
    'a part that is called with nothing',
    ['part-complete', 'J.6.2 §7 defaults'],
    'lockTable',
    [[[], undefined]],
    [['lockTable']]
  ),
  declares('a declaration that is a list', ['declaration-complete', 'J.6.2 §7 defaults'], [[[], []]])
]
