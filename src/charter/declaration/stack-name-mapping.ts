import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

/** The stack's file is `<environment>-<logical region>.ts` (J.6.2 §4, deterministic mapping). */
export const stackNameMapping = declarationRule({
  name: 'stack-name-mapping',
  needs: ['environment', 'region'],
  check: ({ declaration: { environment, region }, stackName }) => {
    const expected = `${environment}-${region.logical}`
    return stackName === expected
      ? []
      : [
          {
            rule: 'stack-name-mapping',
            clause: 'J.6.2 §4',
            at: ['environment'],
            expected: `the file stacks/${expected}.ts for environment ${shown(environment)} and logical region ${shown(region.logical)}`,
            actual: `stacks/${stackName}.ts`,
            remedy: 'Rename the file, or correct environment or logical region.'
          }
        ]
  }
})
