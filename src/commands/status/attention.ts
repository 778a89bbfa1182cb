import * as E from 'fp-ts/lib/Either.js'
import type * as O from 'fp-ts/lib/Option.js'
import type { CommittedFile, RepositoryFailure } from '../../outside/git/repository.port.ts'
import type { Evidence } from '../guard/evidence.ts'

/** The emitted file in one place beside what the stack declares. */
export type FileState = 'as declared' | 'differs' | 'missing' | 'unreadable'

/** A run of the guard as its evidence tells it. */
export type RunSeen = {
  readonly at: string
  /** As AWS named it when it called. */
  readonly role: string | null
  readonly outcome: string
  readonly completed: boolean
}

/** A thing to look at: the line, and the word that `explain` answers. */
export type Attention = { readonly says: string; readonly word: string }

export const attending = (
  all: ReadonlyArray<Attention>
): { readonly attention: ReadonlyArray<string>; readonly words: ReadonlyArray<string> } => ({
  attention: all.map(({ says }) => says),
  words: all.map(({ word }) => word)
})

/** A run with what a person may have to do about it. */
export type Run = { readonly seen: RunSeen } & Pick<Evidence, 'outcome' | 'findings'>

/** What to do about a file that is not as declared. */
export const fileAttention = (
  what: 'file' | 'commit',
  file: FileState | null,
  toDo: string
): ReadonlyArray<Attention> => {
  if (file === null || file === 'as declared') return []
  const word = what === 'file' ? 'not-emitted' : 'not-committed'
  return [{ says: `${what} ${file}: ${toDo}`, word: file === 'unreadable' ? 'not-readable' : word }]
}

/** A commit cures nothing where git cannot read the repository; its own words are the cause then. */
export const commitAttention = (
  committed: E.Either<RepositoryFailure, O.Option<CommittedFile>>,
  commit: FileState | null,
  stack: string
): ReadonlyArray<Attention> => {
  if (E.isRight(committed))
    return fileAttention('commit', commit, `git add stacks/${stack}.ts out/${stack}, and commit`)
  const { cause, remedy = 'npm run doctor' } = committed.left
  return [{ says: `commit unreadable (${cause}): ${remedy}`, word: 'not-readable' }]
}

/** The word of each reason of an apply that is not done, where no rule says more. */
const reasonWords: Readonly<Record<Evidence['outcome']['reason'], string>> = {
  Done: 'evidence.completed',
  NotClean: 'evidence.findings',
  NotCompleted: 'evidence.completed',
  Interrupted: '130',
  NotUnderstood: 'not-understood',
  NotEmitted: '2',
  NotAllowed: 'by-hand',
  NotProven: 'not-proven',
  NoTofu: 'tofu-itself',
  NotReadable: 'not-readable',
  NotKept: 'not-private',
  PlanRefused: 'plan-refused',
  NotConfirmed: 'not-confirmed',
  TofuFailed: 'tofu-failed'
}

/** What to do about an apply that did not end well. */
export const applyAttention = (run: Run | null, stack: string): ReadonlyArray<Attention> => {
  if (run === null || (run.seen.completed && run.outcome.reason === 'Done')) return []
  const { reason, objections } = run.outcome
  const says = `last apply ended with ${reason}: npm run preflight -- ${stack}`
  const refused = run.findings.find(({ outcome }) => outcome === 'failed')
  return [{ says, word: objections[0] ?? refused?.id ?? reasonWords[reason] }]
}
