import { type Context, Script, createContext } from 'node:vm'
import type { SurfaceFunction } from '../../stack/surface.ts'

/** A function of the authoring surface that a stack called, and with what: nothing is done yet. */
export type Call = { readonly by: SurfaceFunction; readonly args: unknown }

/** A world of its own for one stack: no name of this thread is in it, and no object. */
export type Realm = {
  readonly context: Context
  /** By specifier, what a stack finds there: functions that only note that they were called. */
  readonly surface: ReadonlyMap<string, unknown>
  /** The call that an object stands for. */
  readonly callOf: (value: object) => Call | undefined
  readonly plainPrototypes: { readonly object: unknown; readonly list: unknown }
}

export type SurfaceTable = Readonly<Record<string, Readonly<Record<string, SurfaceFunction>>>>

/** What stays of the built-ins beside what syntax needs. Whatever an engine has beside it is taken away. */
const kept: Readonly<Record<string, string>> = {
  globals: 'Array Boolean Error Number Object String',
  Object: 'hasOwnProperty isPrototypeOf propertyIsEnumerable toString valueOf',
  Function: '',
  Array:
    'at concat every filter find findIndex findLast findLastIndex flat flatMap forEach includes indexOf join ' +
    'lastIndexOf length map reduce reduceRight slice some toReversed toSorted toSpliced toString with',
  String:
    'at charAt charCodeAt codePointAt concat endsWith includes indexOf isWellFormed lastIndexOf length padEnd padStart ' +
    'repeat replace replaceAll slice split startsWith substring toLowerCase toString toUpperCase toWellFormed trim ' +
    'trimEnd trimStart valueOf',
  Number: 'valueOf',
  'Number itself': 'EPSILON MAX_SAFE_INTEGER MIN_SAFE_INTEGER isFinite isInteger isNaN isSafeInteger',
  Boolean: 'toString valueOf',
  BigInt: 'valueOf toString',
  Symbol: '',
  Error: 'message name toString'
}

/**
 * Runs once in each new realm, before anything of a stack. A function shows no source, a number has no digits to another
 * base and is made of no text with more than 20 (ECMA-262, RoundMVResult), letters change their case only in ASCII, no
 * comparison sorts a list, and none is joined inside itself: all of that is not the same on every engine. Of entries, no
 * key stands twice.
 */
const prelude = new Script(
  `'use strict';(kept, table, note) => {
    const { freeze, getOwnPropertyNames, getPrototypeOf } = Object
    const { apply, deleteProperty } = Reflect
    const codeAt = String.prototype.charCodeAt
    const numberText = Number.prototype.toString
    const methods = {
      changed(change, text) {
        for (let at = 0; at < text.length; at += 1)
          if (apply(codeAt, text, [at]) > 127)
            throw new Error('upper and lower case only of ASCII letters: of others they depend on the engine')
        return apply(change, text, [])
      }
    }
    const { toUpperCase, toLowerCase } = String.prototype
    const { toSorted, join, includes } = Array.prototype
    const numberOf = Number
    const { fromEntries } = Object
    const digitsOf = (text) => {
      let digits = 0
      let upToLast = 0
      for (let at = 0; at < text.length; at += 1) {
        const code = apply(codeAt, text, [at])
        if (code === 101 || code === 69) break
        if (code < 48 || code > 57 || (digits === 0 && code === 48)) continue
        digits += 1
        if (code !== 48) upToLast = digits
      }
      return upToLast
    }
    let joined = []
    const ours = {
      toUpperCase() { return methods.changed(toUpperCase, \`\${this}\`) },
      toLowerCase() { return methods.changed(toLowerCase, \`\${this}\`) },
      toSorted(...given) {
        if (given.length > 0) throw new Error('toSorted without an argument: what a comparison gives depends on the engine')
        return apply(toSorted, this, [])
      },
      join(...given) {
        if (apply(includes, joined, [this])) throw new Error('the text of a list inside itself: it depends on the engine')
        const before = joined
        joined = [...before, this]
        const text = apply(join, this, given)
        joined = before
        return text
      },
      Number(...given) {
        if (given.length === 0) return 0
        const value = given[0]
        if ((typeof value === 'object' && value !== null) || typeof value === 'function')
          throw new Error('Number of an object: write the number itself')
        if (typeof value === 'string' && digitsOf(value) > 20)
          throw new Error('Number of a text with more than 20 digits: what the others give depends on the engine')
        return numberOf(value)
      },
      fromEntries(entries) {
        const list = [...entries]
        const made = fromEntries(list)
        if (getOwnPropertyNames(made).length < list.length)
          throw new Error('Object.fromEntries with a key twice, of which the last would be taken in silence')
        return made
      },
      numberText: { toString() { return apply(numberText, this, []) } }.toString,
      functionText: { toString() { return 'function' } }.toString
    }
    const prototypes = {
      Object: Object.prototype, Function: Function.prototype, Array: Array.prototype, String: String.prototype,
      Number: Number.prototype, Boolean: Boolean.prototype, BigInt: BigInt.prototype, Symbol: Symbol.prototype,
      Error: Error.prototype
    }
    const found = { object: Object.prototype, list: Array.prototype, surface: { __proto__: null } }
    for (const name in prototypes)
      for (const member of getOwnPropertyNames(prototypes[name]))
        if (!kept[name].includes(member)) deleteProperty(prototypes[name], member)
    for (const kind of [function* () {}, async () => {}, async function* () {}])
      deleteProperty(getPrototypeOf(kind), 'constructor')
    String.prototype.toUpperCase = ours.toUpperCase
    String.prototype.toLowerCase = ours.toLowerCase
    Number.prototype.toString = ours.numberText
    for (const member of kept['Number itself']) ours.Number[member] = numberOf[member]
    Array.prototype.toSorted = ours.toSorted
    Array.prototype.join = ours.join
    Object.fromEntries = ours.fromEntries
    Function.prototype.toString = ours.functionText
    for (const specifier in table) {
      const record = { __proto__: null }
      for (const name of table[specifier])
        record[name] = freeze({
          [name]: (...args) => {
            const value = freeze({ __proto__: null })
            note(value, specifier, name, args)
            return value
          }
        }[name])
      found.surface[specifier] = freeze(record)
    }
    const world = globalThis
    world.Number = ours.Number
    for (let at = world; at !== null; at = getPrototypeOf(at)) deleteProperty(at, 'constructor')
    for (const name of getOwnPropertyNames(world)) if (!kept.globals.includes(name)) deleteProperty(world, name)
    return found
  }`,
  { filename: 'prelude' }
)

type Note = (value: object, specifier: string, name: string, args: unknown) => void
type Found = {
  readonly object: unknown
  readonly list: unknown
  readonly surface: Readonly<Record<string, unknown>>
}
type Prelude = (kept: unknown, table: unknown, note: Note) => Found

/** Makes a realm whose functions are those of the table, and in which no text becomes code. */
export const newRealm = (table: SurfaceTable): Realm => {
  const calls = new WeakMap<object, Call>()
  const context = createContext({ __proto__: null }, { codeGeneration: { strings: false, wasm: false } })
  const { object, list, surface } = (prelude.runInContext(context) as Prelude)(
    Object.fromEntries(Object.entries(kept).map(([name, members]) => [name, members.split(' ')])),
    Object.fromEntries(Object.entries(table).map(([specifier, functions]) => [specifier, Object.keys(functions)])),
    (value, specifier, name, args) => {
      const by = table[specifier]?.[name]
      if (by !== undefined) calls.set(value, { by, args })
    }
  )
  return {
    context,
    surface: new Map(Object.keys(table).map((specifier) => [specifier, surface[specifier]])),
    callOf: (value) => calls.get(value),
    plainPrototypes: { object, list }
  }
}
