import { authorizationOf, isSigned } from '../bench/authorization.ts'
import type { Call } from '../../../src/outside/stand-in/stand-in.ts'

/** The services that were called, but for one. */
export const servicesOf = (calls: ReadonlyArray<Call>, but: string): ReadonlyArray<string | null> => [
  ...new Set(calls.map(({ service }) => service).filter((service) => service !== but))
]

/** The distinct actions among calls that do more than read, sorted. Whatever is not named as reading counts. */
export const writesOf = (calls: ReadonlyArray<Call>, account: string): ReadonlyArray<string> =>
  [...new Set(calls.filter(isSigned).map((call) => authorizationOf(call, account).action))]
    .filter((action) => !/:(Get|List|Describe)/.test(action))
    .toSorted((a, b) => (a < b ? -1 : 1))
