import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { strictJson, textOf } from '../../diagnostics/strict-json.ts'
import { inCommits, mayLieInFolder } from '../../declaration/emitted-folder.ts'
import type { FileFailure, OutputFiles, OutputFolder } from '../../outside/files/files.port.ts'
import type { EmittedInCommit, Head, History, RepositoryFailure } from '../../outside/git/repository.port.ts'
import { isObject, type Json, type JsonObject } from '../../terraform/json.ts'
import { failureRemedy, failureText } from '../../command-line/failure-text.ts'

/** Why there is nothing to show: what was read, what was found, and what to do. */
export type Objection = { readonly what: string; readonly actual: string; readonly remedy: string }

/** The emitted files of one side, by the name of the stack. */
export type Side = {
  /** What a reader calls it. */
  readonly name: string
  /** The full id; none for the working tree. */
  readonly commit: string | undefined
  readonly files: ReadonlyMap<string, JsonObject>
  /** Stacks without a page for reviewers, as older layouts have them. */
  readonly withoutPage: ReadonlyArray<string>
  /** What else lies in the folder of a stack and was committed there, by the name of the stack. */
  readonly others: ReadonlyMap<string, ReadonlyArray<string>>
}

const ofGit = ({ what, cause, remedy }: RepositoryFailure): Objection => ({
  what,
  actual: cause,
  remedy: remedy ?? 'Run this in a clone of the repository, with git on the PATH.'
})

const ofFile = (failure: FileFailure): Objection => ({
  what: failure.path,
  actual: failureText(failure),
  remedy: failureRemedy(failure)
})

/**
 * The object that the bytes of an emitted file stand for. A key that is written twice is refused, and so are bytes other than
 * UTF-8, and a byte order mark.
 */
export const objectIn = (where: string, bytes: Uint8Array): E.Either<Objection, JsonObject> => {
  const refuse = (actual: string): E.Either<Objection, JsonObject> =>
    E.left({ what: where, actual, remedy: 'Emit it again: npm run emit. Until then its effect is unknown.' })
  const read = strictJson(textOf(bytes))
  if (E.isLeft(read)) return refuse(`it is not JSON that means one thing: ${read.left}`)
  const root = nullsAsText(read.right as Json | null)
  return isObject(root) ? E.right(root) : refuse('it is not an object')
}

/** Each null as the template that means it, so that it is compared as the text of a hand. Source: OpenTofu, "JSON syntax". */
const nullsAsText = (value: Json | null): Json => {
  if (value === null) return '${null}'
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).map(nullsAsText)
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, nullsAsText(item)]))
    : value
}

type Read = EmittedInCommit

const sideOf = (
  name: string,
  commit: string | undefined,
  all: ReadonlyArray<Read>
): E.Either<ReadonlyArray<Objection>, Side> => {
  const read = all.map(({ stack, bytes }) => [stack, objectIn(`out/${stack}/main.tf.json of ${name}`, bytes)] as const)
  const refused = read.flatMap(([, file]) => (E.isLeft(file) ? [file.left] : []))
  const files = new Map(read.flatMap(([stack, file]) => (E.isRight(file) ? [[stack, file.right] as const] : [])))
  const withoutPage = all.filter(({ hasPage }) => !hasPage).map(({ stack }) => stack)
  const others = new Map(all.map((one) => [one.stack, one.others]))
  return refused.length > 0 ? E.left(refused) : E.right({ name, commit, files, withoutPage, others })
}

/** No later commit changes a base that cannot be compared, so that another base is named. */
const ofBase = ({ what, cause, remedy }: RepositoryFailure): Objection =>
  ofGit({
    what,
    cause,
    ...(/^out(?:\/|$)/.test(what)
      ? { remedy: 'Name a commit without it to compare with: npm run review -- COMMIT' }
      : remedy === undefined
        ? {}
        : { remedy })
  })

type ReadSide = TE.TaskEither<ReadonlyArray<Objection>, Side>

/** A commit, and what a reader calls it. */
type NamedCommit = { readonly name: string; readonly head: Head }

/** Reads one commit, of which `isAbout` says which stacks count. */
export const sideOfCommit =
  (
    history: History,
    project: AbsolutePath,
    { name, head, isBase }: NamedCommit & { readonly isBase: boolean },
    isAbout: (stack: string) => boolean
  ): ReadSide =>
  async () => {
    const emitted: E.Either<RepositoryFailure, ReadonlyArray<EmittedInCommit>> = await history.emitted(project, head)()
    return E.isLeft(emitted)
      ? E.left([(isBase ? ofBase : ofGit)(emitted.left)])
      : sideOf(
          name,
          head.commit,
          emitted.right.filter(({ stack }) => isAbout(stack))
        )
  }

/** Finds a commit by the name that was typed, or the merge base with the main branch where none was. */
export const namedCommit =
  (
    history: History,
    project: AbsolutePath,
    revision: string | undefined
  ): TE.TaskEither<ReadonlyArray<Objection>, NamedCommit> =>
  async () => {
    if (revision !== undefined) {
      const found = await history.commit(project, revision)()
      return E.isLeft(found) ? E.left([ofGit(found.left)]) : E.right({ name: revision, head: found.right })
    }
    const found = await history.mergeBase(project)()
    return E.isLeft(found)
      ? E.left([ofGit(found.left)])
      : E.right({ name: `where this branch left ${found.right.branch}`, head: found.right.base })
  }

const emittedPath = /^out\/([^/]+)\/main\.tf\.json$/

/** What the outside says of the working tree. */
export type OnDisk = {
  readonly outputFiles: Pick<OutputFiles, 'outputs' | 'folders' | 'read'>
  readonly history: Pick<History, 'trackedInOut'>
}

/**
 * What else lies in the folder of each stack: what preflight refuses there, and all that the index has. That is what a commit
 * of all of it would have, without what init and people may leave there.
 */
const othersOnDisk = (
  folders: ReadonlyArray<OutputFolder>,
  tracked: ReadonlyArray<string>
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const inIndex = new Set(tracked.map((path) => path.split('/').slice(0, 3).join('/')))
  return new Map(
    folders.map(({ name, entries }) => [
      name,
      entries
        .filter((one) => !mayLieInFolder(one) || (!inCommits.has(one.name) && inIndex.has(`out/${name}/${one.name}`)))
        .map((one) => one.name)
    ])
  )
}

/** Reads what lies in `out/` on the disk. */
export const sideOnDisk =
  ({ outputFiles, history }: OnDisk, project: AbsolutePath, isAbout: (stack: string) => boolean): ReadSide =>
  async () => {
    const listed = await outputFiles.outputs(project)()
    if (E.isLeft(listed)) return E.left([ofFile(listed.left)])
    const folders = await outputFiles.folders(project)()
    if (E.isLeft(folders)) return E.left([ofFile(folders.left)])
    const tracked = await history.trackedInOut(project)()
    if (E.isLeft(tracked)) return E.left([ofGit(tracked.left)])
    const others = othersOnDisk(folders.right, tracked.right)
    const found: Array<Read> = []
    for (const path of listed.right) {
      const stack = emittedPath.exec(path)?.[1]
      if (stack === undefined || !isAbout(stack)) continue
      const bytes = await outputFiles.read(project, path)()
      if (E.isLeft(bytes)) return E.left([ofFile(bytes.left)])
      if (O.isSome(bytes.right))
        found.push({
          stack,
          bytes: bytes.right.value,
          hasPage: listed.right.includes(`out/${stack}/REVIEW.md`),
          others: others.get(stack) ?? []
        })
    }
    return sideOf('the working tree', undefined, found)
  }
