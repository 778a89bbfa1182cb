import type { Statement } from '../../../src/iam/document.ts'
import type { Mutation } from './mutation.ts'

/** Action and resource of a request. */
type Asked = { readonly action: string; readonly resource: string }

/**
 * Whether a mutation can change how a request is decided at all: a statement that speaks of neither its action nor its
 * resource, before and after, cannot. Only saves time: a mutation that nothing seems to concern is a survivor.
 */
export const concerns = ({ before, after }: Mutation, asked: Asked): boolean => {
  const [was, is] = [applies(before, asked), after !== undefined && applies(after, asked)]
  return was !== is || (was && after !== undefined && rest(before) !== rest(after))
}

const rest = ({ Effect, Condition, Principal }: Statement): string => JSON.stringify([Effect, Condition, Principal])

const applies = ({ Action, NotAction, Resource, NotResource }: Statement, { action, resource }: Asked): boolean =>
  (Action === undefined || some(Action, action)) &&
  (NotAction === undefined || !some(NotAction, action)) &&
  (Resource === undefined || some(Resource, resource)) &&
  (NotResource === undefined || !some(NotResource, resource))

const some = (patterns: ReadonlyArray<string>, text: string): boolean =>
  patterns.some((pattern) => matches(pattern, text))

const matches = (pattern: string, text: string): boolean => {
  if (!pattern.includes('*')) return pattern === text
  const [first = '', ...others] = pattern.split('*')
  const last = others.at(-1) ?? ''
  return text.startsWith(first) && text.endsWith(last) && inOrder(others.slice(0, -1), text.slice(first.length))
}

const inOrder = ([part, ...others]: ReadonlyArray<string>, text: string): boolean => {
  if (part === undefined) return true
  const at = text.indexOf(part)
  return at >= 0 && inOrder(others, text.slice(at + part.length))
}
