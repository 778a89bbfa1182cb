import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { Clause } from '../../domain/clause.ts'
import type { ReadFailure } from '../../ports/read-failure.ts'
import type { CommittedFile } from '../../ports/repository.ts'
import type { Stage } from '../directory/judge-directory.ts'
import { sameBytes } from '../same-bytes.ts'
import { type Finding, failed, passed } from '../finding.ts'

/** What was read, or why it was not. */
export type Read<A> = E.Either<ReadFailure, A>

/** One file, on disk and in git. */
export type SeenFile = {
  /** Relative to the project. */
  readonly path: string
  readonly disk: Read<O.Option<Uint8Array>>
  readonly committed: Read<O.Option<CommittedFile>>
  readonly staged: Read<ReadonlyArray<string>>
}

/** The ids of the three things that are judged of a file. */
type Ids = { readonly disk: string; readonly commit: string; readonly index: string }

const clause: Clause = 'J.6.2 §7'
const emittedIds: Ids = { disk: 'file-as-emitted', commit: 'file-committed', index: 'file-staged' }
const sourceIds: Ids = { disk: 'source-there', commit: 'source-committed', index: 'source-staged' }
const lockIds: Ids = { disk: 'lock-file-there', commit: 'lock-file-committed', index: 'lock-file-staged' }

const unread = (id: string, expected: string, { what, cause }: ReadFailure, remedy: string): Finding =>
  failed({ id, clause, expected, actual: `${what} cannot be read: ${cause}`, remedy })

const onDisk = (seen: SeenFile, text: string, source: string): Finding => {
  const id = emittedIds.disk
  const expected = `${seen.path} as a regular file that is byte for byte what ${source} emits`
  const remedy = `run npm run emit -- ${source}, have the difference reviewed, and commit it`
  if (E.isLeft(seen.disk)) return unread(id, expected, seen.disk.left, `see why; ${remedy}`)
  if (O.isNone(seen.disk.right)) return failed({ id, clause, expected, actual: 'there is no such file', remedy })
  return sameBytes(seen.disk.right.value, new TextEncoder().encode(text))
    ? passed({ id, clause, expected, actual: `the same ${seen.disk.right.value.length} bytes` })
    : failed({ id, clause, expected, actual: `${seen.path} is something else`, remedy })
}

const inCommit = (ids: Ids, seen: SeenFile, commit: string): Finding => {
  const id = ids.commit
  const expected = `${seen.path} committed, byte for byte as it lies on disk`
  const remedy = `have ${seen.path} reviewed, and commit it: git add -f ${seen.path} && git commit`
  if (E.isLeft(seen.committed)) return unread(id, expected, seen.committed.left, remedy)
  if (E.isLeft(seen.disk)) return unread(id, expected, seen.disk.left, 'make it a regular file that can be read')
  const inGit = seen.committed.right
  if (O.isNone(inGit)) return failed({ id, clause, expected, actual: `the commit ${commit} has no such file`, remedy })
  if (O.isNone(seen.disk.right))
    return failed({ id, clause, expected, actual: 'there is no such file on disk', remedy })
  return sameBytes(seen.disk.right.value, inGit.value.bytes)
    ? passed({ id, clause, expected, actual: `in the commit ${commit}` })
    : failed({
        id,
        clause,
        expected,
        actual: `it has local changes against the commit ${commit}`,
        remedy: `${remedy}; or take back what was committed: git restore ${seen.path}`
      })
}

const inIndex = (ids: Ids, seen: SeenFile): ReadonlyArray<Finding> => {
  const expected = `no staged change of ${seen.path}`
  const remedy = `commit the staged change, or take it back: git restore --staged ${seen.path}`
  if (E.isLeft(seen.staged)) return [unread(ids.index, expected, seen.staged.left, remedy)]
  if (E.isLeft(seen.committed) || O.isNone(seen.committed.right)) return []
  const refused = (actual: string): ReadonlyArray<Finding> => [
    failed({ id: ids.index, clause, expected, actual, remedy })
  ]
  const [first, ...others] = seen.staged.right
  if (first === undefined) return refused('its removal is staged')
  if (others.length > 0) return refused('a merge of it is in conflict')
  return first === seen.committed.right.value.entry ? [] : refused('a change of it is staged')
}

const inGit = (ids: Ids, seen: SeenFile, commit: string): ReadonlyArray<Finding> => [
  inCommit(ids, seen, commit),
  ...inIndex(ids, seen)
]

/**
 * Init writes the lock file, so on day 0 none is committed; from then on what was reviewed binds the provider. Before init
 * it may be gone or be another, since init is how a change of the provider begins.
 */
const lockInGit = (stage: Stage, seen: SeenFile, commit: string): ReadonlyArray<Finding> => {
  if (stage === 'before init') return []
  return E.isRight(seen.committed) && O.isNone(seen.committed.right)
    ? [
        passed({
          id: lockIds.commit,
          clause,
          expected: `${seen.path} byte for byte as it was committed, once it is`,
          actual: `the commit ${commit} has none yet`
        })
      ]
    : inGit(lockIds, seen, commit)
}

/** The emitted file of a stack, the files that it is made of, its own first, its lock file, and the commit at HEAD. */
export type SeenReview = {
  readonly head: Read<string>
  readonly emitted: SeenFile
  readonly sources: ReadonlyArray<SeenFile>
  readonly lock: SeenFile
}

/**
 * Whether what OpenTofu will read is what the stack emits, and all of it is what was committed and so could be reviewed
 * (J.6.2 §7: explicit configuration, fail closed where it is ambiguous). The passed findings name the commit.
 */
export const judgeReviewed = (
  stage: Stage,
  text: string,
  source: string,
  { head, emitted, sources, lock }: SeenReview
): ReadonlyArray<Finding> => {
  const disk = onDisk(emitted, text, source)
  if (E.isLeft(head))
    return [
      disk,
      unread(
        'repository',
        'a git repository that holds the project, with a commit at HEAD',
        head.left,
        'run this in a clone of the repository, with git on the PATH, so that what runs is what was reviewed'
      )
    ]
  return [
    disk,
    ...inGit(emittedIds, emitted, head.right),
    ...lockInGit(stage, lock, head.right),
    ...sources.flatMap((seen) => inGit(sourceIds, seen, head.right))
  ]
}
