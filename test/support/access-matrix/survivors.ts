import type { Mutation } from '../policy-mutations/mutation.ts'
import { concerns } from '../policy-mutations/concerns.ts'
import { type Check, type Group, holds } from './checks.ts'
import type { DocumentName, Documents } from './emitted.ts'

/** The check that a mutation of one document fails, or undefined where none does. */
export const caughtBy = (
  mutation: Mutation,
  name: DocumentName,
  documents: Documents,
  groups: ReadonlyArray<Group>
): Check | undefined => {
  const changed = { ...documents, [name]: mutation.document }
  return groups
    .filter((group) => concerns(mutation, group))
    .flatMap(({ checks }) => checks.filter((check) => hears(check, name, mutation)))
    .toSorted((a, b) => distance(a, mutation) - distance(b, mutation))
    .find((check) => !holds(check, changed))
}

const hears = (check: Check, name: DocumentName, { before, after }: Mutation): boolean =>
  check.hears(name, before) || (after !== undefined && check.hears(name, after))

/** What is likely to fail comes first: a denial where more is let through, and the statement by itself. */
const distance = ({ may, layer }: Check, { wider }: Mutation): number =>
  (may === wider ? 2 : 0) + (layer.endsWith(' alone') ? 0 : 1)
