import { lookedUp } from '../../diagnostics/record.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const expected = 'only create, update, import, read and no change'

/** The one list of actions that each of these is. Source: OpenTofu, "JSON Output Format", change representation. */
const allowed: ReadonlySet<string> = new Set(['no-op', 'create', 'read', 'update'])

const words: Readonly<Record<string, string>> = {
  delete: 'would be deleted',
  forget: 'would be forgotten: it would stay in AWS and leave the state',
  'delete,create': 'would be replaced: deleted, then made anew',
  'create,delete': 'would be replaced: made anew, then deleted',
  'forget,create': 'would be forgotten, and made anew beside what is there'
}

const diagnosticTo = ({ address, change }: ResourceChange): Diagnostic | undefined => {
  const action = change.actions.join(',')
  const isImport = change.importing !== undefined
  if (allowed.has(action) && !(isImport && action !== 'no-op' && action !== 'update')) return undefined
  return {
    rule: 'plan-actions',
    clause: 'J.6.2 §7',
    expected,
    actual: `${address} ${isImport ? 'would be imported, and ' : ''}${lookedUp(words, action) ?? (action === '' ? 'has no action' : `has the action "${action}"`)}`,
    remedy:
      'Correct the stack so that nothing is lost; what must go needs the authorisation of a later phase (J.7.0 §8).'
  }
}

/** Nothing is deleted, replaced or forgotten, and no action is there that is not known (J.6.2 §7). */
export const planActions: PlanRule = ({ plan }) =>
  findingsOf(
    changesOf(plan).flatMap((change) => diagnosticTo(change) ?? []),
    { rule: 'plan-actions', clause: 'J.6.2 §7', expected, actual: 'nothing else' }
  )
