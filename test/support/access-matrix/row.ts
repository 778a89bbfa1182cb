import type { Clause } from '../../../src/diagnostics/diagnostic.ts'
import type { Circumstance } from './circumstances.ts'
import type { Thing } from './things.ts'

/** Who asks. All but the two roles have administrator rights, as an identity can have them at most. */
export type Who = 'operator' | 'automation' | 'bootstrap' | 'stranger' | 'outsider' | 'nobody'

/**
 * What denies a request all by itself. A role's `own grants` do not hold it, its `own denials` name it whatever else is
 * attached; the boundary does not let it through (`boundary grants`), or denies it even where a resource's own policy
 * allows it (`boundary denials`); the `bucket policy` refuses it to an administrator, as does one statement `… alone`.
 */
export type Layer =
  'own grants' | 'own denials' | 'boundary grants' | 'boundary denials' | 'bucket policy' | `${string} alone`

/** One requirement: what somebody may or may not do. It stands for a cell for each action, resource and circumstance. */
export type Row = {
  readonly who: Who
  readonly actions: ReadonlyArray<string>
  readonly on: ReadonlyArray<Thing>
  readonly when: ReadonlyArray<Circumstance>
  readonly clause: Clause
  readonly because: string
} & ({ readonly may: true } | { readonly may: false; readonly deniedBy: ReadonlyArray<Layer> })

type Request = {
  readonly actions: ReadonlyArray<string>
  readonly on: ReadonlyArray<Thing>
  /** Each of these by itself; left out, a request as usual. */
  readonly when?: ReadonlyArray<Circumstance>
}

/** How the rows of one principal are written. */
export type Rows = {
  /** It may do this, since the clause asks for it. */
  readonly may: (request: Request, clause: Clause, because: string) => Row
  /** It may not do this, and each of these layers sees to that alone. */
  readonly mayNot: (request: Request, deniedBy: ReadonlyArray<Layer>, clause: Clause, because: string) => Row
}

export const rowsOf = (who: Who): Rows => ({
  may: ({ actions, on, when = ['as usual'] }, clause, because) => ({
    who,
    actions,
    on,
    when,
    clause,
    because,
    may: true
  }),
  mayNot: ({ actions, on, when = ['as usual'] }, deniedBy, clause, because) => ({
    who,
    actions,
    on,
    when,
    clause,
    because,
    may: false,
    deniedBy
  })
})

/** Four layers name the actions that a role has; one that is not among them is denied by each. */
export const everyLayer: ReadonlyArray<Layer> = ['own grants', 'own denials', 'boundary grants', 'boundary denials']

/** Three layers name the resources that a role has. */
export const byResource: ReadonlyArray<Layer> = ['own grants', 'boundary grants', 'boundary denials']
