import * as assert from 'uvu/assert'
import type { Test } from 'uvu'
import type { Evidence } from '../../../src/commands/guard/evidence.ts'
import type { Strike } from '../../../src/outside/stand-in/stand-in.ts'
import type { Guarded } from './guarded.ts'
import { QUESTION, done, locksHeld } from './refused.ts'
import { changeStack, plainTofu } from './stack-at-work.ts'
import { lockNamed } from './told.ts'

/** What happens to the next calls of tofu and its provider. */
export type Fault = Omit<Strike, 'by'>

/** So often that tofu gives up. */
export const ALWAYS = 1000

/** Runs the command while the next such calls of tofu and its provider are struck. */
export const struck = async ({ guard, scenario, bootstrap }: Guarded, command: string, fault: Fault) => {
  const { way } = scenario.moto
  way.strike({ by: 'aws-sdk-go', ...fault })
  const ended = await guard(command, bootstrap, { typing: [[QUESTION, 'staging\n']] })
  way.mend()
  assert.ok(way.struck() > 0, ended.screen)
  return ended
}

/** A change that is planned, and the apply of it struck. */
export const applied = async (guarded: Guarded, from: string, to: string, fault: Fault) => {
  await changeStack(guarded, from, to)
  done(await guarded.guard('plan', guarded.bootstrap))
  const ended = await struck(guarded, 'apply', fault)
  return { ...ended, evidence: guarded.evidence().at(-1) as Evidence }
}

/** What a plan meets until its tofu gives up, what is said of it, and whether its own lock stays. */
export type Ends = Readonly<Record<string, readonly [Fault, said: ReadonlyArray<RegExp>, stays: boolean]>>

/** A test for each: what is locked is said truly, and the way out works. */
export const plansEnd = (test: Test<{ guarded: Guarded }>, lock: string, ends: Ends): void => {
  for (const [what, [fault, said, stays]] of Object.entries(ends))
    test(`plan: ${what}: what is locked is said truly, and the way out works`, async ({ guarded }) => {
      const { code, screen } = await struck(guarded, 'plan', fault)
      assert.is(code, 1, screen)
      assert.match(screen, 'nothing was applied')
      for (const text of said) assert.match(screen, text)
      assert.equal(await locksHeld(guarded), stays ? [lock] : [])
      if (stays) await plainTofu(guarded, ['force-unlock', '-force', lockNamed(screen)])
      else assert.not.match(screen, 'did not release:')
    })
}
