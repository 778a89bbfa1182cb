import * as E from 'fp-ts/lib/Either.js'
import * as RNEA from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { absent } from '../diagnostics/closed.ts'
import { decode } from '../diagnostics/decode.ts'
import { type Declaration, type DeclarationFields, declarationMeaning } from '../declaration/declaration.ts'
import { type Problem, violation } from '../diagnostics/problem.ts'
import { isRecord, lookedUp } from '../diagnostics/record.ts'
import { shown } from '../diagnostics/shown.ts'
import { type Validated, allOf, invalid, unless } from '../diagnostics/validated.ts'
import type { Charter } from './charter.ts'
import type { ConfigurationRule, ConfigurationSubject, DeclarationRule } from './rule.ts'

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
  const fields = Object.keys(charter.declaration) as ReadonlyArray<Field>
  if (!isRecord(input)) return invalid(noDeclaration(input, fields))
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

const noDeclaration = (input: unknown, fields: ReadonlyArray<Field>): Problem =>
  violation({
    ...declarationMeaning,
    at: [],
    expected: `a declaration with ${fields.join(', ')}`,
    actual: shown(input),
    remedy: 'Give `stack` the declaration as its first argument.'
  })

const unknownFields = (input: object, declaration: DeclarationFields): ReadonlyArray<Problem> =>
  Object.entries(input)
    .filter(([key]) => !Object.hasOwn(declaration, key))
    .map(([key, value]) =>
      violation({
        ...declarationMeaning,
        at: [key],
        expected: absent.name,
        actual: shown(value),
        remedy: 'Remove it, or correct its spelling.'
      })
    )

/** The same subject, or everything that the rules find wrong with its blocks. */
export const judgeConfiguration = (
  subject: ConfigurationSubject,
  rules: ReadonlyArray<ConfigurationRule>
): Validated<ConfigurationSubject> =>
  unless(
    rules.flatMap(({ check }) => check(subject)),
    subject
  )
