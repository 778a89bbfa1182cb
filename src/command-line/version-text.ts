import { provenReleases } from '../charter/phases.ts'

/** The release of OpenTofu that the end-to-end tests run (outside/stand-in/files/opentofu/go.mod). */
export const PROVEN_TOFU = '1.12.6'

/** What `--version` prints: which program this is, and with what it was proven. */
export const versionText = (program: string, node: string): string => `zenthea   sha256:${program}
Node      ${node}
proven    OpenTofu ${PROVEN_TOFU}; AWS provider ${provenReleases.join(', ')}
`
