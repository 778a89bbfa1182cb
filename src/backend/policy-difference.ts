import type * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { strictJson } from '../diagnostics/strict-json.ts'
import type { PolicyDocument } from '../iam/document.ts'
import { statementDifferences } from '../iam/statement-differences.ts'
import { type Json, isList, isObject } from '../terraform/json.ts'
import { isSamePolicy, normalDeclared, normalPolicy } from './same-policy.ts'

/** A live policy as JSON; none where two readers could read its text differently. */
export const policyIn = (text: string): O.Option<Json> => pipe(strictJson(text) as E.Either<string, Json>, O.fromEither)

const sidAt = (document: Json, index: unknown): string => {
  const statements = isObject(document) && isList(document['Statement']) ? document['Statement'] : []
  const statement = typeof index === 'number' ? statements[index] : undefined
  return isObject(statement) && typeof statement['Sid'] === 'string' ? statement['Sid'] : `statement ${String(index)}`
}

const elementText = (element: string, expected: string, actual: string): string => {
  if (actual === 'without them') return `has ${element} without ${expected.replace(/^also /, '')}, which is declared`
  return expected.startsWith('nothing beyond')
    ? `has ${element} with ${actual.replace(/^also /, '')}, which is not declared`
    : `has ${element} ${actual} where ${expected} is declared`
}

/**
 * How a bucket's policy differs from a declared one, a sentence for each statement or element of one; none where it is
 * the same. Lists that AWS gives back in another order are the same.
 */
export const policyDifferences = (declared: PolicyDocument, live: O.Option<string>): ReadonlyArray<string> => {
  if (O.isNone(live)) return ['the bucket has no policy']
  if (isSamePolicy(declared, live.value)) return []
  const found = policyIn(live.value)
  if (O.isNone(found)) return ['a text that is no policy']
  const document = normalPolicy(found.value)
  const differences = statementDifferences(normalDeclared(declared), document)
  if (differences.length === 0) return ['the same statements, in another order or with something beside them']
  return differences.map(({ at: [, index, element], expected, actual }) =>
    index === undefined
      ? `${expected.replace(/:.*/s, '')} is missing`
      : element === undefined
        ? `${sidAt(document, index)} is not declared: ${actual}`
        : `${sidAt(document, index)} ${elementText(String(element), expected, actual)}`
  )
}
