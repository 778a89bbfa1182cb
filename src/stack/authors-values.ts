import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { sensitiveDeclaration, sensitiveInWritten, sensitiveValues } from '../charter/configuration/sensitive-values.ts'
import type { Law } from '../charter/phases.ts'
import { AccountId } from '../declaration/names.ts'
import type { Declaration } from '../declaration/declaration.ts'
import { isRecord, lookedUp } from '../diagnostics/record.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isWritten } from '../terraform/expression.ts'
import { isPart } from './part.ts'
import type { Stack } from './stack.ts'

/** More than a stack that is emitted has. What lies behind is looked at when the rest is right. */
const MOST_VALUES = 50_000
const DEEPEST = 100

/** A value as plain data, without references, getters and what stands in itself. No function of the value is called. */
const plainData = (value: unknown): unknown => {
  let values = 0
  const plain = (one: unknown, above: ReadonlyArray<object>): unknown => {
    values += 1
    if (typeof one === 'string' || typeof one === 'number') return one
    if (typeof one !== 'object' || one === null || isWritten(one)) return null
    if (values > MOST_VALUES || above.length >= DEEPEST || above.includes(one)) return null
    const inside = [...above, one]
    const at = (key: string): unknown => plain(Object.getOwnPropertyDescriptor(one, key)?.value, inside)
    if (Array.isArray(one))
      return Array.from({ length: Math.min(one.length, MOST_VALUES) }, (_, key) => at(String(key)))
    return Object.fromEntries(Object.keys(one).map((key) => [key, at(key)]))
  }
  return plain(value, [])
}

/** The accounts that a declaration names, also where another field is wrong. Their ids may stand anywhere. */
const accountsOf = (declaration: unknown): Partial<Declaration> => {
  if (!isRecord(declaration)) return {}
  const trusted = lookedUp(declaration, 'trustedAccounts')
  const listed: ReadonlyArray<unknown> = Array.isArray(trusted) ? trusted : []
  return { trustedAccounts: [lookedUp(declaration, 'account'), ...listed].filter(AccountId.is) }
}

const inParts = ({ parts, declaration }: Stack): ReadonlyArray<Diagnostic> =>
  (Array.isArray(parts) ? Array.from(parts, (item: unknown) => item) : [])
    .filter(isPart)
    .flatMap(({ written: { at, value } }) => sensitiveInWritten(plainData(value), at, accountsOf(declaration)))

const inDeclaration = ({ declaration }: Stack): ReadonlyArray<Diagnostic> =>
  sensitiveInWritten(plainData(declaration), [], accountsOf(declaration))

const isSensitive = ({ rule }: Diagnostic): boolean => rule === sensitiveValues.name

/**
 * Adds what is sensitive in all that the author of a refused stack wrote (J.7.0 §6, §7). The rule on its blocks was not
 * asked yet, so it is told together with the rest here. A malformed field is looked at too. Each is at the author's path,
 * and none is told twice.
 */
export const withSensitive =
  (stack: Stack, { rules }: Law) =>
  (problems: RNEA.ReadonlyNonEmptyArray<Diagnostic>): RNEA.ReadonlyNonEmptyArray<Diagnostic> => {
    const told = new Set(problems.filter(isSensitive).map(({ at }) => JSON.stringify(at)))
    const found = [
      ...(rules.declaration.includes(sensitiveDeclaration) ? inDeclaration(stack) : []),
      ...(rules.configuration.includes(sensitiveValues) ? inParts(stack) : [])
    ]
    return RNEA.concat(found.filter(({ at }) => !told.has(JSON.stringify(at))))(problems)
  }
