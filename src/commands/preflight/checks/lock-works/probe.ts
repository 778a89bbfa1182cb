import { writtenLockInfo } from '../../../../backend/lock-info.ts'
import type { Declaration } from '../../../../declaration/declaration.ts'
import { probeId } from '../../../../iam/stack-names.ts'
import type { Principal } from '../../../../caller/judge-caller.ts'

/** What preflight puts into the lock table, under an id of its own that OpenTofu never uses. */
export type Probe = {
  readonly id: string
  /**
   * The text of an attempt to take it, with the moment of that attempt (RFC 3339): who waits long must not take it under
   * an old date. In the form of OpenTofu's locks; it names preflight and the principal, and no person.
   */
  readonly infoAt: (created: string) => string
  /** What a second holder would write. */
  readonly other: string
}

/** The probe of one run; `ids` are two that nobody else has. `created` is RFC 3339. */
export const probeOf = (
  declaration: Declaration,
  principal: Principal,
  created: string,
  ids: readonly [string, string]
): Probe => {
  const id = probeId(declaration)
  const written = (ID: string, Info: string, Created: string): string =>
    writtenLockInfo({
      ID,
      Operation: 'preflight',
      Info,
      Who: `npm run preflight as the ${principal}`,
      Version: '',
      Created,
      Path: id
    })
  return {
    id,
    infoAt: (moment) => written(ids[0], 'a probe of the lock; it holds no state', moment),
    other: written(ids[1], 'a second holder, which must be refused', created)
  }
}
