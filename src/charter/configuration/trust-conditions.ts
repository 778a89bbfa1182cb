import type { Clause, Path, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import { type Json, isObject } from '../../terraform/json.ts'
import type { ConfigurationRule } from '../charter.ts'
import { trustDocuments } from './trust-documents.ts'

/** The conditions that a trust policy may hold: on users, and on their MFA. */
const allowed = new Set([
  'Bool aws:MultiFactorAuthPresent',
  'NumericLessThan aws:MultiFactorAuthAge',
  'ArnLike aws:PrincipalArn'
])

/** Condition keys that ask where a request comes from. Source: IAM, "AWS global condition context keys", network properties. */
const place =
  /^aws:(sourceip|vpcsourceip|sourcevpc|sourcevpce|sourcevpcarn|vpceaccount|vpceorgid|vpceorgpaths|viaawsservice|requestedregion)$/i

/** No condition but those on MFA and users. The location of a caller decides nothing (J.7.0 §7, location independence). */
export const trustConditions: ConfigurationRule = {
  name: 'trust-conditions',
  check: ({ blocks }) =>
    trustDocuments(blocks).flatMap(({ at, statements }) =>
      statements.flatMap((statement, index) => ofStatement(statement, [...at, 'Statement', index, 'Condition']))
    )
}

/**
 * Whether a value is a text without an expression. An expression would be worked out at the plan: here every value is
 * written out (J.7.0 §6).
 */
const isText = (value: Json): boolean => typeof value === 'string' && !/[$%]\{/.test(value)

const ofStatement = (statement: Json, at: Path): ReadonlyArray<Diagnostic> => {
  const conditions = isObject(statement) ? statement['Condition'] : undefined
  if (!isObject(conditions)) return conditions === undefined ? [] : [problem(at, oneOf, conditions)]
  if (Object.keys(conditions).length === 0) return [problem(at, oneOf, conditions)]
  return Object.entries(conditions).flatMap(([operator, block]) =>
    isObject(block) && Object.keys(block).length > 0
      ? Object.entries(block).flatMap(([key, value]) => ofCondition(operator, key, value, [...at, operator, key]))
      : [problem([...at, operator], oneOf, block)]
  )
}

const ofCondition = (operator: string, key: string, value: Json, at: Path): ReadonlyArray<Diagnostic> => {
  if (place.test(key))
    return [problem(at, 'no condition on address, network or place: identity decides', value, 'J.7.0 §7')]
  if (!allowed.has(`${operator} ${key}`)) return [problem(at, oneOf, value)]
  return isText(value) ? [] : [problem(at, 'one text, written out', value)]
}

const oneOf = `one of: ${[...allowed].join(', ')}`

const problem = (at: Path, expected: string, value: Json, clause: Clause = 'J.7.0 §9'): Diagnostic => ({
  rule: 'trust-conditions',
  clause,
  at,
  expected,
  actual: shown(value),
  remedy: 'Remove the condition; name exact principals instead.'
})
