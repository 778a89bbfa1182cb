import { areLfsPointer, lfsPointer } from '../../../../diagnostics/lfs-pointer.ts'
import { type Origin, fileAt } from '../../../../diagnostics/origin.ts'
import { shellWord } from '../../../../caller/shell.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { EmittedFile } from '../../../../declaration/declaration.ts'
import type { Clause } from '../../../../diagnostics/diagnostic.ts'
import type { ReadFailure } from '../../../../outside/files/files.port.ts'
import type { CommittedFile, Head, OtherProject, RepositoryFailure } from '../../../../outside/git/repository.port.ts'
import { type Finding, failed, passed } from '../../../../diagnostics/finding.ts'
import { type Content, lineEnds } from '../../same-bytes.ts'
import { takenBack } from '../../../../caller/taken-back.ts'
import { type SeenNeighbour, neighbourFindings } from './neighbours.ts'
import { oneProject } from './one-project.ts'

/** What was read, or why it was not. */
export type Read<A> = E.Either<RepositoryFailure, A>

/** One file, as it was read and in git. */
export type SeenFile = {
  /** Relative to the project. */
  readonly path: string
  /** On disk, or of a file of `stacks/` when the stack was evaluated. */
  readonly found: E.Either<ReadFailure, O.Option<Content>>
  readonly committed: Read<O.Option<CommittedFile>>
  readonly staged: Read<ReadonlyArray<string>>
}

/** The ids of the two rules for a file in git. `as` is the form in which the file must be committed. */
type Ids = { readonly commit: string; readonly index: string; readonly as: string }

const clause: Clause = 'J.6.2 §7'
const emittedIds: Ids = { commit: 'file-committed', index: 'file-staged', as: 'it lies on disk' }
const sourceIds: Ids = { commit: 'source-committed', index: 'source-staged', as: 'it was evaluated' }
const lockIds: Ids = { commit: 'lock-file-committed', index: 'lock-file-staged', as: 'it lies on disk' }

/** Where a file was seen, and what git says of it. */
const onGit = (commit: string): Origin => ({ kind: 'git', name: `the commit ${commit}` })
const onIndex: Origin = { kind: 'git', name: 'the index' }

const unread = (rule: string, from: Origin, expected: string, failure: RepositoryFailure, remedy: string): Finding =>
  failed({
    rule,
    clause,
    from,
    expected,
    actual: `${failure.what} cannot be read: ${failure.cause}`,
    remedy: failure.remedy ?? remedy
  })

/** What to do where git does not give what it keeps: nothing that is added to it would end that. */
const OF_GIT = 'Have git fsck --full say what is wrong with the repository, and work in a new clone.'

/** Emit leaves alone what it cannot read. */
const movedAway = (path: string, source: string): string =>
  `Move ${path} away or make it readable, since emit leaves it alone. Then emit it: npm run emit -- ${shellWord(source)}`

const onDisk = (seen: SeenFile, text: string, source: string): Finding => {
  const about = { rule: 'file-as-emitted', clause, from: fileAt(seen.path) } as const
  const expected = `${seen.path} as a regular file that is byte for byte what ${source} emits`
  const remedy = `Run npm run emit -- ${shellWord(source)}, have the difference reviewed, and commit it.`
  if (E.isLeft(seen.found))
    return unread(about.rule, about.from, expected, seen.found.left, movedAway(seen.path, source))
  if (O.isNone(seen.found.right)) return failed({ ...about, expected, actual: 'there is no such file', remedy })
  const [found, wanted] = [seen.found.right.value, new TextEncoder().encode(text)]
  if (found.isSameAs(wanted)) return passed({ ...about, expected, actual: `the same ${wanted.length} bytes` })
  if (found.isSameButForCRLF(wanted)) return failed({ ...about, expected, ...lineEnds(seen.path) })
  if (found.isLfsPointer) return failed({ ...about, expected, ...lfsPointer(seen.path) })
  return failed({ ...about, expected, actual: `${seen.path} with other bytes`, remedy })
}

const inCommit = (ids: Ids, seen: SeenFile, commit: string): Finding => {
  const about = { rule: ids.commit, clause, from: fileAt(seen.path) } as const
  const expected = `${seen.path} committed, byte for byte as ${ids.as}`
  const remedy = `Have ${seen.path} reviewed, and commit it: git add -f ${shellWord(seen.path)} && git commit`
  if (E.isLeft(seen.committed)) return unread(about.rule, onGit(commit), expected, seen.committed.left, OF_GIT)
  if (E.isLeft(seen.found))
    return unread(about.rule, about.from, expected, seen.found.left, 'Make it a regular file that can be read.')
  const broughtBack = `Take back what was committed: ${takenBack(seen.path)}`
  const inGit = seen.committed.right
  if (O.isNone(inGit))
    return failed({ ...about, from: onGit(commit), expected, actual: `the commit ${commit} has no such file`, remedy })
  if (O.isNone(seen.found.right))
    return failed({ ...about, expected, actual: 'the file is missing on the disk', remedy: broughtBack })
  const [found, { bytes }] = [seen.found.right.value, inGit.value]
  if (areLfsPointer(bytes)) return failed({ ...about, from: onGit(commit), expected, ...lfsPointer(seen.path) })
  if (found.isSameAs(bytes)) return passed({ ...about, expected, actual: `in the commit ${commit}` })
  if (found.isSameButForCRLF(bytes)) return failed({ ...about, expected, ...lineEnds(seen.path) })
  return failed({
    ...about,
    expected,
    actual: `it has local changes against the commit ${commit}`,
    remedy: `${remedy}; or take back what was committed: ${takenBack(seen.path)}`
  })
}

const inIndex = (ids: Ids, seen: SeenFile): ReadonlyArray<Finding> => {
  const expected = `no staged change of ${seen.path}`
  const remedy = `Commit the staged change, or take it back: git restore --staged ${shellWord(seen.path)}`
  if (E.isLeft(seen.staged)) return [unread(ids.index, onIndex, expected, seen.staged.left, OF_GIT)]
  if (E.isLeft(seen.committed) || O.isNone(seen.committed.right)) return []
  const refused = (actual: string, toDo = remedy): ReadonlyArray<Finding> => [
    failed({ rule: ids.index, clause, from: onIndex, expected, actual, remedy: toDo })
  ]
  const [first, ...others] = seen.staged.right
  if (first === undefined) return refused('its removal is staged')
  if (others.length > 0)
    return refused(
      'a merge of it is in conflict',
      'Finish the merge in the files that git status names, emit, add them and commit; or give it up: git merge --abort'
    )
  return first === seen.committed.right.value.entry ? [] : refused('a change of it is staged')
}

const inGit = (ids: Ids, seen: SeenFile, commit: string): ReadonlyArray<Finding> => [
  inCommit(ids, seen, commit),
  ...inIndex(ids, seen)
]

/**
 * Whether the lock file is as it was committed, once a commit has it. Init writes it, so on day 0 none is committed. From
 * then on what was reviewed binds the provider.
 */
const lockInGit = (seen: SeenFile, commit: string): ReadonlyArray<Finding> =>
  E.isRight(seen.committed) && O.isNone(seen.committed.right)
    ? [
        passed({
          rule: lockIds.commit,
          clause,
          from: onGit(commit),
          expected: `${seen.path} byte for byte as it was committed, once it is`,
          actual: `the commit ${commit} has none yet`
        })
      ]
    : inGit(lockIds, seen, commit)

/** The files of a stack, and the commit at HEAD. */
export type SeenReview = {
  readonly head: Read<Head>
  readonly emitted: SeenFile
  /** The page for reviewers beside it. They approve what the page says. */
  readonly page: SeenFile
  readonly source: SeenFile
  /** The other files of `stacks/` that it is made of. */
  readonly imports: ReadonlyArray<SeenFile>
  /** All other files of `stacks/` that the commit has. */
  readonly neighbours: Read<ReadonlyArray<SeenNeighbour>>
  /** The other projects that the commit has. */
  readonly others: Read<ReadonlyArray<OtherProject>>
  /** The dependency lock file, where it is judged. */
  readonly lock: O.Option<SeenFile>
}

/**
 * Whether the emitted file and its page equal what the stack emits, and all of it is as committed. OpenTofu will read the
 * file, and the page says what the file gives to whom. What was committed could be reviewed (J.6.2 §7: explicit
 * configuration, fail closed where it is ambiguous). The passed findings name the commit.
 */
export const judgeReviewed = (
  { text, review }: Pick<EmittedFile, 'text' | 'review'>,
  { head, emitted, page, source, imports, neighbours, others, lock }: SeenReview
): ReadonlyArray<Finding> => {
  const disk = [onDisk(emitted, text, source.path), onDisk(page, review.text, source.path)]
  if (E.isLeft(head))
    return [
      ...disk,
      unread(
        'repository',
        { kind: 'git', name: 'HEAD of the repository' },
        'a git repository that holds the project, with a commit at HEAD',
        head.left,
        'Run this in a clone of the repository, with git on the PATH, so that the reviewed files are the ones that run.'
      )
    ]
  const { commit } = head.right
  return [
    ...disk,
    ...inGit(emittedIds, emitted, commit),
    ...inGit(emittedIds, page, commit),
    ...(O.isSome(lock) ? lockInGit(lock.value, commit) : []),
    ...neighbourFindings(neighbours, commit),
    oneProject(others, commit),
    ...[source, ...imports].flatMap((seen) => inGit(sourceIds, seen, commit))
  ]
}
