import * as E from 'fp-ts/lib/Either.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { absent } from '../diagnostics/closed.ts'
import { decode } from '../diagnostics/decode.ts'
import { type Declaration, type DeclarationFields, declarationMeaning } from '../declaration/declaration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { isRecord, lookedUp } from '../diagnostics/record.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, allOf, invalid, unless } from '../diagnostics/validated.ts'
import type {
  Charter,
  ConfigurationRule,
  ConfigurationSubject,
  DeclarationRule,
  IsolationRule,
  Neighbour
} from './charter.ts'

type Field = keyof Declaration

/**
 * A declaration from whatever a stack file gave, or everything that is wrong with it: each field that is malformed,
 * missing or unknown, and each rule that is broken by the fields that are well formed.
 */
export const judgeDeclaration = (
  input: unknown,
  stackName: string,
  charter: Charter,
  rules: ReadonlyArray<DeclarationRule>
): Validated<Declaration> => {
  const known = Object.keys(charter.declaration) as ReadonlyArray<Field>
  if (!isRecord(input)) return invalid(noDeclaration(input, known))
  const fields = known.filter((field) => !charter.optional.has(field) || Object.hasOwn(input, field))
  const decoded = Object.fromEntries(
    fields.map((field) => [
      field,
      decode(charter.declaration[field], lookedUp(input, field), [field], declarationMeaning)
    ])
  ) as { readonly [K in Field]: Validated<Declaration[K]> }
  const wellFormed = Object.fromEntries(
    Object.entries<Validated<unknown>>(decoded).flatMap(([field, value]) =>
      E.isRight(value) ? [[field, value.right]] : []
    )
  ) as Partial<Declaration>
  const others = [
    ...unknownFields(input, charter.declaration),
    ...rules.flatMap(({ check }) => check({ declaration: wellFormed, stackName, charter }))
  ]
  return pipe(
    allOf<Declaration>(decoded),
    E.mapLeft(RNEA.concat(others)),
    E.flatMap((declaration) => unless(others, declaration))
  )
}

const noDeclaration = (input: unknown, fields: ReadonlyArray<Field>): Diagnostic => ({
  ...declarationMeaning,
  at: [],
  expected: `a declaration with ${fields.join(', ')}`,
  actual: shown(input),
  remedy: 'Give `stack` the declaration as its first argument.'
})

const unknownFields = (input: object, declaration: DeclarationFields): ReadonlyArray<Diagnostic> =>
  Object.entries(input)
    .filter(([key]) => !Object.hasOwn(declaration, key))
    .map(([key, value]) => ({
      ...declarationMeaning,
      at: [key],
      expected: absent.name,
      actual: shown(value),
      remedy: 'Remove it, or correct its spelling.'
    }))

/** The same subject, or everything that the rules find wrong with its blocks. */
export const judgeConfiguration = (
  subject: ConfigurationSubject,
  rules: ReadonlyArray<ConfigurationRule>
): Validated<ConfigurationSubject> =>
  unless(
    rules.flatMap(({ check }) => check(subject)),
    subject
  )

/**
 * For each stack, in the order given, what it shares with the others. A neighbour that is itself refused cannot be
 * compared, so it refuses the rest too: isolation from it cannot be shown (J.6.2 §7, fail closed).
 */
export const judgeIsolation = (
  sources: ReadonlyArray<string>,
  neighbours: ReadonlyArray<Validated<Neighbour>>,
  rules: ReadonlyArray<IsolationRule>
): ReadonlyArray<ReadonlyArray<Diagnostic>> => {
  const refused = sources.filter((_, index) => neighbours[index] === undefined || E.isLeft(neighbours[index]))
  const known = neighbours.flatMap((neighbour) => (E.isRight(neighbour) ? [neighbour.right] : []))
  const shared = sharedBy(known, rules)
  return neighbours.map((neighbour) =>
    E.isLeft(neighbour) ? [] : [...(shared.get(neighbour.right.source) ?? []), ...unknownNeighbours(refused)]
  )
}

const sharedBy = (
  known: ReadonlyArray<Neighbour>,
  rules: ReadonlyArray<IsolationRule>
): ReadonlyMap<string, ReadonlyArray<Diagnostic>> => {
  const grouped = rules.map((rule) => ({ rule, groups: groupedBy(known, rule) }))
  return new Map(
    known.map((mine) => [
      mine.source,
      grouped.flatMap(({ rule, groups }) =>
        [...new Set(rule.by(mine).flatMap((value) => groups.get(value) ?? []))]
          .filter((other) => other !== mine)
          .flatMap((other) => rule.check(mine, other))
      )
    ])
  )
}

/** The stacks that have a value in common, so that a thousand stacks are not compared in a million pairs. */
const groupedBy = (
  known: ReadonlyArray<Neighbour>,
  { by }: IsolationRule
): ReadonlyMap<string, ReadonlyArray<Neighbour>> => {
  const groups = new Map<string, Array<Neighbour>>()
  for (const stack of known)
    for (const value of by(stack)) {
      const group = groups.get(value)
      if (group === undefined) groups.set(value, [stack])
      else group.push(stack)
    }
  return groups
}

const unknownNeighbours = (refused: ReadonlyArray<string>): ReadonlyArray<Diagnostic> => {
  const [first, ...others] = refused
  if (first === undefined) return []
  const named = others.length === 0 ? first : `${first} and ${others.length} more`
  return [
    {
      rule: 'neighbour-known',
      clause: 'J.6.2 §7',
      at: [],
      expected: 'every other stack to be valid, so that this one can be shown to share nothing with them',
      actual: `refused: ${named}`,
      remedy: `Correct ${named} first; npm run emit says what is wrong there.`
    }
  ]
}
