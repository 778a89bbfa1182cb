import { type Origin, fileAt } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Clause } from '../../../../diagnostics/diagnostic.ts'
import { shellWord } from '../../../../caller/shell.ts'
import type { ReadFailure } from '../../../../outside/files/files.port.ts'
import type { RepositoryFailure } from '../../../../outside/git/repository.port.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
import { type Content, lineEnds } from '../../same-bytes.ts'
import { allBroughtBack, takenBack } from '../../../../caller/taken-back.ts'

/** A file of `stacks/` that belongs to other stacks, as it was read and in the commit. */
export type SeenNeighbour = {
  readonly path: string
  readonly found: E.Either<ReadFailure, O.Option<Content>>
  readonly committed: Uint8Array
}

const rule = 'neighbours-committed'
const clause: Clause = 'J.6.2 §7'

type Fault = { readonly from: Origin; readonly actual: string; readonly remedy: string }

/** What to do about a file of `stacks/` that the commit has and the disk has not. */
export const notOnDisk = {
  remedy: `If the stack is to go, see docs/operator/retire.md. If not, check out all of stacks/: ${allBroughtBack('stacks')}`
}

const faultOf = ({ path, found, committed }: SeenNeighbour): Fault | undefined => {
  const file = shellWord(path)
  const from = fileAt(path)
  if (E.isLeft(found))
    return {
      from,
      actual: `${found.left.what} cannot be read: ${found.left.cause}`,
      remedy: `Make ${path} a regular file again: rm ${file} && ${takenBack(path)}; or move it out of stacks/`
    }
  if (O.isNone(found.right))
    return {
      from,
      actual: `${path} is not on the disk`,
      ...notOnDisk
    }
  if (found.right.value.isSameAs(committed)) return undefined
  if (found.right.value.isSameButForCRLF(committed)) return { from, ...lineEnds(path) }
  return {
    from,
    actual: `${path} has local changes`,
    remedy: `Have it reviewed, and commit it: git commit ${file}; or take back what was committed: ${takenBack(path)}`
  }
}

/** What to do where git does not give the files of the commit. A link in stacks/ is the author's to take out. */
const commitRemedy = (what: string): string =>
  /(^|\/)stacks(\/|$)/.test(what)
    ? 'Leave only regular files in stacks/, and commit that.'
    : 'Have git fsck --full say what is wrong with the repository, and work in a new clone.'

/**
 * Whether every other file of `stacks/` that the commit has lies on disk as it was committed (J.6.2 §7). That no two stacks
 * share a state is judged among those on disk. One that is not there would not be judged.
 */
export const neighbourFindings = (
  seen: E.Either<RepositoryFailure, ReadonlyArray<SeenNeighbour>>,
  commit: string
): ReadonlyArray<Finding> => {
  const from: Origin = { kind: 'git', name: `the commit ${commit}` }
  const about = {
    rule,
    clause,
    from,
    expected: `every other file of stacks/ on the disk as the commit ${commit} has it`
  }
  if (E.isLeft(seen)) {
    const { what, cause, remedy } = seen.left
    return [
      failed({
        ...about,
        actual: `${what} cannot be read: ${cause}`,
        remedy: remedy ?? commitRemedy(what)
      })
    ]
  }
  const faults = seen.right.flatMap((neighbour) => faultOf(neighbour) ?? [])
  return faults.length === 0
    ? [
        passed({
          ...about,
          actual: seen.right.length === 0 ? 'stacks/ holds this file alone' : `so they are: ${seen.right.length}`
        })
      ]
    : faults.map((fault) => failed({ ...about, ...fault }))
}
