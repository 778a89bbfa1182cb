import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { git, reviewedWorld } from '../../support/guard-git.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

/** Layouts of the repository, through the whole guard: before a plan, and while the person types for an apply. */
const test = suite<GuardWorld>('layouts of the repository under the guard')

test.before.each((context) => void Object.assign(context, guardWorld()))
test.after.each(({ close }) => close())

type Act = (world: GuardWorld) => unknown

const at = ({ root }: GuardWorld, path: string): string => join(root, 'project', path)
const write = (world: GuardWorld, path: string, text = 'export default 1\n'): void => {
  fs.mkdirSync(dirname(at(world, path)), { recursive: true })
  fs.writeFileSync(at(world, path), text)
}
const commit = (world: GuardWorld): void => {
  git(world, 'add', '-A', '-f')
  git(world, 'commit', '-q', '--allow-empty', '-m', 'x')
}
const other: Act = (world) => {
  write(world, 'b/stacks/production-eu.ts')
  write(world, 'b/out/production-eu/main.tf.json', '{}')
  commit(world)
}
const neighbour: Act = (world) => {
  write(world, 'stacks/production-eu.ts')
  commit(world)
}
const inner =
  (folder: string): Act =>
  (world) => {
    write(world, `${folder}/stacks/production-eu.ts`)
    git(world, 'init', '-q', folder)
    git(world, '-C', folder, 'add', '.')
    git(world, '-C', folder, 'commit', '-q', '-m', 'x')
    commit(world)
  }
const without =
  (path: string): Act =>
  (world) =>
    fs.rmSync(at(world, path), { recursive: true })
const sparse =
  (path: string): Act =>
  (world) =>
    git(world, 'sparse-checkout', 'set', '--no-cone', '/*', `!/${path}`)
const link: Act = (world) => {
  fs.renameSync(at(world, 'stacks'), at(world, 'moved'))
  fs.symlinkSync('moved', at(world, 'stacks'))
}

/** What is there before, what is done then, and the rule that refuses it; none where it is left alone. */
const layouts: Readonly<Record<string, readonly [before: Act, act: Act, rule: string | undefined]>> = {
  'a second project in the commit': [() => undefined, other, 'one-project'],
  'a second project that was deleted by hand': [other, without('b'), 'one-project'],
  'a second project that a sparse checkout leaves out': [other, sparse('b'), 'one-project'],
  'a stack that was deleted by hand': [neighbour, without('stacks/production-eu.ts'), 'neighbours-committed'],
  'a stack that a sparse checkout leaves out': [neighbour, sparse('stacks/production-eu.ts'), 'neighbours-committed'],
  'stacks/ committed as a link': [
    () => undefined,
    (world) => {
      link(world)
      commit(world)
    },
    'source-committed'
  ],
  'a submodule in stacks/': [() => undefined, inner('stacks/inner'), 'neighbours-committed'],
  'a submodule beside the project': [inner('b'), () => undefined, undefined],
  'a neighbour in the commit': [neighbour, () => undefined, undefined]
}

/** The rules that refuse a run, or why it stopped. */
const refusals = (world: GuardWorld, outcome: E.Either<{ readonly _tag: string }, unknown>): ReadonlyArray<string> => {
  if (E.isRight(outcome)) return []
  const last = world.events.findLast((event) => event._tag === 'Preflighted')?.results.at(-1)
  const failed = last?._tag === 'Refused' ? last.findings.filter(({ outcome: is }) => is === 'failed') : []
  return [outcome.left._tag, ...failed.map(({ rule }) => rule)]
}

const ran = (world: GuardWorld, command: 'plan' | 'apply') =>
  (command === 'plan' ? plan : apply)(world.of(command))(world.ports)()

const tofuRan = ({ ran: all }: GuardWorld, word: string): boolean => all.some(([command]) => command === word)

for (const [what, [before, act, rule]] of Object.entries(layouts)) {
  test(`${rule === undefined ? 'plans beside' : 'plans nothing with'} ${what}`, async (context) => {
    const world = reviewedWorld(context)
    before(world)
    act(world)
    const said = refusals(world, await ran(world, 'plan'))
    assert.is(tofuRan(world, 'plan'), rule === undefined, said.join())
    if (rule === undefined) assert.equal(said, [])
    else assert.ok(said[0] === 'NotProven' && said.includes(rule), said.join())
  })
  test(`${rule === undefined ? 'applies beside' : 'applies nothing with'} ${what} while the person types`, async (context) => {
    const world = reviewedWorld(context)
    if (rule === undefined) before(world)
    assert.equal(refusals(world, await ran(world, 'plan')), [])
    context.world.whileTyping = () => {
      if (rule !== undefined) before(world)
      act(world)
    }
    const said = refusals(world, await ran(world, 'apply'))
    assert.is(tofuRan(world, 'apply'), rule === undefined, said.join())
    if (rule !== undefined) assert.ok(said.includes(rule), said.join())
  })
}

test.run()
