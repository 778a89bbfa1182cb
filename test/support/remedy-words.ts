import type { Node } from 'oxc-parser'

/** The text of a literal. */
export const textOf = (node: Node | null | undefined): string | undefined =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined

/** What a function of one text says, by its name: `initCommand` is `npm run tofu -- …`. */
export type Sayings = ReadonlyMap<string, Node>

/** Functions that write what they are given in another way, and say nothing themselves. */
const written = /^(?:shellWord|shown|String|fileAt)$/

/** Words of a name in the code: `lockId` is `lock id`. The end of `stackIn` says only that it is looked for. */
const inWords = (name: string): string =>
  name.replace(/(?:In|Of)$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** The name of a value that a text puts in: `declaration.account` is `<account>`, and a command is written out. */
const slotOf = (node: Node, sayings: Sayings): string => {
  if (node.type === 'Identifier') return `<${/^[A-Z_]+$/.test(node.name) ? node.name : inWords(node.name)}>`
  if (node.type === 'MemberExpression') return slotOf(node.property, sayings)
  if (node.type !== 'CallExpression') return '<…>'
  const { callee } = node
  if (callee.type === 'MemberExpression') return slotOf(callee.object, sayings)
  if (callee.type !== 'Identifier') return '<…>'
  const said = sayings.get(callee.name)
  if (said !== undefined) return wordsOf(said, sayings) ?? '<…>'
  const [first] = node.arguments
  return written.test(callee.name) && first !== undefined ? slotOf(first, sayings) : `<${inWords(callee.name)}>`
}

/** A text, also one with values put in. What is put in right behind a letter ends a sentence in one case alone. */
export const wordsOf = (node: Node | undefined, sayings: Sayings): string | undefined =>
  node?.type === 'TemplateLiteral'
    ? node.quasis
        .map(({ value }, index) => {
          const put = node.expressions[index]
          const words = value.cooked ?? ''
          return put === undefined || /[a-z]$/.test(words) ? words : `${words}${slotOf(put, sayings)}`
        })
        .join('')
    : textOf(node)

/** The functions of these sources whose whole body is one text with values put in. */
export const sayingsIn = (sources: ReadonlyArray<ReadonlyArray<Node>>): Sayings =>
  new Map(
    sources.flatMap((nodes) =>
      nodes.flatMap((node) =>
        node.type === 'VariableDeclarator' &&
        node.id.type === 'Identifier' &&
        node.init?.type === 'ArrowFunctionExpression' &&
        node.init.body.type === 'TemplateLiteral'
          ? [[node.id.name, node.init.body] as const]
          : []
      )
    )
  )
