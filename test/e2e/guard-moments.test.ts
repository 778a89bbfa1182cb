import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { deflateSync } from 'node:zlib'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Evidence } from '../../src/commands/guard/evidence.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { there } from './guarded/faults.ts'
import { changeStack, plainDayZero } from './guarded/stack-at-work.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { QUESTION, done, locksHeld, refused } from './guarded/refused.ts'

const tools = await bench()
const stack = committed('staging-eu')

const LOCK = `${stack.bucket}/${stack.key}`
const typed = [[QUESTION, 'staging\n']] as const
const test = suite<{ guarded: Guarded }>('what changes between proof and apply, with a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  await plainDayZero(context.guarded)
  await changeStack(context.guarded, 'OpenTofu state lock', 'Lock of the state')
})
test.after(({ guarded }) => guarded.close())

/** Resolves when the file of a run is there that is made when it asks. */
const asking = async ({ home }: Guarded): Promise<string> => {
  const seen = join(home, 'seen')
  await there(seen)
  fs.rmSync(seen)
  return join(home, 'go')
}
const whileAsked = (guarded: Guarded) =>
  [[QUESTION, 'staging\n', join(guarded.home, 'go'), join(guarded.home, 'seen')]] as const

test('an override that is there only after the proof, with a command in it, reaches neither plan nor apply', async ({
  guarded
}) => {
  const { guard, scenario, root, home, bootstrap } = guarded
  const canary = join(home, 'canary')
  const override = join(root, 'out/staging-eu/x_override.tf.json')
  scenario.moto.way.hold('.DescribeTable')
  const planning = guard('plan', bootstrap)
  await scenario.moto.way.held()
  const provisioner = [{ 'local-exec': { command: `touch ${canary}` } }]
  fs.writeFileSync(override, JSON.stringify({ resource: { aws_iam_role: { operator: { provisioner } } } }))
  scenario.moto.way.release()
  const screen = done(await planning)
  fs.rmSync(override)
  assert.match(screen, 'Plan: 0 to add, 1 to change, 0 to destroy.')
  assert.not.ok(fs.existsSync(canary))
})

const looseFile = ({ git, root }: Guarded): string => {
  const id = String(git('rev-parse', 'HEAD:out/staging-eu/main.tf.json')).trim()
  return join(root, '.git/objects', id.slice(0, 2), id.slice(2))
}

/** What happens while the person types, how it is undone, and what is said. */
const meanwhile: ReadonlyArray<readonly [string, (of: Guarded) => unknown, (of: Guarded) => unknown, string]> = [
  [
    'another commit',
    ({ git }) => git('commit', '-q', '--allow-empty', '-m', 'x'),
    ({ git }) => git('reset', '-q', '--hard', 'HEAD~1'),
    'plan-same-commit'
  ],
  [
    'a staged change of the emitted file',
    ({ git, root }) => {
      const file = join(root, 'out/staging-eu/main.tf.json')
      const text = fs.readFileSync(file)
      fs.appendFileSync(file, ' ')
      git('add', '-f', 'out/staging-eu/main.tf.json')
      fs.writeFileSync(file, text)
    },
    ({ git }) => git('reset', '-q'),
    'file-staged'
  ],
  [
    'an override beside the emitted file',
    ({ root }) => fs.writeFileSync(join(root, 'out/staging-eu/x_override.tf.json'), '{}'),
    ({ root }) => fs.rmSync(join(root, 'out/staging-eu/x_override.tf.json')),
    'nothing-else-read'
  ],
  [
    'a forged object in the place of the emitted file',
    (of) => {
      const loose = looseFile(of)
      fs.copyFileSync(loose, join(of.home, 'genuine'))
      fs.chmodSync(loose, 0o600)
      fs.writeFileSync(loose, deflateSync(Buffer.from('blob 3\0{}\n')))
    },
    (of) => fs.copyFileSync(join(of.home, 'genuine'), looseFile(of)),
    'it is not what its id says'
  ],
  [
    'a folder that all may write to',
    ({ root }) => fs.chmodSync(join(root, 'out/staging-eu'), 0o777),
    ({ root }) => fs.chmodSync(join(root, 'out/staging-eu'), 0o755),
    'checkout-unchanged-by-others'
  ],
  [
    'a pipe in the place of the plan',
    ({ plans }) => {
      const plan = plans().find((file) => file.endsWith('.tfplan')) ?? ''
      fs.renameSync(plan, `${plan}.kept`)
      execFileSync('mkfifo', ['-m', '600', plan])
    },
    ({ plans }) => {
      const kept = plans().find((file) => file.endsWith('.kept')) ?? ''
      fs.renameSync(kept, kept.replace('.kept', ''))
    },
    'is not a file of its own'
  ]
]
for (const [what, act, undo, word] of meanwhile)
  test(`${what} while the person types is refused`, async ({ guarded }) => {
    const applying = refused(guarded, 'apply', guarded.bootstrap, { typing: whileAsked(guarded) })
    const go = await asking(guarded)
    act(guarded)
    fs.writeFileSync(go, '')
    const screen = await applying
    fs.rmSync(go)
    undo(guarded)
    assert.match(screen, word)
  })

test('a name that was typed before the question is thrown away', async ({ guarded }) => {
  const screen = await refused(guarded, 'apply', guarded.bootstrap, {
    typing: [
      ['lock-works ', 'staging\nstag'],
      [QUESTION, 'ing\n']
    ]
  })
  assert.match(screen, 'You typed another name. Nothing was applied, and the plan is kept. Expected: staging')
})

test('a lock that is taken while the person types is refused, and a second run too', async ({ guarded }) => {
  const { guard, scenario, bootstrap } = guarded
  done(await guard('plan', bootstrap))
  const applying = refused(guarded, 'apply', bootstrap, { typing: whileAsked(guarded) }, [LOCK])
  const go = await asking(guarded)
  const second = await guard('plan', bootstrap)
  assert.is(second.code, 1, second.screen)
  assert.match(second.screen, 'run-alone')
  assert.match(second.screen, 'apply has been at work since')
  const id = 'f0e1d2c3-0000-4000-8000-000000000007'
  await scenario.python('hold_lock.py', [stack.region, stack.lockTable, LOCK, id])
  fs.writeFileSync(go, '')
  assert.match(await applying, 'lock-free')
  fs.rmSync(go)
  await scenario.tofu([`-chdir=${join(guarded.root, 'out/staging-eu')}`, 'force-unlock', '-force', id], bootstrap)
  assert.equal(await locksHeld(guarded), [])
})

test('a run that is killed while it asks leaves a document that says so, and keeps no run out', async ({ guarded }) => {
  const { guard, bootstrap, home } = guarded
  const before = guarded.evidence().length
  const applying = guard('apply', bootstrap, { typing: whileAsked(guarded) })
  const go = await asking(guarded)
  const [tickets = ''] = fs.readdirSync(join(home, '.local/state/zenthea-foundation/runs'))
  const folder = join(home, '.local/state/zenthea-foundation/runs', tickets)
  const [ticket = ''] = fs.readdirSync(folder).filter((name) => name.endsWith('.json'))
  const { pid } = JSON.parse(fs.readFileSync(join(folder, ticket), 'utf8')) as { readonly pid: number }
  process.kill(pid, 'SIGKILL')
  fs.writeFileSync(go, '')
  await applying
  fs.rmSync(go)
  const document = guarded.evidence()[before] as Evidence | undefined
  assert.is(document?.completed, false)
  assert.is(document?.ended, null)
  assert.is(document?.applied, false)
  assert.is(document?.outcome.reason, 'NotCompleted')
  assert.is(document?.caller?.declared, 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap')
})

test('with nothing changed, the same plan is applied, and no command of the override ever ran', async ({ guarded }) => {
  const { guard, bootstrap, home } = guarded
  const screen = done(await guard('apply', bootstrap, { typing: typed }))
  assert.match(screen, /Plan: 0 to add, 1 to change, 0 to destroy\. The plan is [0-9a-f]{12}\./)
  assert.match(screen, 'Apply complete! Resources: 0 added, 1 changed, 0 destroyed.')
  assert.not.ok(fs.existsSync(join(home, 'canary')))
  const text = JSON.stringify(guarded.evidence())
  for (const path of [home, dirname(guarded.root), dirname(tools.tofu)]) assert.not.match(text, path)
})

test.run()
