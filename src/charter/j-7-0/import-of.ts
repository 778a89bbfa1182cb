import { closed } from '../../diagnostics/closed.ts'
import { attribute } from '../codec/attribute.ts'
import { only } from '../codec/only.ts'

/** The adoption of something that seed made: by its address and by the declared name, and by nothing else. */
export const importOf = (address: string, id: string) =>
  closed('{ to, id }', {
    to: attribute(address),
    id: only(id, {
      rule: 'import-declared',
      clause: 'J.7.0 §3.3',
      remedy: 'Only what the stack declares may be adopted; its name stands in `backend`.'
    })
  })
