import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Node, parseSync } from 'oxc-parser'
import { clauses as settingClauses } from '../../src/backend/setting.ts'
import { everyNode } from '../../src/stack/source/walk.ts'
import { type Sayings, sayingsIn, textOf, wordsOf } from './remedy-words.ts'

/** Where in a source a rule is named, and what stands beside the name. */
export type Named = {
  readonly id: string
  readonly file: string
  readonly clauses: ReadonlyArray<string>
  /** What to do, where the text stands beside the name; a value that is put in is written as `<value>`. */
  readonly remedies: ReadonlyArray<string>
}

type Source = { readonly file: string; readonly text: string }
type Read = Source & { readonly nodes: ReadonlyArray<Node> }

const ID = /^[a-z]+(?:-[a-z0-9]+)*$/
const CLAUSE = /^J\.\d+\.\d+ §[\d.]+$/
/** A record with the name of a rule has one of these beside it. */
const BESIDE = ['clause', 'expected', 'actual', 'remedy']

const keyOf = (node: Node): string | undefined =>
  node.type === 'Property' ? (node.key.type === 'Identifier' ? node.key.name : textOf(node.key)) : undefined

/** The texts that a file gives names to: `const clause = 'J.7.0 §4'`. */
const constants = ({ nodes }: Read): ReadonlyMap<string, string> =>
  new Map(
    nodes.flatMap((node) => {
      if (node.type !== 'VariableDeclarator' || node.id.type !== 'Identifier') return []
      const init = node.init?.type === 'TSAsExpression' ? node.init.expression : node.init
      const text = textOf(init)
      return text === undefined ? [] : [[node.id.name, text] as const]
    })
  )

const valueIn = (known: ReadonlyMap<string, string>, node: Node | undefined): string | undefined =>
  node?.type === 'Identifier' ? known.get(node.name) : textOf(node)

/** Functions that are told the name of a rule first: `unanswered(id, …)`. */
const takers = (read: ReadonlyArray<Read>): ReadonlySet<string> =>
  new Set(
    read.flatMap(({ nodes }) =>
      nodes.flatMap((node) => {
        if (node.type !== 'VariableDeclarator' || node.init?.type !== 'ArrowFunctionExpression') return []
        const [first] = node.init.params
        const isTaker = first?.type === 'Identifier' && ['id', 'rule'].includes(first.name)
        return isTaker && node.id.type === 'Identifier' ? [node.id.name] : []
      })
    )
  )

/** What names a rule: a record `{ id, clause, … }`, a pair of ids of one thing, or a call that takes the name first. */
const named = (source: Read, taking: ReadonlySet<string>, sayings: Sayings): ReadonlyArray<Named> => {
  const { file, nodes } = source
  const known = constants(source)
  const inFile = [...new Set(nodes.map((node) => textOf(node) ?? '').filter((text) => CLAUSE.test(text)))]
  const found = (
    id: string | undefined,
    own: ReadonlyArray<string | undefined>,
    remedy?: string
  ): ReadonlyArray<Named> => {
    if (id === undefined || !ID.test(id)) return []
    const beside = own.filter((text) => text !== undefined && CLAUSE.test(text)) as ReadonlyArray<string>
    return [{ id, file, clauses: beside.length > 0 ? beside : inFile, remedies: remedy === undefined ? [] : [remedy] }]
  }
  return nodes.flatMap((node) => {
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && taking.has(node.callee.name))
      return found(
        textOf(node.arguments[0]),
        node.arguments.map((argument) => valueIn(known, argument))
      )
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && node.id.name.endsWith('Ids'))
      return everyNode(node).flatMap((each) => found(each.type === 'Property' ? textOf(each.value) : undefined, []))
    if (node.type !== 'ObjectExpression') return []
    const valueOf = (name: string): string | undefined =>
      node.properties.flatMap((each) =>
        each.type === 'Property' && keyOf(each) === name ? (valueIn(known, each.value) ?? []) : []
      )[0]
    const isRecord = node.properties.some((each) => each.type === 'SpreadElement' || BESIDE.includes(keyOf(each) ?? ''))
    const remedy = node.properties.flatMap((each) =>
      each.type === 'Property' && keyOf(each) === 'remedy'
        ? (valueIn(known, each.value) ?? wordsOf(each.value, sayings) ?? [])
        : []
    )[0]
    return isRecord ? found(valueOf('rule') ?? valueOf('id'), [valueOf('clause')], remedy) : []
  })
}

const settingRemedy = (thing: string): string =>
  `Find out who changed it, and have the bootstrap principal bring the ${thing} back to what is declared`

/** The settings of bucket and table, which preflight finds one by one: `bucket-versioning`. Some stand in a table of what they may be. */
const settings = ({ file, nodes }: Read): ReadonlyArray<Named> => {
  const [, thing] = /compare-(bucket|table)\.ts$/.exec(file) ?? []
  if (thing === undefined) return []
  return nodes.flatMap((node) => {
    const name =
      node.type === 'CallExpression'
        ? textOf(node.arguments[0])
        : node.type === 'Property' && node.value.type === 'ArrayExpression'
          ? keyOf(node)
          : undefined
    const clause = Object.entries(settingClauses).find(([setting]) => setting === name)?.[1]
    return name === undefined || clause === undefined
      ? []
      : [{ id: `${thing}-${name.replaceAll(' ', '-')}`, file, clauses: [clause], remedies: [settingRemedy(thing)] }]
  })
}

/** A file that names one rule says in every remedy what to do about that one. */
const withRemedies = ({ nodes }: Read, rules: ReadonlyArray<Named>, sayings: Sayings): ReadonlyArray<Named> => {
  const isOne = new Set(rules.map(({ id }) => id)).size === 1
  if (!isOne || rules.some(({ remedies }) => remedies.length > 0)) return rules
  const remedies = nodes.flatMap((node) =>
    node.type === 'Property' && keyOf(node) === 'remedy' ? (wordsOf(node.value, sayings) ?? []) : []
  )
  return rules.map((rule) => ({ ...rule, remedies }))
}

/** Every rule that these sources name, in the order of the names; one that several files name has all of them. */
export const rulesNamedIn = (sources: ReadonlyArray<Source>): ReadonlyArray<Named> => {
  const read = sources.map((source) => ({
    ...source,
    nodes: everyNode(parseSync(source.file, source.text).program)
  }))
  const [taking, sayings] = [takers(read), sayingsIn(read.map(({ nodes }) => nodes))]
  return read
    .flatMap((source) => withRemedies(source, [...named(source, taking, sayings), ...settings(source)], sayings))
    .toSorted((a, b) => (a.id === b.id ? (a.file < b.file ? -1 : 1) : a.id < b.id ? -1 : 1))
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** The rooms that name rules, by the command that prints them. */
const rooms: Readonly<Record<string, ReadonlyArray<string>>> = {
  emit: ['charter', 'declaration', 'stack', 'outside/stack', 'sensitive', 'terraform', 'commands/emit'],
  'seed and preflight': ['backend', 'caller', 'commands/seed', 'commands/preflight'],
  guard: ['plan', 'commands/guard']
}

const sourcesIn = (folder: string): ReadonlyArray<Source> =>
  readdirSync(join(project, 'src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'vendor-rules.ts')
    .map((name) => `src/${folder}/${name}`)
    .toSorted()
    .map((file) => ({ file, text: readFileSync(join(project, file), 'utf8') }))

/** Every rule that a command can print, by that command. */
export const ruleIndex = (): Readonly<Record<string, ReadonlyArray<Named>>> =>
  Object.fromEntries(
    Object.entries(rooms).map(([command, folders]) => [command, rulesNamedIn(folders.flatMap(sourcesIn))])
  )
