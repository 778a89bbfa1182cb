import type { Path } from '../diagnostics/diagnostic.ts'
import { lookedUp } from '../diagnostics/record.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Json, type JsonObject, isList, isObject, sameJson } from '../terraform/json.ts'
import type { PolicyDocument } from './document.ts'

/** One way in which a policy differs from the one it should be: where, and both sides. */
export type StatementDifference = { readonly at: Path; readonly expected: string; readonly actual: string }

/**
 * The differences between a policy as it should be and as it is. They are told statement by statement (told apart by `Sid`) and
 * element by element. No difference means the same policy.
 */
export const statementDifferences = (expected: PolicyDocument, actual: Json): ReadonlyArray<StatementDifference> => {
  if (!isObject(actual) || !isList(actual['Statement']))
    return [{ at: [], expected: 'a policy document', actual: shown(actual) }]
  if (sameJson(expected.Statement, actual['Statement'])) return []
  const wanted = expected.Statement as unknown as ReadonlyArray<Json>
  const present = actual['Statement']
  const sids = present.map(sidOf)
  return [
    ...wanted.filter((statement) => !sids.includes(sidOf(statement))).map(missing),
    ...present.flatMap((statement, index) => {
      const counterpart = wanted.find((candidate) => sidOf(candidate) === sidOf(statement))
      const at: Path = ['Statement', index]
      if (counterpart === undefined || sids.indexOf(sidOf(statement)) < index)
        return [{ at, expected: 'no such statement', actual: shown(statement) }]
      return elements(counterpart, statement, at)
    })
  ]
}

const sidOf = (statement: Json | undefined): string => {
  const sid = isObject(statement) ? statement['Sid'] : undefined
  return typeof sid === 'string' ? sid : ''
}

const missing = (statement: Json): StatementDifference => ({
  at: ['Statement'],
  expected: `the statement ${sidOf(statement)}: ${shown(statement)}`,
  actual: 'nothing: it is missing'
})

const elements = (wanted: Json, present: Json, at: Path): ReadonlyArray<StatementDifference> => {
  if (!isObject(wanted) || !isObject(present)) return [{ at, expected: shown(wanted), actual: shown(present) }]
  const names = [...new Set([...Object.keys(wanted), ...Object.keys(present)])]
  return names
    .filter((name) => !sameJson(lookedUp(wanted, name), lookedUp(present, name)))
    .map((name) => ({ at: [...at, name], ...contrast(wanted, present, name) }))
}

/** Lists are told by what is gained and lost, since a reader cannot compare two long ones. */
const contrast = (wanted: JsonObject, present: JsonObject, name: string): Omit<StatementDifference, 'at'> => {
  const [a, b] = [lookedUp(wanted, name), lookedUp(present, name)]
  if (!isList(a) || !isList(b)) return { expected: a === undefined ? 'no such element' : shown(a), actual: shown(b) }
  const lost = a.filter((item) => !b.some((other) => sameJson(item, other)))
  const gained = b.filter((item) => !a.some((other) => sameJson(item, other)))
  if (lost.length === 0 && gained.length === 0) return { expected: shown(a), actual: shown(b) }
  return {
    expected: lost.length > 0 ? `also ${shown(lost)}` : 'nothing beyond what is authorised',
    actual: gained.length > 0 ? `also ${shown(gained)}` : 'without them'
  }
}
