import type { ConfigurationRule } from '../charter.ts'
import { placeholderProblem } from '../declaration/placeholders.ts'
import { placeholdersIn } from '../placeholder-in.ts'

/** The same of all that the parts of a stack hold: who is trusted, below which path, and every tag. */
export const placeholdersInParts: ConfigurationRule = {
  name: 'placeholders',
  check: ({ blocks }) =>
    blocks.flatMap(({ at, body }) => placeholdersIn(body, at, 'trust').map((found) => placeholderProblem(found.at, found.text)))
}
