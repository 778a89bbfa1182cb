import { type Json, isObject } from '../terraform/json.ts'
import type { Emitted } from './emitted.ts'
import { type Plan, changesOf } from './plan-form.ts'
import { documentIn, isSameDocument } from './same-document.ts'
import { attributesOf, own } from './value.ts'
import { writtenText } from './written-value.ts'

/** What a plan and the file that it should be of have to say about one value. */
export type Sides = {
  readonly emitted: Emitted
  readonly plan: Plan
}

const plannedAttribute = ({ plan }: Sides, address: string, attribute: string): unknown =>
  own(changesOf(plan).find((change) => change.address === address)?.change.after, attribute)

const sameText = (sides: Sides, text: string, after: unknown): boolean => {
  const written = writtenText(text, sides.emitted)
  switch (written._tag) {
    case 'Text':
      return after === written.text
    case 'Document':
      return isSameDocument(written.document, documentIn(after))
    case 'Attribute':
      return typeof after === 'string' && after === plannedAttribute(sides, written.address, written.attribute)
    case 'Unclear':
      return false
    default:
      return written satisfies never
  }
}

const inList = (unknown: unknown, index: number): unknown => (Array.isArray(unknown) ? unknown[index] : undefined)

const inBlock = (
  sides: Sides,
  written: Readonly<Record<string, Json>>,
  after: unknown,
  unknown: unknown,
  at: string
): ReadonlyArray<string> =>
  Object.entries(written).flatMap(([name, value]) =>
    disagreements(sides, value, own(after, name), own(unknown, name), at === '' ? name : `${at}.${name}`)
  )

/**
 * Where a planned value is not what the emitted file writes, as paths. A block of the file is a list of one in a plan,
 * a map stays a map, a list of texts has no order. What the plan does not know yet is not judged here.
 */
export const disagreements = (
  sides: Sides,
  written: Json,
  after: unknown,
  unknown: unknown,
  at: string
): ReadonlyArray<string> => {
  if (unknown === true) return []
  if (typeof written === 'string') return sameText(sides, written, after) ? [] : [at]
  if (Array.isArray(written)) {
    const items = written as ReadonlyArray<Json>
    const isSame =
      Array.isArray(after) &&
      after.length === items.length &&
      items.every((item) =>
        after.some((other, index) => disagreements(sides, item, other, inList(unknown, index), at).length === 0)
      )
    return isSame ? [] : [at]
  }
  if (!isObject(written)) return Object.is(written, after) ? [] : [at]
  if (Array.isArray(after)) {
    return after.length === 1 ? inBlock(sides, written, after[0], inList(unknown, 0), at) : [at]
  }
  const more = at === '' ? [] : Object.keys(attributesOf(after)).filter((name) => !Object.hasOwn(written, name))
  return [...more.map((name) => `${at}.${name}`), ...inBlock(sides, written, after, unknown, at)]
}
