import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { resolve } from 'node:path'
import type { Route } from '../caller/surroundings.ts'
import type { UsageMistake } from './usage.ts'
import { routeExports, routeOptions, shellWord } from '../caller/shell.ts'

/** The options by which a command is told its way to AWS, for `parseArgs`. */
export const ROUTE_OPTIONS = { proxy: { type: 'string' }, 'ca-bundle': { type: 'string' } } as const

/** A password on a command line is read by everyone on the machine, and would be printed again. */
const proxy = (text: string | undefined): E.Either<UsageMistake, string | undefined> => {
  if (text === undefined) return E.right(undefined)
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === '' &&
    url.pathname === '/'
  return isPlain ? E.right(text) : E.left({ _tag: 'NotAProxy' })
}

/** The way to AWS that a command line names; paths are absolute afterwards. */
export const routeOf = (
  cwd: string,
  named: { readonly proxy?: string | undefined; readonly 'ca-bundle'?: string | undefined }
): E.Either<UsageMistake, Route> =>
  pipe(
    proxy(named.proxy),
    E.map((address) => ({
      proxy: address,
      caBundle: named['ca-bundle'] === undefined ? undefined : resolve(cwd, named['ca-bundle'])
    }))
  )

/**
 * The commands of tofu that a person types next, in the folder of the project. They are given through the guard, and
 * without it. Without it they run with any shell, folder and credentials that are there by then.
 */
export const nextCommands = (
  { source, stack, route }: { readonly source: string; readonly stack: string; readonly route: Route },
  commands: ReadonlyArray<'init' | 'plan' | 'apply'>
): ReadonlyArray<string> => [
  'Next, by hand (J.7.0 §2):',
  ...commands.map((command) => `  npm run tofu -- ${shellWord(source)} ${command}${routeOptions(route)}`),
  'or, weaker, because what was proven is not tied to what runs:',
  ...[...routeExports(route), ...commands.map((command) => `tofu -chdir=out/${stack} ${command}`)].map(
    (line) => `  ${line}`
  )
]
