import { type Json, canonical, isList, isObject } from '../terraform/json.ts'
import { normalPolicy } from './same-policy.ts'

/** The statements of a policy by their `Sid`. One without it, or with the same as another, goes by its place. */
const byName = (policy: Json): ReadonlyMap<string, string> => {
  const document = normalPolicy(policy)
  const statements = isObject(document) && isList(document['Statement']) ? document['Statement'] : []
  const named = new Map<string, string>()
  for (const [index, statement] of statements.entries()) {
    const sid = isObject(statement) ? statement['Sid'] : undefined
    const name = typeof sid === 'string' && !named.has(sid) ? sid : `number ${index + 1}`
    named.set(name, canonical(statement))
  }
  return named
}

/**
 * The statements of a live policy that differ from the declared one, a phrase for each. Lists that AWS gives back in another
 * order are the same. The order of the statements is not looked at.
 */
export const changedStatements = (declared: Json, live: Json): ReadonlyArray<string> => {
  const [wanted, found] = [byName(declared), byName(live)]
  const fromWanted = [...wanted].flatMap(([name, statement]) => {
    const other = found.get(name)
    if (other === undefined) return [`the statement ${name} is missing`]
    return other === statement ? [] : [`the statement ${name} is another one`]
  })
  return [
    ...fromWanted,
    ...[...found.keys()].filter((name) => !wanted.has(name)).map((name) => `the statement ${name} is not declared`)
  ]
}
