import type { Conditions, Statement } from '../../../src/iam/document.ts'
import { type Changed, eachLeftOut } from './mutation.ts'

type Value = string | ReadonlyArray<string>
type Altered = readonly [what: string, conditions: Conditions | undefined, wider: boolean]

/** Each condition left out, and each of its values made to let more through. */
export const conditionChanges = (statement: Statement): ReadonlyArray<Changed> => {
  const { Condition, ...bare } = statement
  if (Condition === undefined) return []
  const entries = Object.entries(Condition).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, value]) => ({ operator, key, value }))
  )
  const allows = statement.Effect === 'Allow'
  const altered: ReadonlyArray<Altered> = [
    ['no condition', undefined, allows],
    ...(entries.length < 2
      ? []
      : entries.map(({ operator, key }): Altered => [
          `no ${operator} ${key}`,
          replaced(Condition, operator, key),
          allows
        ])),
    ...entries.flatMap(({ operator, key, value }) =>
      otherForms(statement.Effect, operator, key, value).map(([other, values, wider]): Altered => [
        `${operator} ${key} is ${other} ${JSON.stringify(values)}`,
        merged(replaced(Condition, operator, key), other, key, values),
        wider
      ])
    )
  ]
  return altered.map(([what, conditions, wider]) => ({
    what,
    wider,
    statement: conditions === undefined ? bare : { ...bare, Condition: conditions }
  }))
}

const replaced = (conditions: Conditions, operator: string, key: string): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).flatMap(([name, block]) => {
      const kept = Object.entries(block).filter(([other]) => name !== operator || other !== key)
      return kept.length === 0 ? [] : [[name, Object.fromEntries(kept)]]
    })
  )

const merged = (conditions: Conditions, operator: string, key: string, value: Value): Conditions => ({
  ...conditions,
  [operator]: { ...conditions[operator], [key]: value }
})

type Form = readonly [operator: string, value: Value, wider: boolean]

const otherForms = (effect: Statement['Effect'], operator: string, key: string, value: Value): ReadonlyArray<Form> => [
  ...(typeof value === 'string' ? [] : eachLeftOut(value).map(([, rest]): Form => [operator, rest, effect === 'Deny'])),
  ...otherValues(operator, key, value).map((other): Form => [operator, withAlso(value, other), !narrows.has(other)]),
  ...otherOperators(operator, value),
  ...(effect === 'Allow' && !/^(?:For|Null)/.test(operator) ? [[`${operator}IfExists`, value, true] as const] : [])
]

/** A denial of TLS up to 1.2, or of TLS at all, denies more than the one that is emitted. */
const narrows = new Set(['1.3', 'true'])

/** Booleans and numbers take another's place; texts stand beside it. */
const withAlso = (value: Value, other: string): Value =>
  typeof value === 'string' &&
  /^(?:true|false|[0-9.]+)$/.test(value) &&
  /^(?:true|false|[0-9.]+)$/.test(other) &&
  value.length < 12
    ? other
    : [value, other].flat()

const otherOperators = (operator: string, value: Value): ReadonlyArray<Form> => {
  switch (operator) {
    case 'StringEquals':
    case 'ArnLike':
      return [['StringLike', '*', true]]
    case 'ForAllValues:StringEquals':
      return [
        ['ForAnyValue:StringEquals', value, true],
        ['ForAllValues:StringLike', [...(typeof value === 'string' ? [value] : value), '*'], true]
      ]
    case 'ForAnyValue:StringNotEquals':
      return [['ForAllValues:StringNotEquals', value, true]]
    default:
      return []
  }
}

/** What would let more through: other states, accounts, regions and principals, by operator and key. */
const otherValues = (operator: string, key: string, value: Value): ReadonlyArray<string> => {
  const present = [value].flat()
  const others =
    key === 'dynamodb:LeadingKeys' && operator !== 'Null' ? otherIds(present) : (byKey[`${operator} ${key}`] ?? [])
  return others.filter((other) => !present.includes(other))
}

const otherIds = ([id = '']: ReadonlyArray<string>): ReadonlyArray<string> => [
  id.replace('/eu/', '/us/'),
  `${id.replace(/-md5$/, '')}-md5`
]

const byKey: Readonly<Record<string, ReadonlyArray<string>>> = {
  'ArnLike aws:PrincipalArn': ['arn:aws:iam::*:user/*'],
  'ArnNotEquals aws:PrincipalArn': [
    'arn:aws:iam::*:role/ZentheaFoundationBootstrap',
    'arn:aws:iam::*:role/OrganizationAccountAccessRole'
  ],
  'Bool aws:MultiFactorAuthPresent': ['false'],
  'Bool aws:SecureTransport': ['true'],
  'Null dynamodb:LeadingKeys': ['true'],
  'NumericLessThan aws:MultiFactorAuthAge': ['999999'],
  'NumericLessThan s3:TlsVersion': ['1.0', '1.1', '1.3'],
  'StringEquals aws:RequestedRegion': ['eu-west-1'],
  'StringEquals aws:ResourceAccount': ['999988887777'],
  'StringEquals kms:RequestAlias': ['alias/aws/s3'],
  'StringNotEquals aws:PrincipalAccount': ['999988887777'],
  'StringNotEquals s3:x-amz-server-side-encryption': ['aws:kms', 'aws:kms:dsse']
}
