import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import picomatch from 'picomatch'
import { unknown } from '../../review/consequence.ts'
import { type Compared, type LikeChange, comparedStacks, likeChanges } from '../../review/like-changes.ts'
import { ownNames } from '../../review/own-names.ts'
import { type StackReview, isWidening } from '../../review/stack-changes.ts'
import type { History } from '../../outside/git/repository.port.ts'
import { failureRemedy, failureText } from '../../command-line/failure-text.ts'
import { counted } from '../../command-line/printable.ts'
import { selection } from '../../command-line/selection.ts'
import { PATIENCE_SECONDS, type UsageMistake } from '../../command-line/usage.ts'
import { isAsDeclared } from '../emit/report.ts'
import { type EmitPorts, emitReport } from '../emit/run.ts'
import { type Named, type ReviewArguments, namedIn } from './arguments.ts'
import { type Objection, type Side, namedCommit, sideOfCommit, sideOnDisk } from './sides.ts'

/** What review needs of the outside. */
export type ReviewPorts = EmitPorts & {
  readonly history: History
  /** Writes a whole file at a path as it was typed, or says why not. */
  readonly writePage: (path: string, text: string) => TE.TaskEither<string, void>
}

/** What changes between two sides. */
export type Review = {
  readonly base: Side
  readonly head: Side
  /** How many stacks either side has, of those that were asked about. */
  readonly count: number
  readonly stacks: ReadonlyArray<Pick<StackReview, 'stack' | 'what'>>
  readonly changes: ReadonlyArray<LikeChange>
  /** What a reader should know about how this was compared. */
  readonly notes: ReadonlyArray<string>
  readonly widens: boolean
}

/** Why there is no review. */
export type NoReview =
  | { readonly _tag: 'Mistaken'; readonly mistake: UsageMistake }
  | { readonly _tag: 'Refused'; readonly objections: ReadonlyArray<Objection> }

const mistaken = (mistake: UsageMistake): NoReview => ({ _tag: 'Mistaken', mistake })

/**
 * Why `out/` of the working tree is not what the stacks emit; none where it is. Stacks that are gone emit nothing. What lies
 * beside the emitted files is left to the comparison, as in a commit.
 */
const unemitted = async (
  ports: ReviewPorts,
  project: AbsolutePath,
  files: ReadonlyArray<string>
): Promise<ReadonlyArray<Objection>> => {
  const args = { files, check: true, patienceSeconds: PATIENCE_SECONDS }
  const report = await emitReport(ports, project, args)()
  if (E.isLeft(report)) return []
  const { refusals, failures, results } = report.right
  return [
    ...refusals.map(({ source, problems }) => ({
      what: source,
      actual: `emit refuses it: ${counted(problems.length, 'problem')}`,
      remedy: 'Run npm run emit, correct what it names, and review again.'
    })),
    ...failures.map((failure) => ({
      what: failure.path,
      actual: failureText(failure),
      remedy: failureRemedy(failure)
    })),
    ...results
      .filter((result) => !isAsDeclared(result) && result.status !== 'may not lie there')
      .map(({ path, status }) => ({
        what: path,
        actual: `it is not what the stacks emit: ${status}`,
        remedy:
          status === 'belongs to no stack'
            ? 'Bring its stack file back, or remove this file too.'
            : 'Run npm run emit, and review again.'
      }))
  ]
}

const notesOf = (base: Side, head: Side): ReadonlyArray<string> => {
  const ofOlder = ({ name, withoutPage, files }: Side): ReadonlyArray<string> => {
    if (files.size === 0) return [`${name} has no emitted file of these stacks`]
    return withoutPage.length === 0
      ? []
      : [`${name} is of an older layout, without REVIEW.md; only the emitted files count, and they are compared`]
  }
  const unjudged =
    head.commit === undefined
      ? []
      : [`whether the stacks of ${head.name} emit these files is not judged here: npm run emit -- --check there does`]
  return [...ofOlder(base), ...ofOlder(head), ...unjudged]
}

/** OpenTofu reads every file of a folder, so what lies beside the emitted file may give anything. */
const strangersIn = (stack: string, { files, others }: Side): ReadonlyArray<Compared> => {
  const [file, list] = [files.get(stack), others.get(stack) ?? []]
  if (file === undefined || list.length === 0) return []
  const names = ownNames(stack, [file])
  const sentence = `out/${stack} also has ${list.join(', ')}: OpenTofu may read it, and it is not compared`
  return [
    { review: { stack, what: 'changed' }, names, toldOf: names, changes: [{ turn: 'may widen', sentence, ...unknown }] }
  ]
}

/** Compares what two sides have of each stack. */
export const compareSides = (base: Side, head: Side): Review => {
  const names = [...new Set([...base.files.keys(), ...head.files.keys()])].toSorted()
  const compared = comparedStacks(names.map((stack) => [stack, base.files.get(stack), head.files.get(stack)] as const))
  const found = [...compared, ...names.flatMap((stack) => strangersIn(stack, head))]
  const changes = likeChanges(found)
  return {
    base,
    head,
    count: names.length,
    stacks: [...new Map(found.map(({ review }) => [review.stack, review])).values()],
    changes,
    notes: notesOf(base, head),
    widens: changes.some(isWidening)
  }
}

/** The stack files of a project; none where there is no such folder, or where it cannot be read. */
const sourcesIn = async ({ outputFiles }: ReviewPorts, project: AbsolutePath): Promise<ReadonlyArray<string>> => {
  const listed = await outputFiles.sources(project)()
  return E.isRight(listed) && O.isSome(listed.right) ? listed.right.value : []
}

/** Both the comparison and emit read `out/`: what neither can read is one problem. */
const eachOnce = (all: ReadonlyArray<Objection>): ReadonlyArray<Objection> => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values()
]

/** Reads both sides and compares them. */
export const review =
  (ports: ReviewPorts, cwd: string, { words }: Pick<ReviewArguments, 'words'>): TE.TaskEither<NoReview, Review> =>
  async () => {
    const named = namedIn(words, await sourcesIn(ports, absolutePath(cwd)))
    if (E.isLeft(named)) return E.left(mistaken(named.left))
    const selected = selection(cwd, named.right.stacks)
    if (E.isLeft(selected)) return E.left(mistaken(selected.left))
    const { project, named: patterns } = selected.right
    const sources = await sourcesIn(ports, project)
    const isNamed = (source: string): boolean =>
      patterns.length === 0 || patterns.some((pattern) => picomatch.isMatch(source, pattern))
    const isAbout = (stack: string): boolean => isNamed(`stacks/${stack}.ts`)
    const files = sources.filter(isNamed)
    const isOfDisk = named.right.head === undefined && (patterns.length === 0 || files.length > 0)
    const emitted = isOfDisk ? unemitted(ports, project, patterns.length === 0 ? [] : files) : Promise.resolve([])
    const found = await bothSides(ports, project, named.right, isAbout)
    const compared = E.isRight(found) ? compareSides(...found.right) : undefined
    const objections = eachOnce([...(E.isLeft(found) ? found.left : []), ...(await emitted)])
    if (compared === undefined || objections.length > 0) return E.left({ _tag: 'Refused', objections })
    const all = [...compared.base.files.keys(), ...compared.head.files.keys()].map((stack) => `stacks/${stack}.ts`)
    const unknown = patterns.find((pattern) => !all.some((source) => picomatch.isMatch(source, pattern)))
    return unknown === undefined
      ? E.right(compared)
      : E.left(mistaken({ _tag: 'NoSuchStack', source: unknown, stacks: sources }))
  }

const bothSides = async (
  { history, outputFiles }: ReviewPorts,
  project: AbsolutePath,
  { base: from, head: to }: Named,
  isAbout: (stack: string) => boolean
): Promise<E.Either<ReadonlyArray<Objection>, readonly [Side, Side]>> => {
  const sideOf = async (
    revision: string | undefined,
    isBase: boolean
  ): Promise<E.Either<ReadonlyArray<Objection>, Side>> => {
    const found = await namedCommit(history, project, revision)()
    return E.isLeft(found) ? found : sideOfCommit(history, project, { ...found.right, isBase }, isAbout)()
  }
  const base = await sideOf(from, true)
  const head =
    to === undefined ? await sideOnDisk({ outputFiles, history }, project, isAbout)() : await sideOf(to, false)
  if (E.isLeft(base)) return E.isLeft(head) ? E.left([...base.left, ...head.left]) : base
  return E.isLeft(head) ? head : E.right([base.right, head.right])
}
