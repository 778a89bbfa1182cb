import * as E from 'fp-ts/lib/Either.js'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { UsageMistake } from './usage.ts'
import { firstSentence } from './first-sentence.ts'

/** Options and files of a command line, or the first thing in it that is not understood. */
export const parsed = <O extends NonNullable<ParseArgsConfig['options']>>(options: O, args: ReadonlyArray<string>) =>
  E.tryCatch(
    () => parseArgs({ args: [...args], options, allowPositionals: true, strict: true }),
    (error): UsageMistake => ({ _tag: 'NotUnderstood', message: firstSentence(error) })
  )
