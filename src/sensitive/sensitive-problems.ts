import type { Declaration } from '../declaration/declaration.ts'
import { type Path, type Problem, violation } from '../diagnostics/problem.ts'
import { sensitiveData } from './sensitive-data.ts'

/** The numbers that J.7.0 §3.3 authorises: they may stand anywhere. Names are judged like any other text. */
const declared = ({ account, trustedAccounts }: Partial<Declaration>): ReadonlyArray<string> => [
  ...(account === undefined ? [] : [account]),
  ...(trustedAccounts ?? [])
]

/** A problem for each credential and each personal datum in a JSON value, which is named by kind and length alone. */
export const sensitiveProblems = (json: unknown, at: Path, declaration: Partial<Declaration>): ReadonlyArray<Problem> =>
  sensitiveData(json, declared(declaration)).map(({ path, kind, what }) =>
    violation({
      rule: 'sensitive-values',
      clause: 'J.7.0 §6',
      at: [...at, ...path],
      expected: kind === 'credential' ? 'no credential' : 'no personal or clinical data',
      actual: what,
      remedy:
        kind === 'credential'
          ? 'Remove it and revoke it: what was written into a file that others can read is no longer secret.'
          : 'Remove it; name a team or a role instead of a person. The number of an order or a ticket passes with letters right before it, such as PO4711.'
    })
  )
