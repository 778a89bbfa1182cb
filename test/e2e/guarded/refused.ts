import * as assert from 'uvu/assert'
import type { Shown } from '../../support/in-terminal.ts'
import type { Credentials } from '../bench/child-environment.ts'
import { writesOf } from '../life-cycle/writes-of.ts'
import type { GuardRun, Guarded } from './guarded.ts'

/** The question of the guard before it applies. */
export const QUESTION = 'Type the name of the environment to apply this: '

const OF_THE_LOCK = ['dynamodb:DeleteItem', 'dynamodb:PutItem']

/** The locks that are held; the digests of states, which lie in the same table, are none. */
export const locksHeld = async ({ scenario }: Guarded): Promise<ReadonlyArray<string>> =>
  ((await scenario.lockIds()) as ReadonlyArray<string>).filter((id) => !id.endsWith('-md5'))

/** The screen of a run that is refused and changes nothing on the other side: at most a lock came, and went again. */
export const refused = async (
  guarded: Guarded,
  command: string,
  as: Credentials,
  run?: GuardRun,
  locks: ReadonlyArray<string> = []
): Promise<string> => {
  const { scenario } = guarded
  const [{ code, screen }, calls] = await scenario.during(() => guarded.guard(command, as, run))
  assert.is(code, 1, screen)
  assert.match(screen, 'nothing was applied')
  assert.equal(
    writesOf(calls, scenario.moto.account).filter((action) => !OF_THE_LOCK.includes(action)),
    [],
    'nothing was written'
  )
  assert.equal(await locksHeld(guarded), locks)
  return screen
}

/** The screen of a run that ended well. */
export const done = ({ code, screen }: Shown): string => {
  assert.is(code, 0, screen)
  return screen
}
