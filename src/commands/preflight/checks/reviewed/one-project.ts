import * as E from 'fp-ts/lib/Either.js'
import type { Clause } from '../../../../diagnostics/diagnostic.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
import type { Origin } from '../../../../diagnostics/origin.ts'
import type { OtherProject, RepositoryFailure } from '../../../../outside/git/repository.port.ts'

const rule = 'one-project'
const clause: Clause = 'J.6.2 §4'

/**
 * Whether all stacks of the commit stand in one project (J.6.2 §4). That no two of them share anything is judged in one
 * `stacks/`. Those of another project in the same commit would be judged apart, by themselves.
 */
export const oneProject = (
  others: E.Either<RepositoryFailure, ReadonlyArray<OtherProject>>,
  commit: string
): Finding => {
  const from: Origin = { kind: 'git', name: `the commit ${commit}` }
  const about = { rule, clause, from, expected: `no stacks of another project in the commit ${commit}` }
  if (E.isLeft(others)) {
    const { what, cause, remedy } = others.left
    return failed({
      ...about,
      actual: `${what} cannot be read: ${cause}`,
      remedy: remedy ?? 'Have git fsck --full say what is wrong with the repository, and work in a new clone.'
    })
  }
  return others.right.length === 0
    ? passed({ ...about, actual: 'there are none' })
    : failed({
        ...about,
        actual: `those of another, which are judged apart: ${others.right.map(({ folder, stack }) => folder + stack).join(', ')}`,
        remedy:
          'Move all stack files into the stacks/ of one project, emit there, and have it reviewed: their states stay where they are. If they are of another organisation, give that project a repository of its own.'
      })
}
