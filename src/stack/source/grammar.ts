/**
 * The syntax that a stack may be written in. Each kind of node stands by its ESTree name, with those of its fields that
 * hold code which runs. Names that are not references, and types, are left out. A kind without a row is refused.
 */
export const grammar: Readonly<Record<string, ReadonlyArray<string>>> = {
  Program: ['body'],
  ImportDeclaration: [],
  ExportAllDeclaration: [],
  ExportNamedDeclaration: ['declaration', 'specifiers'],
  ExportDefaultDeclaration: ['declaration'],
  ExportSpecifier: ['local'],
  VariableDeclaration: ['declarations'],
  VariableDeclarator: ['id', 'init'],
  FunctionDeclaration: ['id', 'params', 'body'],
  FunctionExpression: ['id', 'params', 'body'],
  ArrowFunctionExpression: ['params', 'body'],
  TSDeclareFunction: [],
  TSInterfaceDeclaration: [],
  TSTypeAliasDeclaration: [],
  BlockStatement: ['body'],
  EmptyStatement: [],
  ExpressionStatement: ['expression'],
  IfStatement: ['test', 'consequent', 'alternate'],
  SwitchStatement: ['discriminant', 'cases'],
  SwitchCase: ['test', 'consequent'],
  ForStatement: ['init', 'test', 'update', 'body'],
  ForOfStatement: ['left', 'right', 'body'],
  ForInStatement: ['left', 'right', 'body'],
  WhileStatement: ['test', 'body'],
  DoWhileStatement: ['body', 'test'],
  BreakStatement: [],
  ContinueStatement: [],
  LabeledStatement: ['body'],
  ReturnStatement: ['argument'],
  ThrowStatement: ['argument'],
  Identifier: [],
  Literal: [],
  TemplateLiteral: ['quasis', 'expressions'],
  TemplateElement: [],
  ArrayExpression: ['elements'],
  ObjectExpression: ['properties'],
  Property: ['key', 'value'],
  SpreadElement: ['argument'],
  ArrayPattern: ['elements'],
  ObjectPattern: ['properties'],
  RestElement: ['argument'],
  AssignmentPattern: ['left', 'right'],
  UnaryExpression: ['argument'],
  BinaryExpression: ['left', 'right'],
  LogicalExpression: ['left', 'right'],
  ConditionalExpression: ['test', 'consequent', 'alternate'],
  SequenceExpression: ['expressions'],
  AssignmentExpression: ['left', 'right'],
  UpdateExpression: ['argument'],
  CallExpression: ['callee', 'arguments'],
  NewExpression: ['callee', 'arguments'],
  ChainExpression: ['expression'],
  MemberExpression: ['object', 'property'],
  TSAsExpression: ['expression'],
  TSSatisfiesExpression: ['expression'],
  TSNonNullExpression: ['expression']
}

/** Refused syntax in which the other rules still look for more to refuse. So all of it is shown at once. */
export const lookedInto: Readonly<Record<string, ReadonlyArray<string>>> = {
  AwaitExpression: ['argument'],
  YieldExpression: ['argument'],
  TryStatement: ['block'],
  TSTypeAssertion: ['expression']
}

/** How deep syntax may nest. Each program that reads the file after us recurses too. */
export const DEEPEST = 100
