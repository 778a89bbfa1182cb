import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

/** The AWS provider is a release whose schema the charter's attributes were checked against. */
export const providerVersionKnown = declarationRule({
  name: 'provider-version-known',
  needs: ['versions'],
  check: ({ declaration: { versions }, charter }) =>
    charter.providerVersions.includes(versions.awsProvider)
      ? []
      : [
          {
            rule: 'provider-version-known',
            clause: 'J.7.0 §4',
            at: ['versions', 'awsProvider'],
            expected: `a release that this charter was checked against: ${charter.providerVersions.join(', ')}`,
            actual: shown(versions.awsProvider),
            remedy: 'Use one of these; another release needs its schema to be checked first (CONTRIBUTING.md).'
          }
        ]
})
