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

/** What the committed stack staging-eu emits. */
export const emittedStaging = (): EmittedFile => {
  const [emission] = emitStacks([{ source: 'stacks/staging-eu.ts', stack: E.right(staging) }])
  if (emission === undefined) throw new Error('nothing was emitted')
  return orThrow(emission.file)
}

/** What the committed stack staging-eu wants of AWS. */
export const wantedOfStaging = (): Wanted => orThrow(wantedOf(emittedStaging()))
