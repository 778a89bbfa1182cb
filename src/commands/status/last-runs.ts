import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { jsonOf } from '../../diagnostics/strict-json.ts'
import type { PrivateFailure } from '../../outside/files/files.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import { Evidence } from '../guard/evidence.ts'
import type { Run } from './attention.ts'

/** A document that is not of the form that evidence promises tells nothing. */
const evidenceIn = (text: string): Evidence | undefined => {
  const document = O.toUndefined(jsonOf(text))
  return Evidence.is(document) ? document : undefined
}

/** The account that a stack declares; none where it is refused. */
export const accountOf = ({ file }: Emission): string | undefined =>
  E.isLeft(file) ? undefined : file.right.declaration.account

/**
 * Whether a document tells of a run on a stack of this account, where one is known. A stack of the same name may have been of
 * another. An apply that ended before tofu was let loose changed nothing, and the one before it stays the last.
 */
export const countsFor =
  (account: string | undefined) =>
  (text: string): boolean => {
    const run = evidenceIn(text)
    if (run === undefined) return false
    const isOfAccount = account === undefined || run.declared === null || run.declared.account === account
    return isOfAccount && (run.command !== 'apply' || run.applied || !run.completed)
  }

/** A run as its evidence tells it; none where no document was found, or it tells nothing. */
export const runOf = (held: E.Either<PrivateFailure, O.Option<string>>): Run | null => {
  if (E.isLeft(held) || O.isNone(held.right)) return null
  const document = evidenceIn(held.right.value)
  if (document === undefined) return null
  const { ended, began, caller, outcome, completed, findings } = document
  return {
    seen: { at: ended ?? began, role: caller?.seen ?? null, outcome: outcome.reason, completed },
    outcome,
    findings
  }
}
