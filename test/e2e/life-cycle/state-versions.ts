import { createHash } from 'node:crypto'
import type { Scenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'

/** One version of a stack's state object, and its text, read by the version's id. */
export type StateVersion = { readonly id: string; readonly text: string }

/** Every version of the state that the bucket keeps, the current one first. */
export const stateVersions = async (
  scenario: Scenario,
  { region, bucket, key }: CommittedStack
): Promise<ReadonlyArray<StateVersion>> => {
  const printed = JSON.parse(await scenario.python('object_versions.py', [region, bucket, key])) as ReadonlyArray<{
    readonly id: string
    readonly body: string
  }>
  return printed.map(({ id, body }) => ({ id, text: Buffer.from(body, 'base64').toString('utf8') }))
}

/** Id and digest of each, to compare: a state itself is no text for a failure to show. */
export const printsOf = (versions: ReadonlyArray<StateVersion>): ReadonlyArray<string> =>
  versions.map(({ id, text }) => `${id} sha256:${createHash('sha256').update(text).digest('hex')}`)

/** What one version of the state says of itself and of the lock table. */
export const recorded = ({ text }: StateVersion) => {
  const { serial, resources } = JSON.parse(text) as State
  const table = resources.find(({ type }) => type === 'aws_dynamodb_table')?.instances[0]?.attributes
  return {
    serial,
    purpose: table?.tags?.['Purpose'],
    recoveryDays: table?.point_in_time_recovery?.[0]?.recovery_period_in_days
  }
}

type Table = {
  readonly tags?: Readonly<Record<string, string>>
  readonly point_in_time_recovery?: ReadonlyArray<{ readonly recovery_period_in_days: number }>
}
type State = {
  readonly serial: number
  readonly resources: ReadonlyArray<{
    readonly type: string
    readonly instances: ReadonlyArray<{ readonly attributes: Table }>
  }>
}
