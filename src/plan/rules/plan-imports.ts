import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const expected = 'imports of what the emitted file adopts, by the names that it gives'

/** The plan imports only what the file adopts: seed's bucket with its settings, and the lock table. */
export const planImports: PlanRule = ({ plan, emitted }) => {
  const imports = changesOf(plan).filter(({ change }) => change.importing !== undefined)
  return findingsOf(
    imports.flatMap(({ address, change }): ReadonlyArray<Diagnostic> => {
      const [wanted, id] = [emitted.imports.get(address), change.importing?.id]
      return wanted !== undefined && wanted === id
        ? []
        : [
            {
              rule: 'plan-imports',
              clause: 'J.7.0 §3.3',
              expected,
              actual: `${address} would adopt ${id ?? 'something without a name'}, and the file says ${wanted ?? 'nothing'}`,
              remedy: 'Plan with the emitted file alone in its folder.'
            }
          ]
    }),
    { rule: 'plan-imports', clause: 'J.7.0 §3.3', expected, actual: `${imports.length} of them, each as declared` }
  )
}
