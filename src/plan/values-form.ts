import * as t from 'io-ts'
import { closedRecord } from '../diagnostics/closed.ts'

export const Natural = t.refinement(
  t.number,
  (number) => Number.isSafeInteger(number) && number >= 0,
  'a whole number from 0'
)

const isMarks = (value: unknown): boolean =>
  typeof value === 'boolean' || (typeof value === 'object' && value !== null && Object.values(value).every(isMarks))

/** The parts of a value that are sensitive or not known. Each of them is true, in lists and objects like the value's own. */
export const Marks = t.refinement(t.unknown, isMarks, 'marks of true and false')

const StateResource = closedRecord(
  {
    address: t.string,
    mode: t.keyof({ managed: null, data: null }),
    type: t.string,
    name: t.string,
    provider_name: t.string,
    schema_version: Natural
  },
  {
    index: t.union([t.string, Natural]),
    values: t.UnknownRecord,
    sensitive_values: Marks,
    depends_on: t.readonlyArray(t.string),
    tainted: t.boolean,
    deposed_key: t.string,
    identity: t.UnknownRecord,
    identity_schema_version: Natural
  }
)
export type StateResource = t.TypeOf<typeof StateResource>

/**
 * What is there, or will be: the values of the root module. A module below it is of no known form here, because no stack
 * has one. Source: OpenTofu, internal/command/jsonstate, format version 1.0.
 */
export const StateValues = closedRecord(
  {},
  {
    outputs: t.UnknownRecord,
    root_module: closedRecord({}, { resources: t.readonlyArray(StateResource) })
  }
)
export type StateValues = t.TypeOf<typeof StateValues>
