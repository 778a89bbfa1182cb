import { type Carried, type Criterion, type Family, criterion, hasVariable, undecided } from './criterion.ts'
import { type Pattern, arnLike, like, literal, matches } from './pattern.ts'

/**
 * A kind of comparison: its family, where its answer changes, and how it compares two values. One is the request's, the
 * other the policy's.
 */
type Comparison = {
  readonly family: Family
  readonly pattern?: (wanted: string) => Pattern
  readonly compare?: (carried: number, wanted: number) => boolean
}

const numeric = (compare: Comparison['compare'] & object): Comparison => ({ family: 'number', compare })
const anyCase = (wanted: string): Pattern => literal(wanted.toLowerCase())

/** The operators that are decided. The rest (dates, addresses, binary) is not. Source: IAM, "Condition operators". */
const comparisons: Readonly<Record<string, Comparison>> = {
  stringequals: { family: 'text', pattern: literal },
  stringlike: { family: 'text', pattern: like },
  arnequals: { family: 'arn', pattern: arnLike },
  arnlike: { family: 'arn', pattern: arnLike },
  bool: { family: 'truth', pattern: anyCase },
  numericequals: numeric((a, b) => a === b),
  numericlessthan: numeric((a, b) => a < b),
  numericlessthanequals: numeric((a, b) => a <= b),
  numericgreaterthan: numeric((a, b) => a > b),
  numericgreaterthanequals: numeric((a, b) => a >= b)
}

type Operator = {
  readonly set: 'forallvalues' | 'foranyvalue' | undefined
  readonly base: string
  readonly isNegative: boolean
  readonly ifExists: boolean
}

const operatorOf = (text: string): Operator => {
  const [, set, base = '', ifExists] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(text.toLowerCase()) ?? []
  const negative = /^(string|arn|numeric)not(.*)$/.exec(base)
  return {
    set: set === 'forallvalues' || set === 'foranyvalue' ? set : undefined,
    base: negative === null ? base : `${negative[1] ?? ''}${negative[2] ?? ''}`,
    isNegative: negative !== null,
    ifExists: ifExists !== undefined
  }
}

const isNumber = (text: string): boolean => /^-?[0-9]+(\.[0-9]+)?$/.test(text)

/** One line of a condition block. Names of keys have no case. Source: IAM, "Condition". */
export const condition = (
  name: string,
  key: string,
  values: ReadonlyArray<string>,
  hasVariables: boolean
): Criterion => {
  const dimension = `key ${key.toLowerCase()}`
  const wanted = [...new Set(values)].toSorted()
  const id = `${name.toLowerCase()} ${key.toLowerCase()} ${JSON.stringify(wanted)}`
  const operator = operatorOf(name)
  const comparison = Object.hasOwn(comparisons, operator.base) ? comparisons[operator.base] : undefined
  if (operator.base === 'null' && operator.set === undefined && !operator.ifExists && wanted.every(isTruth))
    return criterion({
      id,
      dimension,
      holds: ({ texts }) => wanted.some((one) => isTrue(one) === (texts === undefined))
    })
  const isOdd =
    comparison === undefined ||
    (operator.set === 'foranyvalue' && operator.ifExists) ||
    (hasVariables && wanted.some(hasVariable)) ||
    (comparison.family === 'number' && !wanted.every(isNumber)) ||
    (comparison.family === 'truth' && !wanted.every(isTruth))
  return isOdd ? undecided(id) : compared({ id, dimension, wanted, operator, comparison })
}

const isTruth = (text: string): boolean => /^(true|false)$/i.test(text)
const isTrue = (text: string): boolean => text.toLowerCase() === 'true'

type Line = {
  readonly id: string
  readonly dimension: string
  readonly wanted: ReadonlyArray<string>
  readonly operator: Operator
  readonly comparison: Comparison
}

const compared = ({ id, dimension, wanted, operator, comparison }: Line): Criterion => {
  const { family, pattern, compare } = comparison
  const patterns = pattern === undefined ? [] : wanted.map(pattern)
  const numbers = compare === undefined ? [] : wanted.map(Number)
  const read = (text: string): string => (family === 'truth' ? text.toLowerCase() : text)
  const isOne = (text: string): boolean =>
    compare === undefined
      ? patterns.some((one) => matches(one, read(text)))
      : numbers.some((number) => compare(Number(text), number))
  const isWanted = (text: string): boolean => isNotA(family, text) || isOne(text) !== operator.isNegative
  return criterion({
    id,
    dimension,
    family,
    patterns,
    numbers,
    holds: (carried) => holds(operator, carried, isWanted),
    ofEach: operator.set === undefined ? undefined : isWanted
  })
}

/** Values of the wrong kind do not come from AWS, so nothing is said of them. */
const isNotA = (family: Family, text: string): boolean => family === 'number' && !isNumber(text)

/**
 * Whether the values of a request meet an operator. `ForAllValues` is true of a request without the key, and
 * `ForAnyValue` is false. A list never meets a plain operator. A negated operator and one that ends in `IfExists` are met
 * by a key that is not there.
 * Source: IAM, "Multivalued context keys", "Condition operators".
 */
const holds = (
  { set, isNegative, ifExists }: Operator,
  { texts, isList }: Carried,
  isWanted: (text: string) => boolean
): boolean => {
  if (set === 'forallvalues') return texts === undefined || texts.every(isWanted)
  if (set === 'foranyvalue') return texts?.some(isWanted) === true
  if (texts === undefined) return ifExists || isNegative
  return !isList && texts.every(isWanted)
}
