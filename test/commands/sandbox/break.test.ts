import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { sandboxArguments } from '../../../src/commands/sandbox/arguments.ts'
import { insideProgram } from '../../../src/commands/sandbox/inside.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import type { Inside, Ran } from '../../../src/outside/sandbox/world.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('break, way-out and check')

const stack = sandboxStack(emittedStaging())
const PLAN = 'npm run tofu -- stacks/staging-eu.ts plan'
const WELL: Ran = { code: 0, screen: 'there is nothing to apply\n' }

const refusedBy = (rule: string, toDo: string): Ran => ({
  code: 1,
  screen: `  ${rule}\n    expected  this\n    actual    that\n    to do     ${toDo}\n`
})
const LOCKED = refusedBy('lock-free', 'If that run is over, remove the lock: tofu force-unlock AN-ID; then plan again')

/** A sandbox in which each line ends as the next of these screens says; what was typed, said, and the exit code. */
const typedIn = async (
  words: ReadonlyArray<string>,
  screens: ReadonlyArray<Ran>,
  { note = 'lock-held', hasDayZero = true }: { readonly note?: string; readonly hasDayZero?: boolean } = {}
) => {
  const left = [...screens]
  const typed: Array<string> = []
  const written: Array<readonly [path: string, text: string]> = []
  let said = ''
  const say = (text: string): void => void (said += text)
  const inside = {
    stack,
    world: { isEnforced: false },
    credentials: () => (hasDayZero ? TE.right({}) : TE.left('the operator role is not made yet')),
    console: (action: string) => TE.right(void typed.push(`console ${action}`)),
    read: () => (note === '' ? TE.left('no file') : TE.right(note)),
    write: (path: string, text: string) => TE.right(void written.push([path, text])),
    run: (line: string) => {
      typed.push(line)
      return TE.right(left.shift() ?? { code: 1, screen: 'no more screens' })
    }
  } as unknown as Inside
  const args = sandboxArguments(words)
  if (args._tag === 'Left') throw new Error(words.join(' '))
  const code = await insideProgram({ out: say, err: say, paintOut: plain, paintErr: plain }, inside, args.right)
  return { code, typed, written, said }
}

test('break makes an accident, notes it, and names the line that meets it', async () => {
  const { code, typed, written, said } = await typedIn(['break', 'lock-held'], [])
  assert.is(code, 0, said)
  assert.equal(typed, ['console lock'])
  assert.equal(written, [['../accident', 'lock-held']])
  assert.match(said, `What meets it: ${PLAN}\nThe way out:   way-out\n`)
})

test('break refuses an unknown name, and before day 0 it breaks nothing', async () => {
  const unknown = await typedIn(['break', 'lock'], [])
  assert.is(unknown.code, 1)
  assert.match(unknown.said, 'unknown accident: lock; accidents lists the names')
  const early = await typedIn(['break', 'lock-held'], [], { hasDayZero: false })
  assert.is(early.code, 1)
  assert.match(early.said, 'first day 0. Type: tour --yes')
  assert.equal([...unknown.typed, ...early.typed, ...early.written], [])
})

test('no organisation denies anything where nothing is enforced', async () => {
  const { code, said, written } = await typedIn(['break', 'organisation-denies'], [])
  assert.is(code, 1)
  assert.match(said, 'no policy is enforced here')
  assert.equal(written, [])
})

test('way-out meets the accident and shows the lines, and types none of them', async () => {
  const { code, typed, said } = await typedIn(['way-out'], [LOCKED])
  assert.is(code, 0)
  assert.equal(typed, [PLAN])
  assert.match(said, 'The way out, as it was printed:\n  tofu force-unlock AN-ID\n')
  assert.match((await typedIn(['way-out'], [WELL])).said, 'Nothing is left to do')
  assert.match((await typedIn(['way-out'], [refusedBy('plan-bad', 'Read it.')])).said, 'No line to type was printed')
})

test('way-out --yes types what was printed, and ends well with an empty plan alone', async () => {
  const well = await typedIn(['way-out', '--yes'], [LOCKED, { code: 0, screen: 'unlocked' }, WELL])
  assert.is(well.code, 0, well.said)
  assert.equal(well.typed, [PLAN, 'tofu force-unlock AN-ID', PLAN])
  const failed = await typedIn(['way-out', '--yes'], [LOCKED, { code: 1, screen: 'no' }, WELL])
  assert.is(failed.code, 1)
  assert.equal(failed.typed.length, 2)
  const unread = await typedIn(['way-out', '--yes'], [refusedBy('lock-free', 'Read it.')])
  assert.is(unread.code, 1)
  assert.equal(unread.typed, [PLAN])
})

test('way-out --yes stops where each screen only leads to another', async () => {
  const unlocked = { code: 0, screen: 'unlocked' }
  const { code, typed } = await typedIn(
    ['way-out', '--yes'],
    Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? LOCKED : unlocked))
  )
  assert.is(code, 1)
  assert.is(typed.filter((line) => line === PLAN).length, 5)
})

test('way-out --yes is not well where another rule refuses, where none does, and where nothing was broken', async () => {
  for (const screen of [refusedBy('lock-works', 'Wait.'), { ...LOCKED, code: 0 }, WELL]) {
    const { code, typed, said } = await typedIn(['way-out', '--yes'], [screen])
    assert.is(code, 1)
    assert.equal(typed, [PLAN])
    assert.match(said, 'lock-free did not refuse it')
  }
  const { code, said } = await typedIn(['way-out', '--yes'], [LOCKED], { note: '' })
  assert.is(code, 1)
  assert.match(said, 'nothing was broken here; break NAME does that')
})

test('a plan is empty by the words of the guard alone, on a line of their own', async () => {
  const proven = (line: string): Ran => ({ code: 0, screen: `before\n${line}\nafter\n` })
  for (const line of ['  proven  nothing-left: nothing to do', ' proven nothing-left: nothing to do  '])
    assert.is((await typedIn(['check'], [proven(line)])).code, 0, line)
  for (const line of [
    'proven  nothing-left: nothing to do',
    'not  proven  nothing-left: nothing to do',
    '  proven  nothing-left: nothing to do yet',
    '  proven nothing-left: something to do',
    '  provennothing-left: nothing to do'
  ])
    assert.is((await typedIn(['check'], [proven(line)])).code, 1, line)
})

test('the accident is met where its own rule stands on a line of its own', async () => {
  const met = async (line: string) =>
    (await typedIn(['way-out', '--yes'], [{ code: 1, screen: `a\n${line}\nb\n` }])).said
  for (const line of ['  lock-free', ' lock-free  ']) assert.not.match(await met(line), 'did not refuse it')
  for (const line of ['lock-free', 'no lock-free', '  lock-free too', '  lock-freed'])
    assert.match(await met(line), 'lock-free did not refuse it')
})

test('check says whether all is well, and ends so', async () => {
  const well = await typedIn(['check'], [WELL])
  assert.is(well.code, 0)
  assert.match(well.said, 'All is well: preflight passes, and the plan is empty.')
  for (const screen of [LOCKED, { code: 0, screen: 'Plan: 1 to add' }, { ...WELL, code: 1 }]) {
    const { code, said } = await typedIn(['check'], [screen])
    assert.is(code, 1)
    assert.match(said, 'Not yet: see above.')
  }
})

test.run()
