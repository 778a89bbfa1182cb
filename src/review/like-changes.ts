import { byTurn } from '../access/sentences.ts'
import { type JsonObject, byCodeUnit, isObject, type Json } from '../terraform/json.ts'
import type { ReviewedChange } from './consequence.ts'
import type { StackReview } from './stack-changes.ts'

/** A stack that changed, with both of its files; the names in them are what like changes differ in. */
export type Compared = { readonly review: StackReview; readonly files: ReadonlyArray<JsonObject> }

/** The same change in one stack or many. */
export type LikeChange = ReviewedChange & {
  /** Sorted by code unit. */
  readonly stacks: ReadonlyArray<string>
  /** Whether the sentence has `<account>` and the like in the place of what differs from stack to stack. */
  readonly isOfMany: boolean
}

/** Like changes of many stacks as one entry each: what widens first, then what stands in more stacks. */
export const likeChanges = (compared: ReadonlyArray<Compared>): ReadonlyArray<LikeChange> => {
  const groups = new Map<string, Group>()
  for (const { review, files } of compared) {
    const general = generalized(review.stack, files)
    for (const change of review.changes) {
      const sentence = general(change.sentence)
      const key = JSON.stringify([change.turn, sentence, change.applier, change.apply, change.clause])
      const known = groups.get(key)
      groups.set(key, {
        change,
        general: sentence,
        stacks: new Set([...(known?.stacks ?? []), review.stack]),
        sentences: new Set([...(known?.sentences ?? []), change.sentence])
      })
    }
  }
  return [...groups.values()]
    .map(({ change, general, stacks, sentences }): LikeChange => {
      const isOfMany = sentences.size > 1
      return {
        ...change,
        sentence: isOfMany ? general : change.sentence,
        stacks: [...stacks].toSorted(byCodeUnit),
        isOfMany
      }
    })
    .toSorted(
      (a, b) => byTurn(a, b) || b.stacks.length - a.stacks.length || byCodeUnit(a.stacks[0] ?? '', b.stacks[0] ?? '')
    )
}

type Group = {
  readonly change: ReviewedChange
  readonly general: string
  readonly stacks: ReadonlySet<string>
  readonly sentences: ReadonlySet<string>
}

const textAt = (root: Json | undefined, path: string): string => {
  const found = path.split('.').reduce<Json | undefined>((holder, key) => {
    if (Array.isArray(holder)) return (holder as ReadonlyArray<Json>)[Number(key)]
    return isObject(holder) ? holder[key] : undefined
  }, root)
  return typeof found === 'string' ? found : ''
}

/** What is called otherwise in each stack, and what stands for it. */
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

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A sentence without the names of its stack, so that the same change of two stacks is the same text. */
const generalized = (stack: string, files: ReadonlyArray<JsonObject>): ((sentence: string) => string) => {
  const [environment = '', region = ''] = /^(.+)-([^-]+)$/.exec(stack)?.slice(1) ?? []
  const known = files.flatMap((file) => places.map(([path, name]) => [textAt(file, path), name] as const))
  const capital = environment.slice(0, 1).toUpperCase() + environment.slice(1)
  const names = new Map<string, string>(
    [...known, [`${environment}/${region}`, '<environment>/<region>'] as const].filter(([text]) => text.length > 1)
  )
  const whole = [...names.keys()].toSorted((a, b) => b.length - a.length).map(literal)
  const words = environment === '' ? [] : [`\\b${literal(environment)}\\b`, `${literal(capital)}(?![a-z0-9])`]
  if (whole.length + words.length === 0) return (sentence) => sentence
  const pattern = new RegExp([...whole, ...words].join('|'), 'g')
  return (sentence) => sentence.replace(pattern, (found) => names.get(found) ?? '<environment>')
}
