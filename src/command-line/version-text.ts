import { knownReleases } from '../charter/phases.ts'

/** The release of OpenTofu that the end-to-end tests run (outside/stand-in/files/opentofu/go.mod). */
export const PROVEN_TOFU = '1.12.6'

/**
 * What `--version` prints: which program this is, and with which releases its end-to-end tests were run. It also says which
 * release of the AWS provider is known less well.
 */
export const versionText = (program: string, node: string): string => {
  const releases = Object.entries(knownReleases())
  const proven = releases.flatMap(([version, proof]) => (proof === 'proven by run' ? [version] : []))
  const others = releases.filter(([, proof]) => proof !== 'proven by run')
  return `zenthea   sha256:${program}
Node      ${node}
proven    OpenTofu ${PROVEN_TOFU}; AWS provider ${proven.join(', ')}
${others.map(([version, proof]) => `accepted  AWS provider ${version}: ${proof}\n`).join('')}`
}
