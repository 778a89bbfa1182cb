import type { Declaration } from '../declaration/declaration.ts'
import * as actions from '../iam/actions.ts'
import { type StackArns, digestId, lockId, probeId, stackArns } from '../iam/stack-names.ts'
import { byCodeUnit, isObject, type JsonObject } from '../terraform/json.ts'
import { textsOf } from './emitted-parts.ts'
import { code, listed } from './markdown.ts'

/** One action that a statement allows, with what it is allowed on and under what conditions. */
export type Permission = {
  readonly action: string
  readonly resources: ReadonlyArray<string>
  readonly conditions: ReadonlyArray<Condition>
}

type Condition = { readonly operator: string; readonly key: string; readonly values: ReadonlyArray<string> }

const conditionsOf = ({ Condition: block }: JsonObject): ReadonlyArray<Condition> =>
  isObject(block)
    ? Object.entries(block).flatMap(([operator, keys]) =>
        isObject(keys) ? Object.entries(keys).map(([key, value]) => ({ operator, key, values: textsOf(value) })) : []
      )
    : []

/** What statements allow, one entry for each action of each. */
export const permissions = (statements: ReadonlyArray<JsonObject>): ReadonlyArray<Permission> =>
  statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) => {
      const [resources, conditions] = [named(statement, 'Resource', 'anything'), conditionsOf(statement)]
      return named(statement, 'Action', 'any action').map((action) => ({ action, resources, conditions }))
    })
    .toSorted((a, b) => byCodeUnit(a.action, b.action))

const named = (statement: JsonObject, element: 'Action' | 'Resource', all: string): ReadonlyArray<string> => {
  const not = statement[`Not${element}`]
  return not === undefined ? textsOf(statement[element]) : [`${all} but ${textsOf(not).join(', ')}`]
}

const names: Readonly<Record<keyof StackArns, string>> = {
  bucket: 'the bucket',
  objects: 'every object of the bucket',
  stateObject: 'the state',
  lockTable: 'the lock table',
  keys: 'any key of account and region',
  operator: 'the operator role',
  automation: 'the automation role',
  boundary: 'the permissions boundary'
}

/** What a thing of the stack is called in a sentence; anything else is written out. */
export const called = (declaration: Declaration): ((text: string) => string) => {
  const arn = stackArns(declaration)
  const items = new Map([
    ...Object.entries(names).map(([key, name]) => [arn[key as keyof StackArns], name] as const),
    [lockId(declaration), 'the lock'] as const,
    [digestId(declaration), 'the digest'] as const,
    [probeId(declaration), 'the probe'] as const
  ])
  return (text) => items.get(text) ?? code(text)
}

/** One line for each permission. */
export const permissionLines = (
  all: ReadonlyArray<Permission>,
  name: (text: string) => string
): ReadonlyArray<string> =>
  all.map(({ action, resources, conditions }) => {
    const on = listed(resources.map(name).toSorted(byCodeUnit))
    const ifs = conditions.map(
      ({ operator, key, values }) => `if ${code(operator)} ${code(key)} is ${listed(values.map(name))}`
    )
    return `- ${code(action)} on ${on}${ifs.length === 0 ? '' : `, ${ifs.join('; ')}`}`
  })

type Purpose = {
  readonly what: string
  readonly actions: ReadonlyArray<string>
  readonly on: ReadonlyArray<keyof StackArns>
}

const purposes: ReadonlyArray<Purpose> = [
  { what: 'read the settings of the bucket, and list it', actions: actions.readBucket, on: ['bucket'] },
  {
    what: 'ask whether anything else reads, copies or moves what is stored',
    actions: actions.askBucket,
    on: ['bucket']
  },
  { what: 'tag the bucket', actions: actions.changeBucket, on: ['bucket'] },
  { what: 'read the state', actions: actions.readState, on: ['stateObject'] },
  { what: 'write the state', actions: actions.writeState, on: ['stateObject'] },
  { what: 'read the settings of the lock table', actions: actions.readTable, on: ['lockTable'] },
  { what: 'ask whether anybody else reads or copies its items', actions: actions.askTable, on: ['lockTable'] },
  { what: 'tag the lock table, and set its recovery window', actions: actions.changeTable, on: ['lockTable'] },
  { what: 'read items of the lock table', actions: ['dynamodb:GetItem'], on: ['lockTable'] },
  { what: 'write items of the lock table', actions: ['dynamodb:PutItem'], on: ['lockTable'] },
  { what: 'delete items of the lock table', actions: ['dynamodb:DeleteItem'], on: ['lockTable'] },
  { what: 'read about the key of the lock table', actions: actions.readKey, on: ['keys'] },
  { what: 'read about both roles', actions: actions.readRoles, on: ['operator', 'automation'] },
  { what: 'read about the permissions boundary', actions: actions.readBoundary, on: ['boundary'] }
]

/** The actions that a purpose has a sentence for. */
const known = new Set(purposes.flatMap((one) => one.actions))

/** The statements of a role's policy, and what they allow. */
export type Granted = { readonly statements: ReadonlyArray<JsonObject>; readonly allowed: ReadonlyArray<Permission> }

/** What each role may do, as rows. A row has the sentence of a purpose, or the name of an action that has no purpose. */
export const permissionRows = (
  declaration: Declaration,
  roles: ReadonlyArray<Granted>,
  name: (text: string) => string
): ReadonlyArray<ReadonlyArray<string>> => {
  const own = [...new Set(roles.flatMap(({ allowed }) => allowed.map(({ action }) => action)))]
  const others = own.filter((action) => !known.has(action)).toSorted(byCodeUnit)
  const arn = stackArns(declaration)
  return [
    ...purposes.map((purpose) => [purpose.what, ...roles.map((role) => cell(role, purpose, name, arn))]),
    ...others.map((action) => [
      code(action),
      ...roles.map((role) => cell(role, { what: action, actions: [action], on: [] }, name, arn))
    ])
  ]
}

const cell = (
  { statements, allowed }: Granted,
  { actions: wanted, on }: Purpose,
  name: (text: string) => string,
  arn: StackArns
): string => {
  const mine = allowed.filter(({ action }) => wanted.includes(action))
  const missing = wanted.filter((action) => !mine.some((one) => one.action === action))
  if (mine.length === 0) return wanted.every((action) => isDenied(statements, action)) ? 'never' : 'no'
  const expected = new Set(on.map((key) => arn[key]))
  const beyond = [...new Set(mine.flatMap(({ resources }) => resources))].filter((resource) => !expected.has(resource))
  const items = mine.flatMap(({ conditions }) =>
    conditions
      .filter(({ operator, key }) => key === 'dynamodb:LeadingKeys' && operator !== 'Null')
      .flatMap(({ values }) => values)
  )
  const notes = [
    ...(items.length > 0 ? [listed([...new Set(items)].map((item) => name(item).replace(/^the /, '')))] : []),
    ...(missing.length > 0 ? [`without ${listed(missing.map(code))}`] : []),
    ...(beyond.length > 0 ? [`on ${listed(beyond.map(name))}`] : [])
  ]
  return notes.length === 0 ? 'yes' : `yes: ${notes.join('; ')}`
}

/** Whether a role's own policy denies an action on every resource. */
const isDenied = (statements: ReadonlyArray<JsonObject>, action: string): boolean =>
  statements.some(({ Effect, Action, NotAction, Resource, Condition: condition }) => {
    if (Effect !== 'Deny' || condition !== undefined || textsOf(Resource).join() !== '*') return false
    return NotAction === undefined ? textsOf(Action).includes(action) : !textsOf(NotAction).includes(action)
  })
