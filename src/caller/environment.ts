import type { Sourced } from '../diagnostics/origin.ts'
import { credentialSources } from './credential-sources.ts'
import { endpoints } from './endpoints.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { networkPath } from './network-path.ts'
import { processStart } from './process-start.ts'
import { readApart } from './read-apart.ts'
import type { EnvironmentRule, Surroundings } from './surroundings.ts'

/**
 * What would make the credentials or the way to AWS differ between the SDK for JavaScript and OpenTofu. Either may also
 * differ from what the stack declares (J.7.0 §4: an ambiguous account or region fails closed). Offline; nothing found
 * means one answer.
 */
export const judgeEnvironment = (
  surroundings: Surroundings,
  rules: ReadonlyArray<EnvironmentRule> = identityRules
): ReadonlyArray<Sourced<Diagnostic>> => rules.flatMap((rule) => rule(surroundings))

/** The rules on credentials, network path and what runs before this; preflight adds those on OpenTofu's own variables. */
export const identityRules: ReadonlyArray<EnvironmentRule> = [
  credentialSources,
  readApart,
  endpoints,
  networkPath,
  processStart
]
