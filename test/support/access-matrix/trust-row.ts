import type { Clause } from '../../../src/diagnostics/diagnostic.ts'
import type { Asker } from './askers.ts'

/** Who may and may not assume one of the two roles of a stack. */
export type TrustRow = {
  readonly role: 'operator' | 'automation'
  readonly who: string
  readonly asker: Asker
  readonly action: string
  readonly may: boolean
  readonly clause: Clause
}

export const assume = 'sts:AssumeRole'
/** A row before it is said of which role. */
export type Told = Omit<TrustRow, 'role' | 'action'> & { readonly action?: string }
export const told = (role: TrustRow['role'], rows: ReadonlyArray<Told>): ReadonlyArray<TrustRow> =>
  rows.map((row) => ({ action: assume, ...row, role }))
