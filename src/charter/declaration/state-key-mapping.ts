import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

/** The state key is `<account>/<environment>/<logical region>/terraform.tfstate` (J.6.2 §4, deterministic mapping). */
export const stateKeyMapping = declarationRule({
  name: 'state-key-mapping',
  needs: ['account', 'environment', 'region', 'backend'],
  check: ({ declaration: { account, environment, region, backend } }) => {
    const expected = `${account}/${environment}/${region.logical}/terraform.tfstate`
    return backend.key === expected
      ? []
      : [
          {
            rule: 'state-key-mapping',
            clause: 'J.6.2 §4',
            at: ['backend', 'key'],
            expected: shown(expected),
            actual: shown(backend.key),
            remedy: 'Write the key that the mapping gives: account, environment, logical region, terraform.tfstate.'
          }
        ]
  }
})
