import type { Problem } from './problem.ts'

/** Names of fields as OpenTofu writes them. Any other may be somebody's name or a secret, and is not repeated. */
const isShown = (step: string | number): boolean => typeof step === 'number' || /^[a-z][a-z_]{0,30}$/.test(step)

/** Where the first problem with a text from outside is, never what stands there: `resources.3.type`. */
export const placeOf = ([problem]: ReadonlyArray<Problem>): string =>
  problem?._tag !== 'Violation' || problem.at.length === 0
    ? 'its outermost level'
    : problem.at.map((step) => (isShown(step) ? step : `(a key of ${String(step).length} characters)`)).join('.')
