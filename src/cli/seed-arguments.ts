import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Route } from '../identity/surroundings.ts'
import { firstSentence } from './first-sentence.ts'
import type { SeedMistake } from './seed-usage.ts'

export type SeedArguments = {
  /** As typed, against the working directory. */
  readonly files: ReadonlyArray<string>
  readonly isDryRun: boolean
  readonly help: boolean
  readonly route: Route
}

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  proxy: { type: 'string' },
  'ca-bundle': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean', default: false }
} as const

const parsed = (args: ReadonlyArray<string>) =>
  E.tryCatch(
    () => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
    (error): SeedMistake => ({ _tag: 'NotUnderstood', message: firstSentence(error) })
  )

/** A password on a command line is read by everyone on the machine, and would be printed again. */
const proxy = (text: string | undefined): E.Either<SeedMistake, string | undefined> => {
  if (text === undefined) return E.right(undefined)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    url.pathname === '/'
  return isPlain ? E.right(text) : E.left({ _tag: 'NotAProxy' })
}

/** What a command line asks for, or the first thing in it that is not understood; paths are absolute afterwards. */
export const seedArguments = (cwd: string, args: ReadonlyArray<string>): E.Either<SeedMistake, SeedArguments> =>
  pipe(
    E.Do,
    E.apS('given', parsed(args)),
    E.bind('proxy', ({ given }) => proxy(given.values.proxy)),
    E.map(({ given: { values, positionals }, proxy: named }) => ({
      files: positionals,
      isDryRun: values['dry-run'],
      help: values.help,
      route: {
        proxy: named,
        caBundle: values['ca-bundle'] === undefined ? undefined : resolve(cwd, values['ca-bundle'])
      }
    }))
  )
