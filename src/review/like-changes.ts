import { byTurn } from '../access/sentences.ts'
import { type JsonObject, byCodeUnit, sameJson } from '../terraform/json.ts'
import type { ReviewedChange } from './consequence.ts'
import { type OwnNames, ownNames, questionOf, shownMarks } from './own-names.ts'
import { type StackReview, stackReview } from './stack-changes.ts'

/** A stack that changed, and its names. */
export type Compared = {
  readonly review: Omit<StackReview, 'changes'>
  readonly names: OwnNames
  /** The changes as they were told, of this stack or of one just like it. `toldOf` has the names of that stack. */
  readonly changes: ReadonlyArray<ReviewedChange>
  readonly toldOf: OwnNames
}

/** Compares the files of many stacks; those that change in the same way but for their names are compared once. */
export const comparedStacks = (
  stacks: ReadonlyArray<readonly [stack: string, before: JsonObject | undefined, after: JsonObject | undefined]>
): ReadonlyArray<Compared> => {
  const known = new Map<string, Compared>()
  return stacks.flatMap(([stack, before, after]): ReadonlyArray<Compared> => {
    if (before !== undefined && after !== undefined && sameJson(before, after)) return []
    const names = ownNames(
      stack,
      [before, after].filter((file) => file !== undefined)
    )
    const question = before === undefined || after === undefined ? undefined : questionOf(names, before, after)
    const like = question === undefined ? undefined : known.get(question)
    if (like !== undefined) return [{ ...like, review: { stack, what: 'changed' }, names }]
    const review = stackReview(stack, before, after)
    if (review === undefined) return []
    const { what, changes } = review
    const made: Compared = { review: { stack, what }, names, changes, toldOf: names }
    if (question !== undefined) known.set(question, made)
    return [made]
  })
}

/** The same change in one stack or many. */
export type LikeChange = ReviewedChange & {
  /** Sorted by code unit. */
  readonly stacks: ReadonlyArray<string>
  /** Whether `<account>` and the like stand in the sentence or a part, for what differs by stack. */
  readonly isOfMany: boolean
}

/** Like changes of many stacks as one entry each: what widens first, then what stands in more stacks. */
export const likeChanges = (compared: ReadonlyArray<Compared>): ReadonlyArray<LikeChange> => {
  const groups = new Map<string, Group>()
  const markedOnce = new Map<Compared['changes'], ReadonlyArray<ReadonlyArray<Text>>>()
  for (const { review, names, changes, toldOf } of compared) {
    const all =
      markedOnce.get(changes) ??
      changes.map(({ sentence, parts = [] }) =>
        [sentence, ...parts].map((own) => ({ own, marked: toldOf.marked(own) }))
      )
    markedOnce.set(changes, all)
    for (const [at, change] of changes.entries()) {
      const texts = all[at] ?? []
      const marked = texts.map((text) => text.marked)
      const key = JSON.stringify([change.turn, marked, change.applier, change.apply, change.clause])
      const group: Group = groups.get(key) ?? {
        change,
        stacks: new Set(),
        texts: texts.map((text) => ({ ...text, named: new Set() }))
      }
      group.stacks.add(review.stack)
      for (const text of group.texts)
        text.named.add(text.marked.replace(/[\ue000-\uf8ff]/g, (one) => names.values.get(one) ?? one))
      groups.set(key, group)
    }
  }
  return [...groups.values()]
    .map(likeChange)
    .toSorted(
      (a, b) => byTurn(a, b) || b.stacks.length - a.stacks.length || byCodeUnit(a.stacks.join(), b.stacks.join())
    )
}

const likeChange = ({ change, stacks, texts }: Group): LikeChange => {
  const isOfMany = ({ named }: Group['texts'][number]): boolean => named.size > 1
  const [sentence = '', ...parts] = texts.map((text) => (isOfMany(text) ? shownMarks(text.marked) : text.own))
  return {
    ...change,
    sentence,
    ...(parts.length === 0 ? {} : { parts }),
    stacks: [...stacks].toSorted(byCodeUnit),
    isOfMany: texts.some(isOfMany)
  }
}

/** A sentence or a part of one, and the same with marks for the names. */
type Text = { readonly own: string; readonly marked: string }

type Group = {
  readonly change: ReviewedChange
  readonly stacks: Set<string>
  /** The sentence and its parts, and each as it is in every stack. */
  readonly texts: ReadonlyArray<Text & { readonly named: Set<string> }>
}
