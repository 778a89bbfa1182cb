import { shellWord } from '../../caller/shell.ts'
import { stackNameOf } from '../../command-line/usage.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { type Proof, pinnedRelease } from '../../declaration/versions.ts'
import { textOf } from '../../diagnostics/strict-json.ts'
import type { FileFailure, PrivateFailure } from '../../outside/files/files.port.ts'
import type { CommittedFile, RepositoryFailure } from '../../outside/git/repository.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import {
  type Attention,
  type FileState,
  type RunSeen,
  applyAttention,
  attending,
  commitAttention,
  fileAttention
} from './attention.ts'
import type { Gone } from './beyond-stacks.ts'
import { runOf } from './last-runs.ts'

/** What AWS said of a stack's backend; `findings` are those that are not as declared. */
export type LiveSeen = {
  readonly bucket: boolean
  readonly table: boolean
  /** `free`, or who holds it since when, or why that is not known. */
  readonly lock: string
  readonly serial: number | null
  /** What AWS did not answer for. Nothing is known of it, and a finding says why. */
  readonly unanswered: ReadonlyArray<'lock' | 'state'>
  readonly findings: ReadonlyArray<{ readonly rule: string; readonly actual: string }>
}

/** One stack, as far as it is known. Null is what was not asked or cannot be known. */
export type StackStatus = {
  readonly stack: string
  readonly source: string
  /** As the stack declares it, like environment, region and provider: AWS is not asked for any of them. */
  readonly account: string | null
  readonly environment: string | null
  readonly region: string | null
  /** The release of the AWS provider, and how well it is known. */
  readonly provider: { readonly version: string; readonly proof: Proof } | null
  readonly problems: number
  readonly emitted: FileState | null
  readonly committed: FileState | null
  readonly planned: RunSeen | null
  readonly applied: RunSeen | null
  readonly live: LiveSeen | null
  /** What a person has to look at, each in one line; empty where nothing is. */
  readonly attention: ReadonlyArray<string>
  /** The word of each of these lines, in their order, which `explain` answers. */
  readonly words: ReadonlyArray<string>
}

/** Why AWS was not asked about a stack, with its word for `explain`. */
export type NotAsked = { readonly why: string; readonly word: string; readonly isElsewhere: boolean }

/** The bytes of the emitted file in one place: absent, there, or not to be read. */
type Held<F, A> = E.Either<F, O.Option<A>>

/** What was read of one stack without a network. */
export type Read = {
  readonly emission: Emission
  readonly emitted: Held<FileFailure, Uint8Array>
  readonly committed: Held<RepositoryFailure, CommittedFile>
  readonly planned: Held<PrivateFailure, string>
  readonly applied: Held<PrivateFailure, string>
}

const same = (text: string, bytes: Uint8Array): boolean => textOf(bytes) === text

const bytesOf = ({ bytes }: CommittedFile): Uint8Array => bytes

const heldAs = (text: string, held: Held<unknown, Uint8Array>): FileState => {
  if (E.isLeft(held)) return 'unreadable'
  if (O.isNone(held.right)) return 'missing'
  return same(text, held.right.value) ? 'as declared' : 'differs'
}

/** The name of a stack as a shell takes it. A file that is refused can have any name. */
const typed = (stack: string): string => shellWord(stack.startsWith('-') ? `stacks/${stack}.ts` : stack)

/** A stack of which the declaration is not known: what to look at is all that is said of it. */
const refusedStatus = (
  none: Pick<StackStatus, 'stack' | 'source' | 'live' | 'planned' | 'applied'>,
  problems: number,
  attention: Attention
): StackStatus => ({
  ...none,
  account: null,
  environment: null,
  region: null,
  provider: null,
  problems,
  emitted: null,
  committed: null,
  ...attending([attention])
})

/** A stack of which the file is not there. Its runs are still told: what they made is in AWS. */
export const goneStatus = (
  { source, attention }: Gone,
  { planned, applied }: Pick<Read, 'planned' | 'applied'>
): StackStatus =>
  refusedStatus(
    {
      stack: stackNameOf(source),
      source,
      live: null,
      planned: runOf(planned)?.seen ?? null,
      applied: runOf(applied)?.seen ?? null
    },
    1,
    attention
  )

/** Emit leaves alone what it cannot read, so that is moved first. */
const fileToDo = (here: FileState, stack: string): string => {
  const first = here === 'unreadable' ? `move out/${stack}/main.tf.json away or make it readable, then emit: ` : ''
  return `${first}npm run emit -- ${stack}`
}

/** What is known of a stack without asking AWS. */
export const offlineStatus = ({ emission, emitted, committed, planned, applied }: Read): StackStatus => {
  const { source, file } = emission
  const stack = stackNameOf(source)
  const lastApply = runOf(applied)
  const runs = { planned: runOf(planned)?.seen ?? null, applied: lastApply?.seen ?? null }
  const none = { source, stack, live: null, ...runs }
  if (E.isLeft(file)) {
    const problems = file.left.length
    const says = `${problems} problem${problems === 1 ? '' : 's'}: npm run emit -- ${typed(stack)}`
    return refusedStatus(none, problems, { says, word: file.left[0].rule })
  }
  const { text, declaration } = file.right
  const here = heldAs(text, emitted)
  const there = heldAs(text, E.isLeft(committed) ? committed : E.right(O.map(bytesOf)(committed.right)))
  return {
    ...none,
    account: declaration.account,
    environment: declaration.environment,
    region: declaration.region.aws,
    provider: pinnedRelease(declaration.versions),
    problems: 0,
    emitted: here,
    committed: there,
    ...attending([
      ...fileAttention('file', here, fileToDo(here, stack)),
      ...(here === 'as declared' ? commitAttention(committed, there, stack) : []),
      ...applyAttention(lastApply, stack)
    ])
  }
}

/** The same with one thing more to look at. */
export const alsoAttending = (status: StackStatus, { says, word }: Attention): StackStatus => ({
  ...status,
  attention: [...status.attention, says],
  words: [...status.words, word]
})

/** The same with what AWS said, or why it could not say. */
export const withLive = (status: StackStatus, seen: E.Either<NotAsked, LiveSeen>): StackStatus => {
  if (E.isLeft(seen))
    return alsoAttending(status, { says: `AWS was not asked: ${seen.left.why}`, word: seen.left.word })
  const [first, ...others] = seen.right.findings
  const live = { ...status, live: seen.right }
  if (first === undefined) return live
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  const says = `${first.rule}: ${first.actual}${more}: npm run preflight -- ${status.stack}`
  return alsoAttending(live, { says, word: first.rule })
}
