import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import { init } from '../../../src/commands/guard/init.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import type { GuardPorts } from '../../../src/commands/guard/ports.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

const test = suite<GuardWorld>('the course of a run: each step in its order, none left out')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const commands = { init, plan, apply }

/** The functions of a port as they are, each call noted first as `port.function`. */
const noted = <A extends object>(port: string, functions: A, note: (step: string) => void): A =>
  new Proxy(functions, {
    get: (target, name, receiver): unknown => {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function') return found
      return (...args: ReadonlyArray<unknown>): unknown => {
        note(`${port}.${String(name)}`)
        return Reflect.apply(found, target, args)
      }
    }
  })

/** What a run asks of its ports and tells, in order. A call of tofu is told by its command, an event by its tag. */
const courseOf = async (context: GuardWorld, command: GuardCommand): Promise<ReadonlyArray<string>> => {
  const steps: Array<string> = []
  const note = (step: string): void => void steps.push(step)
  const { ports } = context
  const watched: GuardPorts = {
    ...ports,
    prove: (of, turn) => {
      note(`prove ${turn}`)
      return ports.prove(of, turn)
    },
    judge: (json, principal) => {
      note('judge')
      return ports.judge(json, principal)
    },
    finder: noted('finder', ports.finder, note),
    tofu: {
      handOver: (call) => {
        note(`tofu shows ${call.args[0]}`)
        return ports.tofu.handOver(call)
      },
      capture: (call, bytes) => {
        note(`tofu says ${call.args[0]}`)
        return ports.tofu.capture(call, bytes)
      }
    },
    folders: noted('folders', ports.folders, note),
    plans: noted('plans', ports.plans, note),
    programs: noted('programs', ports.programs, note),
    providers: noted('providers', ports.providers, note),
    leftovers: noted('leftovers', ports.leftovers, note),
    runs: noted('runs', ports.runs, note),
    checkout: noted('checkout', ports.checkout, note),
    directory: noted('directory', ports.directory, note),
    note: async () => {
      note('note')
      return ports.note()
    },
    person: {
      get isThere() {
        return ports.person.isThere
      },
      ask: (question) => {
        note('ask')
        return ports.person.ask(question)
      }
    },
    tell: (event) => {
      note(`told ${event._tag}`)
      return ports.tell(event)
    }
  }
  const outcome: E.Either<unknown, unknown> = await commands[command](context.of(command))(watched)()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
  return steps
}

/** Two looks at the directory: the names of each folder, and the file that each look is about. */
const judgedFolder = ['directory.list', 'directory.read', 'directory.list', 'directory.read', 'directory.read']
/** The emitted file as it lies on the disk, and the lock file that binds the provider. */
const bothFiles = ['directory.read', 'directory.read']
const toldOf = (turn: 'first' | 'again') => [
  'checkout.changeable',
  `prove ${turn}`,
  'told Preflighted',
  'told Proven',
  'finder.find',
  'programs.keep',
  ...bothFiles
]
const ran = (how: 'says' | 'shows', command: string) => ['told Running', `tofu ${how} ${command}`, 'told Ran']
const madeFolder = ['folders.make', 'tofu says version', 'tofu says version', 'told Equipped']
const fetched = [...ran('says', 'init'), ...judgedFolder, 'directory.read', 'providers.take']
const bound = ['told Locked', 'note', 'leftovers.sweep', 'folders.write']
const judged = ['folders.write', ...ran('says', 'show'), 'judge', 'told Judged']

test('init looks at the emitted file again before it hands the lock file back', async (context) => {
  fs.rmSync(join(context.root, 'project/out/staging-eu/.terraform.lock.hcl'))
  assert.equal(await courseOf(context, 'init'), [
    'runs.take',
    ...toldOf('first'),
    ...madeFolder,
    ...fetched,
    ...bound,
    ...ran('shows', 'init'),
    ...judgedFolder,
    'told After',
    ...bothFiles,
    'checkout.create',
    'folders.remove'
  ])
})

test('plan and apply tell the digest of the plan, and apply proves all again after a person typed', async (context) => {
  assert.equal(await courseOf(context, 'plan'), [
    'runs.take',
    ...toldOf('first'),
    'leftovers.states',
    ...madeFolder,
    'providers.find',
    ...fetched,
    ...bound,
    ...ran('says', 'init'),
    ...judgedFolder,
    'plans.sweep',
    'plans.remove',
    ...ran('says', 'plan'),
    'folders.readPlan',
    'directory.read',
    ...judged,
    'told Planned',
    ...ran('shows', 'show'),
    'told After',
    'plans.keep',
    'told Saved',
    'folders.remove'
  ])
  assert.equal(await courseOf(context, 'apply'), [
    'runs.take',
    'plans.find',
    ...toldOf('first'),
    'leftovers.states',
    ...madeFolder,
    'providers.find',
    ...bound,
    ...ran('says', 'init'),
    ...judgedFolder,
    'told Planned',
    ...judged,
    'ask',
    'told Confirmed',
    ...toldOf('again'),
    'plans.find',
    'plans.take',
    'folders.write',
    'told Applying',
    'note',
    'folders.hold',
    ...ran('shows', 'apply'),
    'folders.moveOut',
    ...ran('says', 'plan'),
    'told After',
    'plans.remove',
    'folders.remove'
  ])
  const told = context.events.flatMap((event) => (event._tag === 'Planned' ? [event] : []))
  assert.equal(told, [
    { _tag: 'Planned', planSha256: sha256('a plan'), hasChanges: true },
    { _tag: 'Planned', planSha256: sha256('a plan'), hasChanges: true }
  ])
})

test('an emitted file that changes while init runs is refused, and no lock file is handed back', async (context) => {
  const lock = join(context.root, 'project/out/staging-eu/.terraform.lock.hcl')
  fs.rmSync(lock)
  context.world.at = (moment) => {
    if (moment === 'initialising') fs.appendFileSync(join(context.root, 'project/out/staging-eu/main.tf.json'), ' ')
  }
  const outcome = await init(context.of('init'))(context.ports)()
  assert.match(JSON.stringify(outcome), 'file-unchanged')
  assert.not.ok(fs.existsSync(lock))
})

test('an emitted file that changes while tofu plans is refused, and no plan is kept', async (context) => {
  context.world.at = (moment) => {
    if (moment === 'planning') fs.appendFileSync(join(context.root, 'project/out/staging-eu/main.tf.json'), ' ')
  }
  const outcome = await plan(context.of('plan'))(context.ports)()
  assert.match(JSON.stringify(outcome), 'file-unchanged')
  assert.not.ok(fs.existsSync(join(context.root, 'state/zenthea-foundation/plans/staging-eu/plan.json')))
})

test('tofu finds the temporary folder that its environment names, empty and for its user alone', async (context) => {
  const seen: Array<readonly [string, number, number]> = []
  const before = context.world.tofu
  context.world.tofu = (call) => {
    const folder = call.environment['TMPDIR'] ?? ''
    seen.push([call.args[0] ?? '', fs.statSync(folder).mode & 0o777, fs.readdirSync(folder).length])
    return before(call)
  }
  await courseOf(context, 'plan')
  assert.equal(seen, [
    ['plan', 0o700, 0],
    ['show', 0o700, 0],
    ['show', 0o700, 0]
  ])
})

test.run()
