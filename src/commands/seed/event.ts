import type { SeenRole } from '../../caller/seen-role.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { Decision } from './decide.ts'
import type { Step, Thing } from './step.ts'

/** What happens while seed runs, in order, for the code that shows or remembers it. */
export type SeedEvent =
  | { readonly _tag: 'Identified'; readonly seen: SeenRole }
  | { readonly _tag: 'Decided'; readonly bucket: Decision; readonly table: Decision }
  | { readonly _tag: 'Confirmed' }
  | { readonly _tag: 'Began'; readonly step: Step }
  | { readonly _tag: 'Did'; readonly step: Step }
  | { readonly _tag: 'Waiting'; readonly thing: Thing; readonly for: string }
  | { readonly _tag: 'Retrying'; readonly failure: AwsFailure; readonly ofAttempts: number; readonly millis: number }

/** What is known of a run at any moment, so that it can be said when it ends early. */
export type Ledger = {
  /** The calling role, as AWS said it. */
  readonly seen: SeenRole | undefined
  readonly decided: { readonly bucket: Decision; readonly table: Decision } | undefined
  readonly isConfirmed: boolean
  readonly did: ReadonlyArray<Step>
  /** Begun, and not known to be done. */
  readonly doing: Step | undefined
}

export const emptyLedger: Ledger = {
  seen: undefined,
  decided: undefined,
  isConfirmed: false,
  did: [],
  doing: undefined
}

/** The ledger after an event. */
export const noted = (ledger: Ledger, event: SeedEvent): Ledger => {
  switch (event._tag) {
    case 'Decided':
      return { ...ledger, decided: { bucket: event.bucket, table: event.table } }
    case 'Confirmed':
      return { ...ledger, isConfirmed: true }
    case 'Began':
      return { ...ledger, doing: event.step }
    case 'Did':
      return { ...ledger, did: [...ledger.did, event.step], doing: undefined }
    case 'Identified':
      return { ...ledger, seen: event.seen }
    case 'Waiting':
    case 'Retrying':
      return ledger
    default:
      return event satisfies never
  }
}
