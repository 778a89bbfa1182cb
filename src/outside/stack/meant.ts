import { posix } from 'node:path'
import { nearest } from '../../diagnostics/nearest.ts'
import type { StackFiles } from './files.ts'

/** What to do about a stack that is not there. A name near to it is the one that was most likely meant. */
export const meantStack = (files: StackFiles, source: string): string => {
  const stacks = [...files.keys()].filter((name) => posix.dirname(name) === 'stacks').map(stackOf)
  const meant = nearest(stackOf(source), stacks)
  return meant === undefined
    ? 'Correct the name, or begin the stack: npm run new'
    : `Did you mean ${meant}? To begin another stack: npm run new`
}

const stackOf = (path: string): string => posix.basename(path, '.ts')

/** The file that a misspelt import was most likely meant to name, as the importing file writes it. */
export const meantFile = (files: StackFiles, from: string, path: string): string | undefined => {
  const readable = [...files].flatMap(([name, file]) => (file._tag === 'Read' && file.path !== from ? [name] : []))
  const meant = nearest(path, readable)
  if (meant === undefined) return undefined
  const specifier = posix.relative(posix.dirname(from), meant)
  return specifier.startsWith('../') ? specifier : `./${specifier}`
}
