import { type Json, type JsonObject, asList, byCodeUnit, onOneLine, isObject } from '../terraform/json.ts'
import { condition } from './condition.ts'
import { type Criterion, criterion, hasVariable, undecided } from './criterion.ts'
import { like, literal, matches } from './pattern.ts'
import { type Grant, addressed, principalCondition } from './principal.ts'

/** A statement as the questions that it asks of a request. It applies when all of them are answered with yes. */
export type Clause = {
  readonly effect: 'Allow' | 'Deny'
  /** How a policy of a resource grants; of an identity's policy it is not looked at. */
  readonly grant: Grant
  /** The name that a reader finds it by. */
  readonly sid: string
  readonly criteria: ReadonlyArray<Criterion>
}

const known: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition'
])

/** What a policy document says; undefined says nothing. Source: IAM, "Grammar of the IAM JSON policy language". */
export const clausesIn = (document: Json | undefined): ReadonlyArray<Clause> => {
  if (document === undefined) return []
  if (!isObject(document)) return odd(document)
  const hasVariables = document['Version'] === '2012-10-17'
  return asList(document['Statement'] ?? []).flatMap(
    (statement) => clausesOf(statement, hasVariables) ?? odd(statement)
  )
}

/** What is not understood may allow and may deny. */
const odd = (statement: Json): ReadonlyArray<Clause> => {
  const effect = isObject(statement) ? statement['Effect'] : undefined
  const of = (one: Clause['effect']): Clause => ({
    effect: one,
    grant: 'session',
    sid: sidOf(statement),
    criteria: [undecided(`${one} by the statement ${onOneLine(statement)}`)]
  })
  return effect === 'Allow' || effect === 'Deny' ? [of(effect)] : [of('Allow'), of('Deny')]
}

const sidOf = (statement: Json): string => {
  const sid = isObject(statement) ? statement['Sid'] : undefined
  return typeof sid === 'string' && sid !== '' ? sid : 'a statement without Sid'
}

const clausesOf = (statement: Json, hasVariables: boolean): ReadonlyArray<Clause> | undefined => {
  if (!isObject(statement) || !Object.keys(statement).every((name) => known.has(name))) return undefined
  const effect = statement['Effect']
  if (effect !== 'Allow' && effect !== 'Deny') return undefined
  const action = listed(statement, 'Action')
  const resource = listed(statement, 'Resource')
  const conditions = conditionsOf(statement['Condition'], hasVariables)
  const principals = principalsOf(statement)
  if (action === undefined || resource === undefined || conditions === undefined || principals === undefined)
    return undefined
  if (action === 'absent') return undefined
  const criteria = [
    actionCriterion(action),
    ...(resource === 'absent' ? [] : [resourceCriterion(resource, hasVariables)]),
    ...conditions
  ]
  const common = { effect, sid: sidOf(statement) } as const
  if (principals === 'absent') return [{ ...common, grant: 'session', criteria }]
  return principals.map(({ grant, criterion: who }) => ({ ...common, grant, criteria: [who, ...criteria] }))
}

type Listed = { readonly values: ReadonlyArray<string>; readonly isNot: boolean }

/** An element or its negation; undefined where both are there or a value is not a text. Actions have no case. */
const listed = (statement: JsonObject, name: 'Action' | 'Resource'): Listed | 'absent' | undefined => {
  const [some, not] = [statement[name], statement[`Not${name}`]]
  if (some !== undefined && not !== undefined) return undefined
  const given = some === undefined ? not : some
  if (given === undefined) return 'absent'
  const texts = textsOf(given)?.map((text) => (name === 'Action' ? text.toLowerCase() : text))
  return texts && { values: [...new Set(texts)].toSorted(), isNot: not !== undefined }
}

const textsOf = (value: Json): ReadonlyArray<string> | undefined => {
  const list = asList(value)
  return list.every((item) => typeof item !== 'object') ? list.map(String) : undefined
}

const asked = (dimension: string, { values, isNot }: Listed): Criterion => {
  const patterns = values.map((text) => (/[*?]/.test(text) ? like(text) : literal(text)))
  return criterion({
    id: `${dimension} ${isNot ? 'not ' : ''}${JSON.stringify(patterns.map(({ id }) => id))}`,
    dimension,
    holds: ({ texts }) => patterns.some((one) => texts?.some((text) => matches(one, text)) === true) !== isNot,
    patterns
  })
}

/** An action names its service, save `*`. Source: IAM, "Action". */
const actionCriterion = (of: Listed): Criterion =>
  of.values.every((text) => /^[a-z0-9*?-]+:[^:\s]+$|^\*+$/.test(text))
    ? asked('action', of)
    : undecided(`${of.isNot ? 'NotAction' : 'Action'} ${JSON.stringify(of.values)}`)

/**
 * A `*` goes across segments, since one that ends a segment may. Source: IAM, "Resource": "it can expand to match
 * beyond the colon boundaries".
 */
const resourceCriterion = (of: Listed, hasVariables: boolean): Criterion =>
  of.values.every((text) => !(hasVariables && hasVariable(text)) && (text === '*' || text.split(':').length >= 6))
    ? asked('resource', of)
    : undecided(`${of.isNot ? 'NotResource' : 'Resource'} ${JSON.stringify(of.values)}`)

/** The lines of a condition block, sorted: their order says nothing. */
const conditionsOf = (block: Json | undefined, hasVariables: boolean): ReadonlyArray<Criterion> | undefined => {
  if (block === undefined) return []
  if (!isObject(block)) return undefined
  const lines = Object.entries(block).map(([name, keys]) =>
    isObject(keys)
      ? Object.entries(keys).map(([key, value]) => {
          const values = textsOf(value)
          return values === undefined
            ? undecided(`${name} ${key} ${onOneLine(value)}`)
            : (principalCondition(name, key, values, hasVariables) ?? condition(name, key, values, hasVariables))
        })
      : [undecided(`${name} ${onOneLine(keys)}`)]
  )
  return lines.flat().toSorted((a, b) => byCodeUnit(a.id, b.id))
}

/**
 * A statement as it is for a role with a boundary. A denial with `NotPrincipal` denies each of them, whomever it names.
 * Source: IAM, "NotPrincipal with Deny".
 */
export const underBoundary = (clause: Clause): Clause => ({
  ...clause,
  criteria: clause.criteria.filter(
    ({ undecided: what }) => clause.effect === 'Allow' || what?.startsWith('NotPrincipal ') !== true
  )
})

type Who = ReturnType<typeof addressed>

const principalsOf = (statement: JsonObject): ReadonlyArray<Who> | 'absent' | undefined => {
  const not = statement['NotPrincipal']
  if (not !== undefined) return [{ criterion: undecided(`NotPrincipal ${onOneLine(not)}`), grant: 'session' }]
  const some = statement['Principal']
  if (some === undefined) return 'absent'
  if (!isObject(some)) return typeof some === 'string' ? [addressed('AWS', some)] : undefined
  return Object.entries(some).flatMap(([kind, names]) =>
    (textsOf(names) ?? [onOneLine(names)]).map((name) => addressed(kind, name))
  )
}
