import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { shellWord } from '../../caller/shell.ts'
import { stackNameOf } from '../../command-line/usage.ts'
import { textOf } from '../../diagnostics/strict-json.ts'
import type { FileFailure } from '../../outside/files/files.port.ts'
import type { CommittedFile, CommittedSource, RepositoryFailure } from '../../outside/git/repository.port.ts'
import { sha256 } from '../../outside/process/sha256.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import type { Attention } from './attention.ts'

/** What was read beside the emitted file of a stack. A side that could not be read is told with the emitted file. */
export type Beside = {
  /** The files of `stacks/` that the commit has. */
  readonly sources: E.Either<RepositoryFailure, ReadonlyArray<CommittedSource>>
  /** The page for reviewers, on the disk and in the commit. */
  readonly page: E.Either<FileFailure, O.Option<Uint8Array>>
  readonly committedPage: E.Either<RepositoryFailure, O.Option<CommittedFile>>
}

const isOther = (text: string, held: E.Either<unknown, O.Option<Uint8Array>>): boolean =>
  E.isRight(held) && (O.isNone(held.right) || textOf(held.right.value) !== text)

/** The files that a stack is made of and the commit has not, or not like this. */
const otherSources = ({ source, imports, read }: Emission, { sources }: Beside): ReadonlyArray<string> => {
  if (E.isLeft(sources)) return []
  const digests = new Map<string, string>(sources.right.map(({ path, bytes }) => [path, sha256(bytes)]))
  return [source, ...imports].filter((path) => {
    const seen = read.get(path)
    return seen !== undefined && E.isRight(seen) && seen.right !== digests.get(path)
  })
}

/**
 * What preflight refuses of a stack although its emitted file is committed as declared. The page beside it, the stack file and
 * what that imports have to be committed too.
 */
export const notCommitted = (emission: Emission, beside: Beside): ReadonlyArray<Attention> => {
  if (E.isLeft(emission.file)) return []
  const stack = shellWord(stackNameOf(emission.source))
  const { path, text } = emission.file.right.review
  if (isOther(text, beside.page))
    return [{ says: `${path} not as emitted: npm run emit -- ${stack}`, word: 'not-emitted' }]
  const committed = E.map(O.map(({ bytes }: CommittedFile) => bytes))(beside.committedPage)
  const others = [...otherSources(emission, beside), ...(isOther(text, committed) ? [path] : [])]
  if (others.length === 0) return []
  const says = `${others.join(', ')} not as committed: npm run preflight -- ${stack} --check reviewed-file`
  return [{ says, word: 'not-committed' }]
}
