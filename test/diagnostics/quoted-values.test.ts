import { type Node, parseSync } from 'oxc-parser'
import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { below } from '../../src/stack/source/walk.ts'

/** What is quoted is a value that was seen. A word of ours between quotes would be read as one. */
const test = suite('what is quoted')

const root = new URL('../../src/', import.meta.url)

/** The texts of ours that an expression may be, on any of its ways. */
const wordsOf = (node: Node): ReadonlyArray<string> => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : []
  if (node.type === 'TemplateLiteral')
    return node.expressions.length === 0 ? [node.quasis.map(({ value }) => value.cooked ?? '').join('')] : []
  if (node.type === 'LogicalExpression') return [...wordsOf(node.left), ...wordsOf(node.right)]
  return node.type === 'ConditionalExpression' ? [...wordsOf(node.consequent), ...wordsOf(node.alternate)] : []
}

/** The expressions that stand between quotes in a text, or that are shown as a value. */
const quotedIn = (node: Node): ReadonlyArray<Node> => {
  if (node.type === 'CallExpression')
    return node.callee.type === 'Identifier' && node.callee.name === 'shown' ? node.arguments : []
  if (node.type !== 'TemplateLiteral') return []
  const texts = node.quasis.map(({ value }) => value.cooked ?? '')
  return node.expressions.filter((_, index) => {
    const [before, after] = [texts[index]?.at(-1), texts[index + 1]?.at(0)]
    return before === after && (before === '"' || before === "'")
  })
}

const faultsIn = (file: string, source: string): ReadonlyArray<string> => {
  const visit = (node: Node): ReadonlyArray<string> => [
    ...quotedIn(node)
      .flatMap(wordsOf)
      .map((words) => `${file}:${source.slice(0, node.start).split('\n').length} '${words}'`),
    ...below(node).flatMap(visit)
  ]
  return visit(parseSync(file, source).program)
}

test('a word of ours between quotes is seen', () => {
  for (const source of [
    "shown(found ?? 'no condition')",
    "shown(isThere ? found : 'none')",
    'const text = `"${found ?? \'nothing\'}"`',
    "const text = `'${name ?? ''}' is not a stack`"
  ])
    assert.is(faultsIn('x.ts', source).length, 1, source)
  for (const source of ["found ?? 'none'", 'shown(found)', '`"${found}"`', "`the ${kind ?? 'thing'}`"])
    assert.equal(faultsIn('x.ts', source), [], source)
})

test('no word of ours stands between quotes', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  assert.ok(files.length > 300, String(files.length))
  assert.equal(
    files.flatMap((file) => faultsIn(file, readFileSync(new URL(file, root), 'utf8'))),
    []
  )
})

test.run()
