import * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import { guarded, named } from '../../diagnostics/named.ts'
import { shown } from '../../diagnostics/shown.ts'
import { type Part, part, whereIn } from '../part.ts'
import { type BlockType, blockTypes } from '../../terraform/block.ts'
import { type Expression, type Value, attribute, expression } from '../../terraform/expression.ts'

const Label = named(
  {
    rule: 'block-label',
    clause: 'J.7.0 §4',
    expected: 'a label of ASCII letters, digits, _ and -, beginning with a letter or _',
    remedy: 'Rename the block; OpenTofu takes other letters too, but not every tool that reads its files does.'
  },
  (text) => /^[A-Za-z_][A-Za-z0-9_-]*$/.test(text)
)

const Body = guarded<Value>(
  {
    rule: 'part-complete',
    clause: 'J.6.2 §7',
    expected: 'the body of the block',
    remedy: 'Write the body; {} is an empty one.'
  },
  (value): value is Value => value !== undefined && value !== null
)

const Options = closed('{ type, labels, body }', {
  type: t.keyof(
    Object.fromEntries(blockTypes.map((type) => [type, null])) as Record<BlockType, null>,
    'a block type of OpenTofu'
  ),
  labels: t.readonlyArray(Label, 'a list of labels'),
  body: Body
})

/**
 * Any block of a root module. It is there for later phases: what the phase in force does not authorise is refused by
 * its charter, however it was written. A string of the body is text; what refers to a resource is a `reference`.
 */
export const block = (
  ...[type, labels, body, ...others]: [type: BlockType, labels: ReadonlyArray<string>, body: Value]
): Part<'block'> =>
  part(
    'block',
    Options,
    [{ type, labels, body }, ...others],
    (options) => [options],
    (at) => ({ at: [...at, ...stepsOf(type, labels)], value: body })
  )

/** The steps to a block, of those of its names that are texts: what an author wrote may be anything. */
const stepsOf = (type: BlockType, labels: unknown): ReadonlyArray<string> => {
  const names: ReadonlyArray<unknown> = Array.isArray(labels) ? labels.slice(0, 2) : []
  const isText = (name: unknown): name is string => typeof name === 'string'
  return whereIn({ type, labels: names.filter(isText) }).filter((step) => isText(step))
}

/** Any resource: `resource('aws_s3_bucket', 'name', { … })`. See `block`. */
export const resource = (...[type, name, ...rest]: [type: string, name: string, body: Value]): Part<'block'> =>
  block('resource', [type, name], ...rest)

/** Any data source: `dataSource('aws_region', 'current', {})`. See `block`. */
export const dataSource = (...[type, name, ...rest]: [type: string, name: string, body: Value]): Part<'block'> =>
  block('data', [type, name], ...rest)

/**
 * An attribute of another block of this stack: `reference('aws_s3_bucket.state', 'id')`. Anything but names, dots and
 * whole indices refers to what no stack has, and so is refused with the stack: an expression is never made of text.
 */
export const reference = (address: string, name: string): Expression =>
  isTraversal(address) && isTraversal(name)
    ? attribute(address, name)
    : expression('null', [`${shown(address)}.${shown(name)}`])

const isTraversal = (text: unknown): boolean =>
  typeof text === 'string' && /^[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*|\[\d+\])*$/.test(text)
