import * as E from 'fp-ts/lib/Either.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { flow, pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { closed } from '../diagnostics/closed.ts'
import { decode } from '../diagnostics/decode.ts'
import { type Declaration, declarationMeaning } from '../declaration/declaration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { withOwnExamples } from './examples.ts'
import { isRecord, lookedUp } from '../diagnostics/record.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, invalid, unless } from '../diagnostics/validated.ts'
import type {
  Charter,
  ConfigurationRule,
  ConfigurationSubject,
  DeclarationRule,
  IsolationRule,
  Neighbour
} from './charter.ts'

/**
 * A declaration from the value that a stack file gave, or everything that is wrong with it. That is each field that is
 * malformed, missing or unknown, and each rule that is broken by the fields that are well formed.
 */
export const judgeDeclaration = (
  input: unknown,
  stackName: string,
  charter: Charter,
  rules: ReadonlyArray<DeclarationRule>
): Validated<Declaration> => {
  if (!isRecord(input)) return invalid(noDeclaration(input, charter))
  const whole = decode<Declaration>(declarationOf(charter, input), input, [], declarationMeaning)
  const known = E.isRight(whole) ? whole.right : wellFormed(input, charter)
  const inOwnWords = withOwnExamples(known, stackName)
  const broken = rules.flatMap(({ check }) => check({ declaration: known, stackName, charter })).map(inOwnWords)
  return pipe(
    whole,
    E.mapLeft(flow(RNEA.map(inOwnWords), RNEA.concat(broken))),
    E.flatMap((declaration) => unless(broken, declaration))
  )
}

/** The declaration that a charter asks for; an optional field must be well formed where it is written. */
const declarationOf = ({ declaration, optional }: Charter, input: object): t.Mixed => {
  const [written, left] = [new Map<string, t.Mixed>(), new Map<string, t.Mixed>()]
  for (const [field, codec] of Object.entries<t.Mixed>(declaration))
    (optional.has(field) && !Object.hasOwn(input, field) ? left : written).set(field, codec)
  return closed('a declaration', Object.fromEntries(written), Object.fromEntries(left))
}

/** The fields of a refused declaration that are well formed, for the rules that need no others. */
const wellFormed = (input: Readonly<Record<string, unknown>>, charter: Charter): Partial<Declaration> =>
  Object.fromEntries(
    Object.entries(charter.declaration).flatMap(([field, codec]) => {
      const value: t.Validation<unknown> = codec.decode(lookedUp(input, field))
      return E.isRight(value) ? [[field, value.right]] : []
    })
  )

const noDeclaration = (input: unknown, charter: Charter): Diagnostic => ({
  ...declarationMeaning,
  at: [],
  expected: `a declaration with ${Object.keys(charter.declaration).join(', ')}`,
  actual: shown(input),
  remedy: 'Give `stack` the declaration as its first argument.'
})

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
      remedy: `Correct ${named} first. To see what is wrong there, run npm run emit.`
    }
  ]
}
