import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EmittedFile } from '../../src/declaration/declaration.ts'
import { emitStacks } from '../../src/stack/emit.ts'
import { type Wanted, wantedOf } from '../../src/backend/wanted.ts'
import { type Change, changedAll } from './changed.ts'
import staging from '../project/stacks/staging-eu.ts'

const orThrow = <A>(validated: E.Either<unknown, A>): A =>
  pipe(
    validated,
    E.getOrElse((problems): A => {
      throw new Error(JSON.stringify(problems))
    })
  )

const emitted = (changes: ReadonlyArray<Change>): EmittedFile => {
  const stack = { ...staging, declaration: changedAll(staging.declaration, changes) }
  const [emission] = emitStacks([{ source: 'stacks/staging-eu.ts', stack: E.right(stack) }])
  if (emission === undefined) throw new Error('nothing was emitted')
  return orThrow(emission.file)
}

const made = (changes: ReadonlyArray<Change> = []) => {
  const file = emitted(changes)
  return { file, wanted: orThrow(wantedOf(file)) }
}

let once: { readonly file: EmittedFile; readonly wanted: Wanted } | undefined

/** Emitted once for all tests of a process, and copied, so that no test changes what another one has. */
const staged = (changes: ReadonlyArray<Change>) => {
  if (changes.length > 0) return made(changes)
  once ??= made()
  return structuredClone(once)
}

/** What the committed stack staging-eu emits, or would with a declaration that is changed so. */
export const emittedStaging = (changes: ReadonlyArray<Change> = []): EmittedFile => staged(changes).file

/** What the committed stack staging-eu wants of AWS, or would. */
export const wantedOfStaging = (changes: ReadonlyArray<Change> = []): Wanted => staged(changes).wanted
