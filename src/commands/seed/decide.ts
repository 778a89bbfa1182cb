import type { Setting } from '../../backend/setting.ts'
import { type Step, bucketSteps, stepOf, tableSteps } from './step.ts'

/** What is to be done about one thing. */
export type Decision =
  | { readonly _tag: 'Make'; readonly steps: ReadonlyArray<Step> }
  /** Its own, half made by a run that was interrupted. */
  | { readonly _tag: 'Finish'; readonly steps: ReadonlyArray<Step>; readonly settings: ReadonlyArray<Setting> }
  | { readonly _tag: 'Keep' }
  | { readonly _tag: 'Refuse'; readonly why: string; readonly differences: ReadonlyArray<Setting> }

/** What was seen of a thing: nothing, or its settings and whether anything is stored in it. */
export type Seen = {
  readonly settings: ReadonlyArray<Setting>
  readonly isEmpty: boolean
  /** False while it is being made. */
  readonly isReady: boolean
}

export const makeBucket: Decision = { _tag: 'Make', steps: bucketSteps }
export const makeTable: Decision = { _tag: 'Make', steps: tableSteps }

/**
 * Keeps what conforms, finishes what is its own and half made (the declared tags, nothing stored, and nothing but
 * settings that were never made), and refuses the rest with every difference. Nothing that is set is ever changed.
 */
export const decide = ({ settings, isEmpty, isReady }: Seen): Decision => {
  const differences = settings.filter(({ standing }) => standing !== 'right')
  if (differences.length === 0 && isReady) return { _tag: 'Keep' }
  const why = reason(differences, isEmpty)
  if (why !== undefined) return { _tag: 'Refuse', why, differences }
  const steps = differences.flatMap(({ name }) => stepOf[name] ?? [])
  return { _tag: 'Finish', steps: [...(isReady ? [] : (['wait for table'] as const)), ...steps], settings: differences }
}

const reason = (differences: ReadonlyArray<Setting>, isEmpty: boolean): string | undefined => {
  if (differences.some(({ name }) => name === 'tags'))
    return 'it does not carry the declared tags, so seed did not make it'
  if (differences.some(({ name, standing }) => standing === 'wrong' || stepOf[name] === undefined))
    return 'it is not as declared, and seed changes nothing that exists'
  return isEmpty ? undefined : 'something is stored in it, so seed did not leave it half made'
}
