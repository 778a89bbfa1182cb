import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import { changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { unwritten } from '../unwritten.ts'
import { attributesOf, own } from '../value.ts'
import { literalOf, writtenBody } from '../written-value.ts'

const expected = 'no setting beyond those of the emitted file, and the tags that it declares'

const diagnostic = (actual: string): Diagnostic => ({
  rule: 'plan-nothing-more',
  clause: 'J.7.0 §9',
  expected,
  actual,
  remedy: 'Find out why it is there, and remove it in AWS if there is no reason; OpenTofu would leave it as it is.'
})

/** A resource has only settings that were reviewed: `force_destroy` stays false, a bucket without replication stays so. */
export const planNothingMore: PlanRule = ({ plan, emitted, declaration }) => {
  const defaults = own(own(emitted.provider, 'default_tags'), 'tags') ?? {}
  return findingsOf(
    changesOf(plan).flatMap(({ address, type, change }): ReadonlyArray<Diagnostic> => {
      const body = emitted.resources.get(address)
      if (body === undefined || change.after === null) return []
      const tags = { ...attributesOf(literalOf(defaults)), ...attributesOf(literalOf(body['tags'] ?? {})) }
      const all = own(change.after, 'tags_all')
      return [
        ...unwritten(declaration, type, writtenBody(body), change.after).map((at) =>
          diagnostic(`${address} would keep ${at}, which the file does not write`)
        ),
        ...(all === undefined || sameJson(all, tags) ? [] : [diagnostic(`${address} would have other tags_all`)])
      ]
    }),
    { rule: 'plan-nothing-more', clause: 'J.7.0 §9', expected, actual: 'nothing more' }
  )
}
