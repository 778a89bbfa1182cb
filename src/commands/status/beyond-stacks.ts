import * as E from 'fp-ts/lib/Either.js'
import { shellWord } from '../../caller/shell.ts'
import { failureText, failureWords } from '../../command-line/failure-text.ts'
import { stackNameOf } from '../../command-line/usage.ts'
import { inCommits, strangersAmong } from '../../declaration/emitted-folder.ts'
import type { FileFailure, OutputFolder } from '../../outside/files/files.port.ts'
import type { CommittedSource, RepositoryFailure } from '../../outside/git/repository.port.ts'
import { notOnDisk } from '../preflight/checks/reviewed/neighbours.ts'
import type { Attention } from './attention.ts'

/** The folders of `out/`, or why they cannot be listed. */
export type Folders = E.Either<FileFailure, ReadonlyArray<OutputFolder>>

/** What lies in the folder of a stack and may not lie there, or why that is not known. */
export const strangerAttention = (folders: Folders, stack: string): ReadonlyArray<Attention> => {
  if (E.isLeft(folders)) return [{ says: failureText(folders.left), word: failureWords[folders.left._tag] }]
  const strange = strangersAmong(folders.right.find(({ name }) => name === stack)?.entries ?? [])
  if (strange.length === 0) return []
  const says = `${strange.join(', ')} may not lie in out/${stack}: npm run emit -- --check ${shellWord(stack)}`
  return [{ says, word: 'beside-emitted' }]
}

/** A stack without a stack file on the disk, and what to look at. */
export type Gone = { readonly source: string; readonly attention: Attention }

const ofStack = /^stacks\/[^./][^/]*\.ts$/

/**
 * The stacks that the commit or `out/` has, and `stacks/` has not. What they made in AWS is there, and no rule judges them
 * beside the others.
 */
export const goneStacks = (
  files: E.Either<RepositoryFailure, ReadonlyArray<CommittedSource>>,
  folders: Folders,
  sources: ReadonlyArray<string>
): ReadonlyArray<Gone> => {
  const committed = E.isLeft(files) ? [] : files.right.map(({ path }) => path).filter((path) => ofStack.test(path))
  const emitted = E.isLeft(folders)
    ? []
    : folders.right
        .filter(({ entries }) => entries.some(({ name }) => inCommits.has(name)))
        .map(({ name }) => `stacks/${name}.ts`)
  return [...new Set([...committed, ...emitted])]
    .filter((source) => !sources.includes(source))
    .toSorted()
    .map((source) => ({
      source,
      attention: committed.includes(source)
        ? { says: `${source} is not on the disk. ${notOnDisk.remedy}`, word: 'neighbours-committed' }
        : {
            says: `out/${stackNameOf(source)} has no stack file: bring ${source} back, or see docs/operator/retire.md`,
            word: 'belongs-to-no-stack'
          }
    }))
}
