import { bootstrapPrincipals } from '../../declaration/declaration.ts'
import { roleIdentity } from '../../declaration/arn.ts'
import type { Path } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule, Neighbour } from '../charter.ts'

type Side = 'human' | 'automation'
type Acting = { readonly arn: string; readonly at: Path; readonly side: Side }

/** Who acts for a stack, and on which side. The bootstrap principal, the next one and those who may be operator are human. */
const acting = ({ declaration, trusted }: Neighbour): ReadonlyArray<Acting> => [
  ...bootstrapPrincipals(declaration).map(([field, arn]): Acting => ({ arn, at: [field], side: 'human' })),
  ...trusted.map(({ by, arn, at }): Acting => ({ arn, at, side: by === 'operator' ? 'human' : 'automation' }))
]

const words: Readonly<Record<Side, string>> = {
  human: 'acts for people',
  automation: 'acts for automation'
}

/**
 * A principal that acts for people in one stack acts for automation in none (J.7.0 §7, strict separation). The same
 * people may operate several stacks, and the same automation plan them: that shares no state.
 */
export const oneSide: IsolationRule = {
  name: 'one-side',
  by: (stack) => acting(stack).map(({ arn }) => roleIdentity(arn)),
  check: (mine, other) => {
    const theirs = acting(other)
    return acting(mine).flatMap(({ arn, at, side }) => {
      const elsewhere = theirs.find((one) => one.side !== side && roleIdentity(one.arn) === roleIdentity(arn))
      return elsewhere === undefined
        ? []
        : [
            {
              rule: 'one-side',
              clause: 'J.7.0 §7',
              at,
              expected: 'a principal that is on one side only, in all stacks',
              actual: `${shown(arn)}, which ${words[elsewhere.side]} in ${other.source}`,
              remedy: 'Use one role for people and another for automation, in all stacks alike.'
            }
          ]
    })
  }
}
