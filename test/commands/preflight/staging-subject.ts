import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import { j70 } from '../../../src/charter/j-7-0.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'
import type { Subject } from '../../../src/commands/preflight/subject.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

const file = emittedStaging()
const wanted = wantedOfStaging()

/** The stack staging-eu in a project. */
export const stagingIn = (project: AbsolutePath): Subject => ({
  project,
  source: 'stacks/staging-eu.ts',
  imports: [],
  read: new Map(),
  file,
  wanted,
  providerBuilds: j70.providerReleases['5.100.0'].builds,
  route: { proxy: undefined, caBundle: undefined }
})

/** The ids of the findings that refuse, in their order. */
export const refusals = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings.filter(({ outcome }) => outcome === 'failed').map(({ rule }) => rule)
