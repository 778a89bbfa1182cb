import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { EmittedFile } from '../../src/declaration/declaration.ts'
import { emitStacks } from '../../src/stack/emit.ts'
import { type Wanted, wantedOf } from '../../src/backend/wanted.ts'
import staging from '../project/stacks/staging-eu.ts'

const orThrow = <A>(validated: E.Either<unknown, A>): A =>
  pipe(
    validated,
    E.getOrElse((problems): A => {
      throw new Error(JSON.stringify(problems))
    })
  )

const emitted = (): EmittedFile => {
  const [emission] = emitStacks([{ source: 'stacks/staging-eu.ts', stack: E.right(staging) }])
  if (emission === undefined) throw new Error('nothing was emitted')
  return orThrow(emission.file)
}

let once: { readonly file: EmittedFile; readonly wanted: Wanted } | undefined

/** Emitted once for all tests of a process, and copied, so that no test changes what another one has. */
const staged = () => {
  if (once === undefined) {
    const file = emitted()
    once = { file, wanted: orThrow(wantedOf(file)) }
  }
  return structuredClone(once)
}

/** What the committed stack staging-eu emits. */
export const emittedStaging = (): EmittedFile => staged().file

/** What the committed stack staging-eu wants of AWS. */
export const wantedOfStaging = (): Wanted => staged().wanted
