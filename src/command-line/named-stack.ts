import type { AbsolutePath } from '../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ProviderBuild } from '../charter/charter.ts'
import { charterOf } from '../charter/phases.ts'
import type { EmittedFile } from '../declaration/declaration.ts'
import type { FileFailure, OutputFiles } from '../outside/files/files.port.ts'
import type { Emission, SourcesRead, StackEvaluator } from '../outside/stack/evaluator.port.ts'
import { type Wanted, wantedOf } from '../backend/wanted.ts'
import type { Refusal } from './diagnostic-text.ts'
import { type Scope, type Selection, scope, selection } from './selection.ts'
import type { UsageMistake } from './usage.ts'

/** What reading a stack needs of the outside. */
export type StackPorts = { readonly stackEvaluator: StackEvaluator; readonly outputFiles: Pick<OutputFiles, 'sources'> }

/** A stack file by its name in the project, what it emits, and what it wants of AWS. */
export type NamedStack = {
  readonly project: AbsolutePath
  readonly source: string
  readonly imports: ReadonlyArray<string>
  readonly read: SourcesRead
  readonly file: EmittedFile
  readonly wanted: Wanted
  /** The builds of the declared provider release that the charter knows by their hashes. */
  readonly providerBuilds: ReadonlyArray<ProviderBuild>
}

/** Why a stack cannot be read from a command line. */
export type NoStack =
  | { readonly _tag: 'Mistaken'; readonly mistake: UsageMistake }
  | { readonly _tag: 'Unreadable'; readonly failure: FileFailure }
  | { readonly _tag: 'Refused'; readonly refusal: Refusal }

type Reading<A> = TE.TaskEither<NoStack, A>

const mistaken = (mistake: UsageMistake): NoStack => ({ _tag: 'Mistaken', mistake })

/** The one stack that was chosen; with none named, or several, it says which there are. */
const one = (
  selected: Selection,
  listed: O.Option<ReadonlyArray<string>>
): E.Either<NoStack, Scope & { readonly source: string }> =>
  pipe(
    scope(selected, listed),
    E.flatMap((found): E.Either<UsageMistake, Scope & { readonly source: string }> => {
      const [source] = found.chosen
      const count = found.isWhole ? 0 : found.chosen.length
      return source === undefined || count !== 1
        ? E.left({ _tag: 'NotOneStack', count, stacks: found.sources })
        : E.right({ ...found, source })
    }),
    E.mapLeft(mistaken)
  )

const wantedIn = (
  { project, source, sources }: Scope & { readonly source: string },
  emissions: ReadonlyArray<Emission>
): E.Either<NoStack, NamedStack> => {
  const emission = emissions.find((candidate) => candidate.source === source)
  return emission === undefined
    ? E.left(mistaken({ _tag: 'NoSuchStack', source, stacks: sources.filter((other) => other !== source) }))
    : pipe(
        emission.file,
        E.flatMap((file) =>
          pipe(
            wantedOf(file),
            E.map((wanted) => ({
              project,
              source,
              imports: emission.imports,
              read: emission.read,
              file,
              wanted,
              providerBuilds:
                charterOf(file.declaration).providerReleases[file.declaration.versions.awsProvider]?.builds ?? []
            }))
          )
        ),
        E.mapLeft((problems): NoStack => ({ _tag: 'Refused', refusal: { source, problems } }))
      )
}

/** The one stack that a command line names. All stacks of its project are loaded, because no two may share anything. */
export const namedStack = (ports: StackPorts, cwd: string, words: ReadonlyArray<string>): Reading<NamedStack> =>
  pipe(
    TE.fromEither(selection(cwd, words)),
    TE.mapLeft(mistaken),
    TE.flatMap((selected) =>
      pipe(
        ports.outputFiles.sources(selected.project),
        TE.mapLeft((failure): NoStack => ({ _tag: 'Unreadable', failure })),
        TE.flatMapEither((listed) => one(selected, listed))
      )
    ),
    TE.flatMap((found) =>
      pipe(
        TE.fromTask(ports.stackEvaluator.emitAll(found.project, found.sources)),
        TE.flatMapEither((emissions) => wantedIn(found, emissions))
      )
    )
  )

/** The stacks that a command line names, all where it names none. It gives what came of each, and those that are valid. */
export const namedStacks = (
  ports: StackPorts,
  cwd: string,
  words: ReadonlyArray<string>
): Reading<{
  readonly project: AbsolutePath
  readonly emissions: ReadonlyArray<Emission>
  readonly stacks: ReadonlyArray<NamedStack>
}> =>
  pipe(
    TE.fromEither(selection(cwd, words)),
    TE.mapLeft(mistaken),
    TE.flatMap((selected) =>
      pipe(
        ports.outputFiles.sources(selected.project),
        TE.mapLeft((failure): NoStack => ({ _tag: 'Unreadable', failure })),
        TE.flatMapEither((listed) => pipe(scope(selected, listed), E.mapLeft(mistaken)))
      )
    ),
    TE.flatMap((found) =>
      pipe(
        TE.fromTask(ports.stackEvaluator.emitAll(found.project, found.sources)),
        TE.map((all) => {
          const emissions = all.filter(({ source }) => found.chosen.includes(source))
          const stacks = emissions.flatMap(({ source }) => {
            const stack = wantedIn({ ...found, source }, all)
            return E.isRight(stack) ? [stack.right] : []
          })
          return { project: found.project, emissions, stacks }
        })
      )
    )
  )
