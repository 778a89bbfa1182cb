import { closed } from '../../diagnostics/closed.ts'
import { guarded } from '../../diagnostics/named.ts'
import { attribute } from '../codec/attribute.ts'

/** A policy document in `locals`, by its form alone; the rules on policies and on trust judge what it says. */
export const document = () =>
  closed('a policy document: { Version, Statement }', {
    Version: attribute('2012-10-17'),
    Statement: guarded(
      'a list of statements',
      { rule: 'policy-form', clause: 'J.7.0 §7', remedy: 'Write the statements as a list of records.' },
      (value): value is ReadonlyArray<unknown> => Array.isArray(value)
    )
  })
