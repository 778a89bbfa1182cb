import * as assert from 'uvu/assert'
import { type Told, toldIn } from '../../support/told-in-readme.ts'
import { needAwsCli } from '../bench/aws-cli.ts'
import { said, succeeded } from '../bench/tofu-output.ts'
import type { Guarded } from './guarded.ts'

/** All that README shows of day 0 and what comes after it. */
export const told = toldIn('Day 0, by the three people in it')
const first = (beginning: string): number => {
  const at = told.findIndex(({ command }) => command.startsWith(beginning))
  if (at < 0) throw new Error(`README shows no ${beginning}`)
  return at
}
const [killed, torn] = [first('aws iam'), first('aws dynamodb')]

/** What README shows of a day 0 that ends well, and of the operator after it. */
export const ofDayZero: ReadonlyArray<Told> = told.slice(0, killed)

/** The same of a day 0 that is killed. */
export const ofKilledDayZero: ReadonlyArray<Told> = told.slice(killed, torn)

/** The same of an apply that is cut off between the state and its digest. */
export const ofTornDigest: ReadonlyArray<Told> = told.slice(torn)

/** Those of these commands that ask AWS. */
export const awsCommands = (of: ReadonlyArray<Told>): ReadonlyArray<string> =>
  of.map(({ command }) => command).filter((command) => command.startsWith('aws '))

/** Runs one of them as the bootstrap principal; it must succeed. */
export const runAws = async ({ scenario, bootstrap }: Guarded, command: string): Promise<void> => {
  needAwsCli()
  const ended = await scenario.shell(command, bootstrap)
  assert.ok(succeeded(ended), `${command}\n${said(ended)}`)
}
