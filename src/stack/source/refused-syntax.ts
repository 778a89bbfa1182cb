import type { Node } from 'oxc-parser'
import { DEEPEST, grammar } from './grammar.ts'
import type { Refusal } from './parsed-source.ts'
import type { Spot } from './walk.ts'

/** What is there, in words, and what to do about it. */
type Words = readonly [actual: string, remedy: string]

const plainObject: Words = ['a class', 'Write a plain object, or a function that returns one.']
const module: Words = ['a namespace', 'Use a file in stacks/ with its own exports instead.']
const equalsImport: Words = ['`import =` or `export =`', 'Write `import … from` or `export default`.']
const receiver: Words = ['`this` or `super`', 'Name the value: in a declaration nothing has a receiver.']

/** Kinds of syntax that a stack may not hold and that deserve words of their own, by ESTree name. */
const refusedKinds: Readonly<Record<string, Words>> = {
  AwaitExpression: ['`await`: loading a stack has nothing to wait for', 'Write the value itself, without `await`.'],
  YieldExpression: ['`yield`', 'Write a plain list.'],
  TryStatement: ['`try`: a declaration does not recover', 'Remove it, so that an error ends the loading and is shown.'],
  DebuggerStatement: ['`debugger`', 'Remove it.'],
  ClassDeclaration: plainObject,
  ClassExpression: plainObject,
  ThisExpression: receiver,
  Super: receiver,
  MetaProperty: ['`import.meta` or `new.target`', 'Write the value itself: a stack does not ask where or how it runs.'],
  ImportExpression: ['a dynamic `import()`', 'Import at the top of the file, with `import … from`.'],
  TaggedTemplateExpression: ['a tagged template', 'Call a function instead.'],
  TSEnumDeclaration: ['an `enum`, which is more than a type', 'Use a plain object with `as const`.'],
  TSModuleDeclaration: module,
  TSImportEqualsDeclaration: equalsImport,
  TSExportAssignment: equalsImport,
  TSNamespaceExportDeclaration: equalsImport,
  TSTypeAssertion: ['a type assertion in angle brackets', 'Write `value as Type`.'],
  TSInstantiationExpression: ['a function with type arguments that is not called', 'Leave the type arguments out.']
}

const plainFunction: Words = [
  'a function that waits or pauses',
  'Write a plain function that returns its value at once.'
]
const ambient: Words = ['`declare`, which makes no value', 'Import the value from the file that has it.']
const pattern: Words = [
  'a regular expression',
  'Write the text itself: what a stack declares is not worked out from other text.'
]

/** The words for a form that is refused although its kind of node is not. */
const byForm = ({ node, parent }: Spot): Words | undefined => {
  if ('declare' in node && node.declare === true) return ambient
  if ('async' in node && (node.async || node.generator)) return plainFunction
  if (node.type === 'VariableDeclaration' && node.kind.endsWith('using')) return ['`using`', 'Write `const`.']
  if (node.type === 'ForOfStatement' && node.await) return ['`for await`', 'Write `for (… of …)`.']
  if (node.type === 'UnaryExpression' && node.operator === 'delete')
    return ['`delete`, which changes a value', 'Make a new object without the key.']
  if (node.type === 'Literal' && 'regex' in node) return pattern
  if (node.type === 'Property' && node.kind !== 'init') return ['a getter or a setter', 'Write the value itself.']
  return node.type === 'Property' && parent?.node.type === 'ObjectExpression' && isPrototype(node)
    ? ['`__proto__` as a key, which sets a prototype', 'Remove the key.']
    : undefined
}

const isPrototype = ({ key, computed, shorthand }: Extract<Node, { type: 'Property' }>): boolean =>
  !computed &&
  !shorthand &&
  (('name' in key && key.name === '__proto__') || ('value' in key && key.value === '__proto__'))

const unknownKind = (type: string): Words => [
  `syntax of the kind ${type}`,
  'Write it with constants, functions, lists, objects and templates.'
]

/** Syntax that a declaration has no use for. It waits, changes, asks where it runs, or is more than types and values. */
export const refusedSyntax = (spot: Spot): ReadonlyArray<Refusal> => {
  const { node, depth } = spot
  const words =
    depth > DEEPEST
      ? ([`syntax that nests more than ${DEEPEST} levels deep`, 'Give the inner values names of their own.'] as const)
      : (refusedKinds[node.type] ?? (grammar[node.type] === undefined ? unknownKind(node.type) : byForm(spot)))
  return words === undefined
    ? []
    : [
        {
          at: node.start,
          expected: 'constants, functions and the values they make',
          actual: words[0],
          remedy: words[1]
        }
      ]
}
