import * as assert from 'uvu/assert'
import { type Told, toldIn } from '../../support/told-in-documents.ts'
import { needAwsCli } from '../bench/aws-cli.ts'
import { said, succeeded } from '../bench/tofu-output.ts'
import type { Guarded } from './guarded.ts'
import type { Evidence } from '../../../src/commands/guard/evidence.ts'

/** What the documents show of a day 0 that ends well, and of the operator after it. */
export const ofDayZero: ReadonlyArray<Told> = toldIn({ document: 'operator/day-0.md' })

/** The same of a day 0 that is killed. */
export const ofKilledDayZero: ReadonlyArray<Told> = toldIn({
  document: 'operator/when-it-breaks.md',
  section: 'A killed day 0: EntityAlreadyExists'
})

/** The same of an apply that is cut off between the state and its digest. */
export const ofTornDigest: ReadonlyArray<Told> = toldIn({
  document: 'operator/when-it-breaks.md',
  section: 'The digest is not of the object'
})

/** Those of these commands that ask AWS. */
export const awsCommands = (of: ReadonlyArray<Told>): ReadonlyArray<string> =>
  of.map(({ command }) => command).filter((command) => command.startsWith('aws '))

/** Runs one of them as the bootstrap principal; it must succeed. */
export const runAws = async ({ scenario, bootstrap }: Guarded, command: string): Promise<void> => {
  needAwsCli()
  const ended = await scenario.shell(command, bootstrap)
  assert.ok(succeeded(ended), `${command}\n${said(ended)}`)
}

/** What the guard found not to be in order after an apply, by its evidence. */
export const failedAfterwards = ({ findings }: Evidence): ReadonlyArray<string> =>
  findings.filter(({ of, outcome }) => of === 'afterwards' && outcome === 'failed').map(({ id }) => id)

/** The id of the lock that a report names. */
export const lockNamed = (screen: string): string => {
  const [, id = ''] = /force-unlock ([0-9a-f-]{36});/.exec(screen) ?? []
  assert.is.not(id, '', screen)
  return id
}
