import { lookedUp } from '../../diagnostics/record.ts'
import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

/** The AWS provider is a release whose schema the charter's attributes were checked against. */
export const providerVersionKnown = declarationRule({
  name: 'provider-version-known',
  needs: ['versions'],
  check: ({ declaration: { versions }, charter }) =>
    lookedUp(charter.providerReleases, versions.awsProvider) !== undefined
      ? []
      : [
          {
            rule: 'provider-version-known',
            clause: 'J.7.0 §4',
            at: ['versions', 'awsProvider'],
            expected: `a release that this charter was checked against: ${Object.keys(charter.providerReleases).join(', ')}`,
            actual: shown(versions.awsProvider),
            remedy: 'Use one of these. The schema of another release is checked first (CONTRIBUTING.md).'
          }
        ]
})
