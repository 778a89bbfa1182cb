import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { layouts } from './guarded/layouts.ts'
import { done, locksHeld } from './guarded/refused.ts'
import { plainDayZero } from './guarded/stack-at-work.ts'

const tools = await bench()

type Context = { guarded: Guarded; kept: string }
const test = suite<Context>('layouts of a repository, with real git and a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, committed('staging-eu'))
  await plainDayZero(context.guarded)
  context.kept = `${context.guarded.root}-kept`
  fs.cpSync(context.guarded.root, context.kept, { recursive: true, verbatimSymlinks: true })
})
test.before.each(({ guarded: { root, home }, kept }) => {
  for (const folder of [root, join(home, '.terraformrc')]) fs.rmSync(folder, { recursive: true, force: true })
  fs.cpSync(kept, root, { recursive: true, verbatimSymlinks: true })
})
test.after(async ({ guarded, kept }) => {
  await guarded.close()
  fs.rmSync(kept, { recursive: true, force: true })
})

for (const [what, { act, run, refusedBy }] of Object.entries(layouts))
  test(`${what}: ${refusedBy === undefined ? 'tofu plans' : `refused by ${refusedBy}, and tofu is not run`}`, async ({
    guarded
  }) => {
    act(guarded)
    if (refusedBy === undefined) {
      assert.match(done(await guarded.guard('plan', guarded.bootstrap, run?.(guarded))), 'there is nothing to apply')
      assert.not.ok(fs.existsSync(join(guarded.home, 'marked')))
      return
    }
    const { code, screen } = await guarded.guard('plan', guarded.bootstrap, run?.(guarded))
    assert.is.not(code, 0, screen)
    assert.ok(new RegExp(`^ +${refusedBy}$|, rule ${refusedBy}$|explain -- ${refusedBy}$`, 'm').test(screen), screen)
    assert.not.match(screen, 'running   tofu')
    assert.equal(await locksHeld(guarded), [])
  })

test.run()
