import type { Declaration } from '../declaration/declaration.ts'
import type { Objection } from '../diagnostics/finding.ts'
import type { SharedConfig } from './shared-config.ts'
import type { Variables } from './variables.ts'

/** The way to AWS that was named on the command line: the SDK and every printed command take it. */
export type Route = {
  /** An `http:` or `https:` address without a password. */
  readonly proxy: string | undefined
  /** An absolute path of a PEM file that replaces the authorities of the system. */
  readonly caBundle: string | undefined
}

/** All that decides which credentials are found and where requests go, before any of it is used. */
export type Surroundings = {
  readonly variables: Variables
  readonly shared: SharedConfig
  readonly route: Route
  readonly declared: Pick<Declaration, 'account' | 'region'>
}

/** What one rule has against the surroundings. */
export type EnvironmentRule = (surroundings: Surroundings) => ReadonlyArray<Objection>
