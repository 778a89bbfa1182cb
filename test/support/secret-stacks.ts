import fc from 'fast-check'
import { sensitiveData } from '../../src/sensitive/sensitive-data.ts'
import { entries } from '../sensitive/entries.ts'
import { changedAll } from './changed.ts'
import { validDeclaration, validOptions } from './valid-stack.ts'

/** A stack file in which a secret stands where it breaks the stack, or is in what the file throws or prints. */
export type SecretStack = { readonly secret: string; readonly what: string; readonly text: string }

const isFound = (key: string, value: string): boolean => sensitiveData({ [key]: value }, []).length > 0

const sensitive = [...entries('credentials'), ...entries('personal')].filter(
  ({ key, value }) => isFound(key, value) && value.length >= 8
)
/** Those that are known wherever they stand in a text. */
const byLook = sensitive.filter(({ key, value }) => key === 'Note' && isFound(key, `ab ${value} ab`))

const head = ['automation-role', 'lock-table', 'operator-role', 'permissions-boundary', 'stack', 'state-bucket']
  .map((name) => {
    const imported = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    return `import { ${imported} } from 'zenthea-foundation/${name}'\n`
  })
  .join('')

/** The source of a stack of this declaration and these options, as JSON or as JavaScript around it. */
const source = (declaration: string, options: object): string => `${head}
const o = ${JSON.stringify(options)}
const d = ${declaration}
export default stack(d, [
  stateBucket(o.stateBucket), lockTable(o.lockTable), permissionsBoundary(o.permissionsBoundary),
  operatorRole(o.operatorRole), automationRole(o.automationRole)
])
`

type Place = ReadonlyArray<string | number>

const inDeclaration = (at: Place, value: unknown): string =>
  source(JSON.stringify(changedAll(validDeclaration, [[at, value]])), validOptions)
const inOptions = (at: Place, value: unknown): string =>
  source(JSON.stringify(validDeclaration), changedAll(validOptions, [[at, value]]) as object)

const fields: ReadonlyArray<Place> = [
  ['account'],
  ['environment'],
  ['region'],
  ['region', 'aws'],
  ['versions', 'tofu'],
  ['backend', 'bucket'],
  ['backend', 'key'],
  ['bootstrapPrincipal'],
  ['operatorRole'],
  ['trustedAccounts', 0],
  ['tags', 'Owner'],
  ['tags']
]
const options: ReadonlyArray<Place> = [
  ['stateBucket', 'tags', 'Purpose'],
  ['lockTable', 'billing'],
  ['operatorRole', 'trust', 'roles', 0],
  ['automationRole', 'sessionHours']
]

type Form = (secret: string, around: string) => string
const valid = source(JSON.stringify(validDeclaration), validOptions)
const quoted = (text: string): string => JSON.stringify(text)

/** What a file can throw, print or be with a secret in it. */
const utterances: Readonly<Record<string, Form>> = {
  'an error': (s, a) => `throw new Error(${quoted(`${a} ${s}`)})`,
  'a text that is thrown': (s) => `throw ${quoted(s)}`,
  'an object that is thrown': (s) =>
    `throw { message: ${quoted(s)}, name: ${quoted(s)}, toString: () => ${quoted(s)} }`,
  'the name of an error': (s) => `throw Object.assign(new Error('x'), { name: ${quoted(s)}, code: ${quoted(s)} })`,
  'the stack of an error': (s) =>
    `throw Object.assign(new Error('x'), { stack: ${quoted(`Error: ${s}\n  at file:///home/jane/x.ts:1:1`)} })`,
  'a chain of causes': (s) => `throw new Error('a', { cause: new Error('b', { cause: new Error(${quoted(s)}) }) })`,
  'many errors in one': (s) => `throw new AggregateError([new Error(${quoted(s)}), ${quoted(s)}], ${quoted(s)})`,
  'a hook for inspection': (s) =>
    `throw { [Symbol.for('nodejs.util.inspect.custom')]: () => ${quoted(s)}, [Symbol.toPrimitive]: () => ${quoted(s)}, [Symbol.toStringTag]: ${quoted(s)} }`,
  'a message that is a getter': (s) =>
    `throw Object.defineProperty(new Error('x'), 'message', { get() { throw new Error(${quoted(s)}) } })`,
  'a promise that nobody awaits': (s) => `Promise.reject(new Error(${quoted(s)}))\n${valid}`,
  'an error afterwards': (s) =>
    `setTimeout(() => { throw new Error(${quoted(s)}) }, 0)\nqueueMicrotask(() => { throw new Error(${quoted(s)}) })\n${valid}`,
  'what a file prints': (s) =>
    `console.log(${quoted(s)}); console.error(${quoted(s)}); process.stdout.write(${quoted(s)}); process.stderr.write(${quoted(s)})\nthrow new Error('x')`,
  'a warning of the process': (s) => `process.emitWarning(${quoted(s)}, 'W', ${quoted(s)})\nthrow new Error('x')`,
  'an import': (s) => `import x from ${quoted(`./${s}.ts`)}\nexport default x`,
  'an import at run time': (s) => `await import(${quoted(`./${s}`)})`,
  'a require': (s) => `import { createRequire } from 'node:module'\ncreateRequire('/tmp/x.js')(${quoted(s)})`,
  'a syntax error on its line': (s) => `export default { password: ${quoted(s)} ] // ${s}`,
  'a text that is not closed': (s) => `export default "${s.replaceAll('"', '')}\n`,
  'a comment that is not closed': (s) => `/* ${s.replaceAll('*/', '')}\nexport default 1`,
  'JSON that is none': (s) => `JSON.parse(${quoted(`${s} {`)})`,
  'a file that is not there': (s) =>
    `import { readFileSync } from 'node:fs'\nreadFileSync(${quoted(`/home/jane/${s}`)})`,
  'a name that is not defined': (s) => `globalThis[${quoted(s)}].x`,
  'a getter of the declaration': (s) =>
    source(
      `Object.defineProperty(${JSON.stringify(validDeclaration)}, 'region', { enumerable: true, get() { throw new Error(${quoted(s)}) } })`,
      validOptions
    ),
  'a proxy as the declaration': (s) =>
    source(
      `new Proxy(${JSON.stringify(validDeclaration)}, { ownKeys() { throw new Error(${quoted(s)}) }, get() { throw ${quoted(s)} } })`,
      validOptions
    ),
  'a function as a value': (s) =>
    source(
      `{ ...${JSON.stringify(validDeclaration)}, environment: Object.assign(() => 1, { toJSON: () => ${quoted(s)}, toString: () => ${quoted(s)} }) }`,
      validOptions
    ),
  'a symbol as a value': (s) =>
    source(`{ ...${JSON.stringify(validDeclaration)}, environment: Symbol(${quoted(s)}) }`, validOptions),
  'a class as a value': (s) =>
    source(
      `{ ...${JSON.stringify(validDeclaration)}, tags: new (class { constructor() { this.x = ${quoted(s)} } toJSON() { return ${quoted(s)} } })() }`,
      validOptions
    ),
  'the export itself': (s) => `export default ${quoted(s)}`,
  'another export': (s) => `export const x = ${quoted(s)}\nexport default [${quoted(s)}, { password: ${quoted(s)} }]`
}

const forms: ReadonlyArray<readonly [what: string, form: Form]> = [
  ...fields.flatMap((at): ReadonlyArray<readonly [string, Form]> => [
    [at.join('.'), (s) => inDeclaration(at, s)],
    [`${at.join('.')} in a text`, (s, a) => inDeclaration(at, `${a} ${s}`)]
  ]),
  ...options.map((at): readonly [string, Form] => [at.join('.'), (s) => inOptions(at, s)]),
  ['a key of tags', (s) => inDeclaration(['tags', s], 'x')],
  ['an unknown key', (s) => inDeclaration([s], { x: 1 })],
  ...Object.entries(utterances)
]

const named: ReadonlyArray<readonly [what: string, form: (key: string) => Form]> = [
  ['a tag of this name', (key) => (s) => inDeclaration(['tags', key], s)],
  ['a field of this name', (key) => (s) => inDeclaration([key], s)],
  ['a field of the backend', (key) => (s) => inDeclaration(['backend', key], s)],
  ['a field deep below', (key) => (s) => inDeclaration(['versions'], [{ deep: { [key]: s } }])],
  ['an option of this name', (key) => (s) => inOptions(['lockTable', key], s)]
]

const around = fc.nat({ max: 700 }).map((length) => 'ab '.repeat(length / 3))

const secretStack: fc.Arbitrary<SecretStack> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...sensitive), fc.constantFrom(...named), around)
      .map(([{ key, value }, [what, form], near]) => ({
        secret: value,
        what: `${what}: ${key}`,
        text: form(key)(value, near)
      }))
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...byLook), fc.constantFrom(...forms), around)
      .map(([{ value }, [what, form], near]) => ({ secret: value, what, text: form(value, near) }))
  }
)

/** So many random broken stacks, the same for the same seed. */
export const secretStacks = (numRuns: number, seed: number): ReadonlyArray<SecretStack> =>
  fc.sample(secretStack, { numRuns, seed })

/** The whole of a secret, as JSON writes it, and what is left of a long one where both ends are cut away. */
export const tracesOf = (secret: string): ReadonlyArray<string> => [
  secret,
  JSON.stringify(secret).slice(1, -1),
  ...(secret.length >= 40 ? [secret.slice(12, 28), secret.slice(-16)] : [])
]
