import type { Decision } from '../simulate.ts'
import type { Circumstance } from './circumstances.ts'
import type { Layer, Row } from './row.ts'
import { bucketThings } from './own-policies.ts'
import type { Thing } from './things.ts'

/** One request of a row. */
export type Cell = { readonly row: Row; readonly action: string; readonly on: Thing; readonly when: Circumstance }

export const cellsOf = (row: Row): ReadonlyArray<Cell> =>
  row.actions.flatMap((action) => row.on.flatMap((on) => row.when.map((when) => ({ row, action, on, when }))))

/** What is asked of a cell: all policies together, or one layer of them by itself. */
export type Question = { readonly cell: Cell; readonly layer: Layer | 'together' }

/** All questions of a cell. What is allowed must be let through by each layer; what is denied, denied by those it names. */
export const questionsOf = (cell: Cell): ReadonlyArray<Question> => [
  { cell, layer: 'together' },
  ...(cell.row.may ? layersOf(cell) : cell.row.deniedBy).map((layer) => ({ cell, layer }))
]

const ofRoles: ReadonlyArray<Layer> = ['own grants', 'own denials', 'boundary grants', 'boundary denials']

const layersOf = ({ row: { who }, on }: Cell): ReadonlyArray<Layer> => [
  ...(who === 'operator' || who === 'automation' ? ofRoles : []),
  ...(bucketThings.has(on) ? (['bucket policy'] as const) : [])
]

/** A cell in words, for whoever reads a failure. */
export const asked = ({ cell: { row, action, on, when }, layer }: Question): string =>
  `${row.who} ${row.may ? 'may' : 'may not'} ${action} on ${on}, ${when}, by ${layer} (${row.clause}: ${row.because})`

/** Whether a decision is what the matrix says; a layer that denies by name denies explicitly, whatever else is allowed. */
export const isTold = ({ cell: { row }, layer }: Question, decision: Decision): boolean => {
  if (row.may) return decision === 'allowed'
  return layer === 'together' || layer.endsWith(' grants') ? decision !== 'allowed' : decision === 'denied explicitly'
}
