import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import { declarationRule, proofOf } from '../charter.ts'

/**
 * A stack accepts what is known of its release of the provider. It says so where no end-to-end test was run with the
 * release, and says nothing where one was. So the field goes when the release is proven.
 */
export const providerProofAccepted = declarationRule({
  name: 'provider-proof-accepted',
  needs: ['versions'],
  check: ({ declaration: { versions }, charter }) => {
    const proof = proofOf(charter, versions)
    const { awsProvider, acceptedProof } = versions
    if (proof === undefined) return []
    if (proof === 'proven by run')
      return acceptedProof === undefined
        ? []
        : [
            {
              ...about,
              expected: `no acceptedProof: the AWS provider ${awsProvider} is proven by run`,
              actual: shown(acceptedProof),
              remedy: 'Remove acceptedProof.'
            }
          ]
    return acceptedProof === proof
      ? []
      : [
          {
            ...about,
            expected: `acceptedProof: '${proof}', for that is all that is known of the AWS provider ${awsProvider}`,
            actual: shown(acceptedProof),
            remedy: `Write acceptedProof: '${proof}', or pin a release that is proven by run: ${provenOf(charter)}.`
          }
        ]
  }
})

const about = {
  rule: 'provider-proof-accepted',
  clause: 'J.7.0 §4',
  at: ['versions', 'acceptedProof']
} as const satisfies Partial<Diagnostic>

const provenOf = ({ providerReleases }: Parameters<typeof proofOf>[0]): string =>
  Object.entries(providerReleases)
    .flatMap(([version, { proof }]) => (proof === 'proven by run' ? [version] : []))
    .join(', ')
