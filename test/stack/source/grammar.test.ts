import { visitorKeys } from 'oxc-parser'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { grammar, lookedInto } from '../../../src/stack/source/grammar.ts'

/** Fields that hold types, or names that are no references: nothing in them runs. */
const silent = [
  ...['typeAnnotation', 'typeArguments', 'typeParameters', 'returnType', 'label', 'exported'],
  // Refused by a rule of its own: import attributes, decorators (on classes only), paths of modules.
  ...['attributes', 'decorators', 'source']
]
/** Kinds that make no value at run time, and imports, whose names are read as bindings. */
const whole = ['ImportDeclaration', 'TSDeclareFunction', 'TSInterfaceDeclaration', 'TSTypeAliasDeclaration']

const test = suite('grammar')

test('is made of the parser’s own kinds', () => {
  const unknown = [...Object.keys(grammar), ...Object.keys(lookedInto)].filter((kind) => !(kind in visitorKeys))
  assert.equal(unknown, [])
})

test('leaves out no field of them that can hold code', () => {
  const missing = Object.entries(grammar)
    .filter(([kind]) => !whole.includes(kind))
    .flatMap(([kind, fields]) =>
      (visitorKeys[kind] ?? [])
        .filter((field) => !fields.includes(field) && !silent.includes(field))
        .map((field) => `${kind}.${field}`)
    )
  assert.equal(missing, [])
})

test('names no field that the parser does not know', () => {
  const unknown = Object.entries({ ...grammar, ...lookedInto }).flatMap(([kind, fields]) =>
    fields.filter((field) => !(visitorKeys[kind] ?? []).includes(field)).map((field) => `${kind}.${field}`)
  )
  assert.equal(unknown, [])
})

test.run()
