import { pathToFileURL } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { type Problem, unloadable } from '../../domain/problem.ts'
import { invalid, type Validated } from '../../domain/validated.ts'
import { isStack, type Stack } from '../../stack.ts'
import { type StackSource, withNeeds } from './sources.ts'
import { thrownPlace, thrownText } from './thrown.ts'

/** Runs a file that may run, and gives the stack that it exports. */
export const stackModule = async (file: StackSource): Promise<Validated<Stack>> => {
  try {
    const exported: unknown = await import(pathToFileURL(file.path).href)
    const stack = isObject(exported) && 'default' in exported ? exported.default : undefined
    return isStack(stack) ? E.right(stack) : invalid(exportProblem(file.source, exported))
  } catch (thrown) {
    return invalid(throwProblem(file, thrown))
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const exportProblem = (source: string, exported: unknown): Problem =>
  unloadable({
    rule: 'stack-exports-a-stack',
    clause: 'J.7.0 §4',
    source,
    place: undefined,
    expected: 'export default stack(…)',
    actual: whatIsExported(exported),
    remedy: "Write `export default stack({ … }, [ … ])`, with `stack` from 'zenthea-foundation/stack'."
  })

const whatIsExported = (exported: unknown): string => {
  if (isObject(exported) && 'default' in exported) return `the default export is ${kindOf(exported.default)}`
  const names = isObject(exported) ? Object.keys(exported) : []
  return names.length === 0 ? 'the file exports nothing' : `no default export, only ${some(names)}`
}

const some = (names: ReadonlyArray<string>): string =>
  names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'a list'
  if (typeof value !== 'object') return `a ${typeof value}`
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an object without keys' : `an object with the keys ${some(keys)}, not made by stack(…)`
}

/** What a file threw, with the place in stacks/ that it came from. */
export const throwProblem = (file: StackSource, thrown: unknown): Problem => {
  const files = new Map(withNeeds(file).map((one) => [pathToFileURL(one.path).href, one.source]))
  const from = thrownPlace(thrown, [...files.keys()])
  return unloadable({
    rule: 'stack-loads',
    clause: 'J.7.0 §4',
    source: (from === undefined ? undefined : files.get(from.url)) ?? file.source,
    place: from?.place,
    expected: 'a file that loads without an error',
    actual: thrownText(thrown),
    remedy: 'Correct what the message names.'
  })
}
