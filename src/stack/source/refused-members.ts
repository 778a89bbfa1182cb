import type { Node } from 'oxc-parser'
import type { Refusal } from './parsed-source.ts'
import type { Spot } from './walk.ts'

type Family = { readonly names: string; readonly does: string; readonly remedy: string }

const families: ReadonlyArray<Family> = [
  {
    names:
      'constructor prototype __proto__ caller callee arguments call apply bind ' +
      '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__',
    does: 'leads to code behind the value',
    remedy: 'Write the value itself; a declaration does not look behind values.'
  },
  {
    names: 'match matchAll search',
    does: 'makes a regular expression of text',
    remedy: 'Write the text itself, or use includes, startsWith, endsWith, indexOf or split.'
  },
  {
    names: 'toFixed toPrecision toExponential normalize',
    does: 'depends on the engine',
    remedy: 'Write the text itself.'
  },
  {
    names: 'parseFloat parseInt',
    does: 'reads as much of a text as it likes, and digits as the engine does',
    remedy: 'Write the number itself, or Number(text).'
  },
  {
    names: 'localeCompare toLocaleString toLocaleLowerCase toLocaleUpperCase toLocaleDateString toLocaleTimeString',
    does: 'depends on the language of the machine',
    remedy: 'Write the text itself, or use the form without Locale.'
  },
  {
    names: 'push pop shift unshift splice sort reverse fill copyWithin',
    does: 'changes a list that others may hold',
    remedy: 'Make a new list: [...list, item], list.filter(…), list.toSorted(), list.toReversed().'
  },
  {
    names: 'values keys entries next',
    does: 'gives something that can be used up, so that a second stack finds it empty',
    remedy: 'Use the list itself, Object.values(…), Object.keys(…) or Object.entries(…).'
  }
]

const familyOf = new Map(families.flatMap((family) => family.names.split(' ').map((name) => [name, family] as const)))

const expected = 'members that give the same to every stack on every machine'

/** Members that lead out of a declaration, whichever way they are reached, and members whose name only running tells. */
export const refusedMembers = (spot: Spot): ReadonlyArray<Refusal> => {
  const { node, parent } = spot
  if (node.type === 'MemberExpression')
    return node.object.type === 'Identifier' && node.object.name === 'Object' && !node.computed
      ? []
      : refused(node.property, nameOf(node.property, node.computed))
  if (node.type === 'Property' && parent?.node.type === 'ObjectPattern')
    return refused(node.key, nameOf(node.key, node.computed))
  return []
}

const nameOf = (key: Node, isComputed: boolean): string | undefined => {
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return isComputed ? undefined : key.name
  if (key.type === 'Literal') return String(key.value)
  return key.type === 'TemplateLiteral' && key.expressions.length === 0
    ? (key.quasis[0]?.value.cooked ?? undefined)
    : undefined
}

const refused = ({ start }: Node, name: string | undefined): ReadonlyArray<Refusal> => {
  if (name === undefined)
    return [
      {
        at: start,
        expected: 'a member whose name is written out',
        actual: 'a member whose name is known only at run time',
        remedy: 'Write the name: object.name, object["name"] or list[0]; Object.entries(…).find(…) looks a key up.'
      }
    ]
  const family = familyOf.get(name)
  return family === undefined
    ? []
    : [{ at: start, expected, actual: `the member \`${name}\`, which ${family.does}`, remedy: family.remedy }]
}
