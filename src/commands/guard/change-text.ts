import { lookedUp } from '../../diagnostics/record.ts'
import type { AttributeChange, Side } from '../../plan/attribute-changes.ts'
import { attributeChanges } from '../../plan/attribute-changes.ts'
import type { Change, ResourceChange } from '../../plan/plan-form.ts'
import { own } from '../../plan/value.ts'
import type { Colour } from '../../command-line/terminal.ts'
import { redacted } from '../../charter/redacted.ts'
import { printable } from '../../command-line/printable.ts'

/** How much of one value is shown: enough to know it again. */
const LIMIT = 48

/** One line of the table: a sign, its colour, the address, and what becomes of it. */
export type Row = {
  readonly sign: string
  readonly colour: Colour
  readonly address: string
  readonly what: ReadonlyArray<string>
}

const documents: ReadonlySet<string> = new Set(['policy', 'assume_role_policy'])

const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return '(none)'
  const text = redacted(typeof value === 'string' ? value : JSON.stringify(value))
  if (text === '') return '""'
  return text.length <= LIMIT ? printable(text) : `${printable(text.slice(0, LIMIT))}…`
}

const sideText = (side: Side): string => {
  switch (side._tag) {
    case 'Value':
      return valueText(side.value)
    case 'Sensitive':
      return '(sensitive)'
    case 'KnownAfterApply':
      return '(known after apply)'
    default:
      return side satisfies never
  }
}

const attributeText = ({ path, before, after }: AttributeChange): string => {
  if (!documents.has(path)) return redacted(`${printable(path)}: ${sideText(before)} → ${sideText(after)}`)
  return `${path}: another document${after._tag === 'KnownAfterApply' ? ' (known after apply)' : ', see below'}`
}

/** The attributes for whose sake a resource is replaced; all others are new then. */
const forcing = (change: Change): ReadonlyArray<AttributeChange> => {
  const paths = (change.replace_paths ?? []).map((path) => (Array.isArray(path) ? String(path[0]) : ''))
  return attributeChanges(change).filter(({ path }) => paths.includes(path.split('.')[0] ?? path))
}

/** What a new resource is called; its other attributes are in the reviewed file. */
const newName = ({ after }: Change): string => {
  const name = ['name', 'bucket', 'role_name'].map((key) => own(after, key)).find((value) => typeof value === 'string')
  return typeof name === 'string' ? `new: ${printable(name, LIMIT)}` : 'new'
}

const whatOf = ({ change, previous_address }: ResourceChange): ReadonlyArray<string> => {
  const action = change.actions.join(',')
  const adopted = change.importing === undefined ? [] : [`adopts ${printable(change.importing.id ?? '?', LIMIT)}`]
  const moved = previous_address === undefined ? [] : [`was ${printable(previous_address)}`]
  const attributes = action === 'update' ? attributeChanges(change) : forcing(change)
  const words: Readonly<Record<string, string>> = {
    create: newName(change),
    delete: 'would be deleted',
    forget: 'would stay in AWS and leave the state',
    read: 'would be read only while applying'
  }
  const word = lookedUp(words, action)
  return [...adopted, ...moved, ...(word === undefined ? [] : [word]), ...attributes.map(attributeText)]
}

const signs: Readonly<Record<string, readonly [string, Colour]>> = {
  'no-op': ['', 'cyan'],
  create: ['+', 'green'],
  read: ['<=', 'cyan'],
  update: ['~', 'yellow'],
  delete: ['-', 'red'],
  forget: ['.', 'red'],
  'delete,create': ['-/+', 'red'],
  'create,delete': ['+/-', 'red']
}

/** A change as a line of the table. A resource that stays as it is and is in the state already has no line. */
export const rowOf = (change: ResourceChange): ReadonlyArray<Row> => {
  const what = whatOf(change)
  const [sign, colour] = signs[change.change.actions.join(',')] ?? ['?', 'red' as const]
  const isImport = change.change.importing !== undefined
  if (sign === '' && what.length === 0) return []
  const words = [...(isImport ? ['import'] : []), ...(change.previous_address === undefined ? [] : ['moved']), sign]
  return [{ sign: words.join(' ').trim(), colour, address: change.address, what }]
}
