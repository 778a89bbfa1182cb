import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type ConfigurationRule, placeOf } from '../charter.ts'

/** Nothing that the charter asks for is missing: no backend, no lock, no role means no stack (J.7.0 §4). */
export const completeBlocks: ConfigurationRule = {
  name: 'complete-blocks',
  check: ({ blocks, charter }) => {
    const places = new Set(blocks.map(placeOf))
    return [...charter.blocks]
      .filter(([place]) => !places.has(place))
      .map(([place, { clause, purpose }]): Diagnostic => ({
        rule: 'complete-blocks',
        clause,
        at: [],
        expected: `${place}: ${purpose}`,
        actual: 'nothing: it is missing',
        remedy:
          'Add the part that makes it; a stack has stateBucket, lockTable, permissionsBoundary, operatorRole and automationRole.'
      }))
  }
}
