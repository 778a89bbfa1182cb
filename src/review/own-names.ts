import { type Json, type JsonObject, isObject, textAt } from '../terraform/json.ts'

/** The names that a stack alone has: its account, bucket, roles, environment. Each has a mark, the same in every stack. */
export type OwnNames = {
  /** A text of the stack with a mark in the place of each name. */
  readonly marked: (text: string) => string
  /** What a mark stands for in this stack. */
  readonly values: ReadonlyMap<string, string>
}

/** What is called otherwise in each stack, and what a reader is shown for it. */
const places = [
  ['provider.aws.allowed_account_ids.0', '<account>'],
  ['provider.aws.region', '<region>'],
  ['terraform.backend.s3.bucket', '<bucket>'],
  ['terraform.backend.s3.key', '<state key>'],
  ['terraform.backend.s3.dynamodb_table', '<lock table>'],
  ['resource.aws_iam_role.operator.name', '<operator role>'],
  ['resource.aws_iam_role.automation.name', '<automation role>'],
  ['resource.aws_iam_policy.boundary.name', '<boundary>']
] as const

const words = ['<environment>/<region>', '<environment>', '<environment>'] as const
const mark = (index: number): string => String.fromCharCode(0xe000 + index)
const inWords = [...places.map(([, shown]) => shown), ...places.map(([, shown]) => shown), ...words]

/** A marked text as a reader is shown it, where it stands for many stacks. */
export const shownMarks = (text: string): string =>
  text.replace(/[\ue000-\uf8ff]/g, (one) => inWords[one.charCodeAt(0) - 0xe000] ?? one)

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** The names of a stack by its files: before, after, or the only one. */
export const ownNames = (stack: string, files: ReadonlyArray<JsonObject>): OwnNames => {
  const [environment = '', region = ''] = /^(.+)-([^-]+)$/.exec(stack)?.slice(1) ?? []
  const capital = environment.slice(0, 1).toUpperCase() + environment.slice(1)
  const known = files.flatMap((file, side) =>
    places.map(([path], index) => [textAt(file, ...path.split('.')), mark(side * places.length + index)] as const)
  )
  const [whole, lower, upper] = words.map((_, index) => mark(2 * places.length + index)) as [string, string, string]
  const names = new Map(
    [...known, [`${environment}/${region}`, whole] as const].filter(([text]) => text.length > 1).toReversed()
  )
  const patterns = [
    ...[...names.keys()].toSorted((a, b) => b.length - a.length).map(literal),
    ...(environment === '' ? [] : [`\\b${literal(environment)}\\b`, `${literal(capital)}(?![a-z0-9])`])
  ]
  const pattern = new RegExp(patterns.join('|'), 'g')
  const marked = (text: string): string =>
    patterns.length === 0
      ? text
      : text.replace(pattern, (found) => names.get(found) ?? (found === environment ? lower : upper))
  const all = [...[...names].map(([text, of]) => [of, text] as const), [lower, environment], [upper, capital]] as const
  return { marked, values: new Map(all) }
}

type Leaf = { readonly text: string; readonly isNumber: boolean }

const leavesOf = (value: Json, isNumber = false): ReadonlyArray<Leaf> => {
  if (typeof value === 'string') return [{ text: value, isNumber }]
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).flatMap((item) => leavesOf(item, isNumber))
  return isObject(value)
    ? Object.entries(value).flatMap(([key, item]) => [
        { text: key, isNumber: false },
        ...leavesOf(item, isNumber || /numeric/i.test(key))
      ])
    : []
}

const hasMark = (text: string): boolean => /[\ue000-\uf8ff]/.test(text)
const isAction = (text: string): boolean => /^[a-z0-9-]+:[^:/]+$/i.test(text)

/**
 * What two files of a stack ask, without its own names. Stacks for which this text is the same change in the same way,
 * so one of them is compared and stands for all. It is undefined where another name could match another pattern: then
 * the stack is asked by itself. Patterns that end in their only `*` are decided by what begins like them, which is
 * looked at here. A name within a number, an action or a text with marks of its own is never left to another stack.
 */
export const questionOf = ({ marked, values }: OwnNames, before: JsonObject, after: JsonObject): string | undefined => {
  const leaves = [before, after].flatMap((file) => leavesOf(file))
  const texts = new Map(leaves.map(({ text }) => [text, marked(text)]))
  const isPlain = [...values.values()].every((value) => /^[\w./-]*$/.test(value))
  const isClear =
    isPlain && leaves.every(({ text, isNumber }) => !hasMark(text) && !(isNumber && hasMark(texts.get(text) ?? '')))
  const isSafe = [...texts].every(([text, of]) => {
    if (isAction(text)) return !hasMark(of)
    if (!/[*?]/.test(text)) return true
    const [prefix, ofPrefix] = [text.slice(0, -1), of.slice(0, -1)]
    if (!text.endsWith('*') || /[*?]/.test(prefix)) return false
    return [...texts].every(([other, ofOther]) => other.startsWith(prefix) === ofOther.startsWith(ofPrefix))
  })
  if (!isClear || !isSafe) return undefined
  const shapes = [...values].map(([one, value]) => [one, /^[0-9]{12}$/.test(value), value.replace(/[\w.-]+/g, 'x')])
  return JSON.stringify([marked(JSON.stringify([before, after])), shapes])
}
