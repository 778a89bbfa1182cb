import { parseSync } from 'oxc-parser'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Node = Readonly<Record<string, unknown>>

/** Every text that a source file can print, with a word where a value is put in. */
const textsIn = (node: unknown): ReadonlyArray<string> => {
  if (typeof node !== 'object' || node === null) return []
  if (Array.isArray(node)) return node.flatMap(textsIn)
  const { type, value, quasis } = node as Node
  if (type === 'ImportDeclaration') return []
  if (type === 'Literal') return typeof value === 'string' ? [value] : []
  const own =
    type === 'TemplateLiteral'
      ? [(quasis as ReadonlyArray<{ value: { cooked: string } }>).map((quasi) => quasi.value.cooked).join('VALUE')]
      : []
  return [...own, ...Object.entries(node as Node).flatMap(([key, below]) => (key === 'quasis' ? [] : textsIn(below)))]
}

/** A text that a file below src/ can print. */
export type Told = { readonly path: string; readonly text: string }

/** What the program can print, but for help, the words of `explain`, the probe's and what is said in a sandbox. */
export const toldTexts: ReadonlyArray<Told> = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .filter((path) => !/(?:^|\/)help\.ts$|arguments\.ts$|explained\.ts$|probe\.ts$|stand-in\/|sandbox\//.test(path))
  .flatMap((path) => {
    const { program } = parseSync(path, readFileSync(`${root}src/${path}`, 'utf8'))
    return textsIn(program).map((text) => ({ path, text }))
  })

/** The commands in a text, each up to where a sentence goes on; not those that a sentence is about. */
const linesIn = (text: string): ReadonlyArray<string> =>
  [
    ...text.matchAll(
      /(?<![\w-])((?:npm run (?:-s )?[a-z:]+(?=(?! says| would) |$|VALUE)|tofu -|aws (?:s3api|dynamodb|iam|account|kms|service-quotas|sso|login|configure)|git [a-z])[^;,()\n`|]*)/g
    )
  ].flatMap(([, found = '']) =>
    found.split(/ && |\. |: |\.$| and (?=npm|tofu)/).filter((line) => /^(npm run|tofu -|aws |git )/.test(line))
  )

/** A line that a text tells a person to type, with VALUE where a value is put in. */
export type Line = { readonly path: string; readonly line: string }

/** All of them in what the program can print. */
export const toldLines: ReadonlyArray<Line> = toldTexts.flatMap(({ path, text }) =>
  linesIn(text).map((line) => ({ path, line: line.trim() }))
)

/** What else a text tells a person to type into a shell: small programs of the system, and words of the shell itself. */
export const shellLines: ReadonlyArray<Line> = toldTexts.flatMap(({ path, text }) =>
  [
    ...text.matchAll(
      /(?<![\w-])(chmod [-+\w]+ \S+|sudo timedatectl [\w-]+ [\w-]+|ulimit -n \d+|npm ci\b|eval "[^"]*"|rm VALUE|[Uu]nset [A-Z_]+|tofu -chdir[^;]*?(?= && rm)|printf %s [^|]*\| sed [^|]*)/g
    )
  ].map(([line]) => ({ path, line }))
)
