/** What is there, in words, and what to do about it. */
export type Words = readonly [actual: string, remedy: string]

const plainObject: Words = ['a class', 'Write a plain object, or a function that returns one.']
const module: Words = ['a namespace', 'Use a file in stacks/ with its own exports instead.']
const equalsImport: Words = ['`import =` or `export =`', 'Write `import … from` or `export default`.']
const receiver: Words = ['`this` or `super`', 'Name the value: in a declaration nothing has a receiver.']

/** Kinds of syntax that a stack may not hold and that deserve words of their own, by ESTree name. */
export const refusedKinds: Readonly<Record<string, Words>> = {
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
