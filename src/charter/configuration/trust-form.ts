import type { Path, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import { type Json, isObject } from '../../terraform/json.ts'
import type { ConfigurationRule } from '../charter.ts'
import { trustDocuments } from './trust-documents.ts'

const elements = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Condition'])

/** A trust policy says who may assume the role, in one or more `Allow sts:AssumeRole`, and nothing else. */
export const trustForm: ConfigurationRule = {
  name: 'trust-form',
  check: ({ blocks }) =>
    trustDocuments(blocks).flatMap(({ at, statements }) =>
      statements.length === 0
        ? [
            problem(
              at,
              'at least one principal that may assume the role',
              'nobody',
              'Name at least one exact role ARN, or a path of users behind MFA.'
            )
          ]
        : [
            ...statements.flatMap((statement, index) => ofStatement(statement, [...at, 'Statement', index])),
            ...statements.flatMap((statement, index) =>
              ofSid(statement, statements.slice(0, index), [...at, 'Statement', index, 'Sid'])
            )
          ]
    )
}

const ofStatement = (statement: Json, at: Path): ReadonlyArray<Diagnostic> => {
  if (!isObject(statement)) return [problem(at, 'a statement', shown(statement), 'Write a record.')]
  const unknown = Object.keys(statement).filter((element) => !elements.has(element))
  return [
    ...unknown.map((element) => problem([...at, element], 'no such element', shown(statement[element]), 'Remove it.')),
    ...(statement['Effect'] === 'Allow'
      ? []
      : [
          problem(
            [...at, 'Effect'],
            '"Allow"',
            shown(statement['Effect']),
            'Name the principals that may; all others may not.'
          )
        ]),
    ...(JSON.stringify(statement['Action']) === '["sts:AssumeRole"]'
      ? []
      : [problem([...at, 'Action'], '["sts:AssumeRole"]', shown(statement['Action']), 'Keep sts:AssumeRole alone.')]),
    ...(isObject(statement['Principal']) && Object.values(statement['Principal']).flat().length > 0
      ? []
      : [
          problem(
            [...at, 'Principal'],
            'a list of principals',
            shown(statement['Principal']),
            'Name at least one exact role ARN.'
          )
        ])
  ]
}

const sidOf = (statement: Json): Json | undefined => (isObject(statement) ? statement['Sid'] : undefined)

/** IAM takes letters and digits, and each name once. Source: IAM, "IAM JSON policy elements: Sid". */
const ofSid = (statement: Json, earlier: ReadonlyArray<Json>, at: Path): ReadonlyArray<Diagnostic> => {
  const sid = sidOf(statement)
  const isName = sid === undefined || (typeof sid === 'string' && /^[A-Za-z0-9]{1,100}$/.test(sid))
  if (isName && (sid === undefined || !earlier.some((other) => sidOf(other) === sid))) return []
  return [
    problem(
      at,
      'letters and digits that name this statement alone',
      shown(sid),
      'Give each statement a name of its own, or none.'
    )
  ]
}

const problem = (at: Path, expected: string, actual: string, remedy: string): Diagnostic => ({
  rule: 'trust-form',
  clause: 'J.7.0 §7',
  at,
  expected,
  actual,
  remedy
})
