import type { Setting } from '../../backend/setting.ts'
import { type Step, bucketSteps, stepOf, tableSteps } from './step.ts'

/**
 * How seed knows a thing as its own: by the declared tags, or by its age. Age decides where AWS did not take the tags with the
 * creation. The thing is then empty, has this very name, was made by this account within the hour, and no principal has set
 * anything of it.
 */
export type Mark = 'tags' | 'age'

/** What is to be done about one thing. */
export type Decision =
  | { readonly _tag: 'Make'; readonly steps: ReadonlyArray<Step> }
  /** Its own, half made by a run that was interrupted. */
  | {
      readonly _tag: 'Finish'
      readonly steps: ReadonlyArray<Step>
      readonly settings: ReadonlyArray<Setting>
      readonly mark: Mark
    }
  | { readonly _tag: 'Keep' }
  | {
      readonly _tag: 'Refuse'
      readonly why: string
      readonly differences: ReadonlyArray<Setting>
      /** What to do, where the differences do not tell it. */
      readonly remedy?: string
    }

/** What was seen of a thing: nothing, or its settings and whether anything is stored in it. */
export type Seen = {
  readonly settings: ReadonlyArray<Setting>
  readonly isEmpty: boolean
  /** False while it is being made. */
  readonly isReady: boolean
  /** Whether this account made it less than an hour ago; asked only where that decides. */
  readonly isFresh?: boolean
}

export const makeBucket: Decision = { _tag: 'Make', steps: bucketSteps }
export const makeTable: Decision = { _tag: 'Make', steps: tableSteps }

/**
 * Keeps what conforms, finishes what seed left half made, and refuses the rest with every difference. Half made means: marked
 * as seed's own, made by no service of AWS, nothing stored, and nothing different but settings that were never made. Nothing
 * that is set is ever changed.
 */
export const decide = ({ settings, isEmpty, isReady, isFresh = false }: Seen): Decision => {
  const differences = settings.filter(({ standing }) => standing !== 'right')
  if (differences.length === 0 && isReady) return { _tag: 'Keep' }
  const mark: Mark = isUntouched(differences) ? 'age' : 'tags'
  const found = mark === 'tags' || !isFresh ? reason(differences, isEmpty) : undefined
  const why = ofService(settings, differences, found) ?? found
  if (why !== undefined) return { _tag: 'Refuse', ...why, differences }
  const steps = differences.flatMap(({ name }) => stepOf[name] ?? [])
  return {
    _tag: 'Finish',
    steps: [...(isReady ? [] : (['wait for table'] as const)), ...steps],
    settings: differences,
    mark
  }
}

/**
 * Whether a thing is neither tagged nor set by any principal. AWS itself blocks public access of a new bucket and encrypts it,
 * and does no more.
 */
export const isUntouched = (differences: ReadonlyArray<Setting>): boolean =>
  differences.every(({ name, standing }) => standing === 'unset' && stepOf[name] !== undefined) &&
  ['tags', 'versioning', 'policy'].every((by) => differences.some(({ name }) => name === by))

/** Why a thing is refused, and what to do where the differences do not tell it. */
type Reason = { readonly why: string; readonly remedy?: string }

const UNMARKED =
  'it has no tags, and it is not certain that this account made it within the last hour; so it does not count as half made by seed'

const reason = (differences: ReadonlyArray<Setting>, isEmpty: boolean): Reason | undefined => {
  if (differences.some(({ name }) => name === 'tags'))
    return {
      why: isUntouched(differences) ? UNMARKED : 'it does not carry the declared tags, so seed did not make it'
    }
  if (differences.some(({ name, standing }) => standing === 'wrong' || stepOf[name] === undefined))
    return { why: 'it is not as declared, and seed changes nothing that exists' }
  return isEmpty ? undefined : { why: 'something is stored in it, so seed did not leave it half made' }
}

/**
 * A service of AWS made the thing, by its tags. That is said where it is the reason: where seed would finish the thing, and
 * where the declared tags are not there.
 */
const ofService = (
  settings: ReadonlyArray<Setting>,
  differences: ReadonlyArray<Setting>,
  found: Reason | undefined
): Reason | undefined => {
  const madeBy = settings.find((one) => one.madeBy !== undefined)?.madeBy
  const decides = found === undefined ? differences.length > 0 : differences.some(({ name }) => name === 'tags')
  return madeBy === undefined || !decides
    ? undefined
    : {
        why: `its tags say that ${madeBy} made it, so seed did not make it`,
        remedy: `Choose another name for it in the stack. ${madeBy} may change or delete this one, and its tags cannot be removed.`
      }
}
