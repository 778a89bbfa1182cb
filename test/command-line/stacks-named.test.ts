import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type StackPorts, namedStack, namedStacks } from '../../src/command-line/named-stack.ts'
import { emittedStaging, wantedOfStaging } from '../support/wanted.ts'

const test = suite('the stacks of a command line, read')

const file = emittedStaging()
const all = ['stacks/a-eu.ts', 'stacks/b-eu.ts', 'stacks/staging-eu.ts']
const problem = { rule: 'x', clause: 'J.7.0 §4', expected: 'this', actual: 'that', remedy: 'Do it.' } as const

/** Ports that say what was loaded; every stack but `b-eu` is valid. */
const world = (listed: E.Either<unknown, O.Option<ReadonlyArray<string>>> = E.right(O.some(all))) => {
  const loaded: Array<string> = []
  const ports = {
    outputFiles: { sources: () => TE.fromEither(listed) },
    stackEvaluator: {
      emitAll: (project: string, sources: ReadonlyArray<string>) => {
        loaded.push(`${project}: ${sources.join()}`)
        return T.of(
          sources.map((source) => ({
            source,
            imports: [`${source} imports this`],
            read: new Map([[source, 'x']]),
            file: source === 'stacks/b-eu.ts' ? E.left([problem]) : E.right(file)
          }))
        )
      }
    }
  } as unknown as StackPorts
  return { ports, loaded }
}

test('one stack has what it emits, what it wants of AWS, what it read, and the builds that are known of its provider', async () => {
  const { ports, loaded } = world()
  const found = await namedStack(ports, '/project', ['staging-eu'])()
  if (E.isLeft(found)) throw new Error(found.left._tag)
  const { providerBuilds, ...stack } = found.right
  assert.equal(stack, {
    project: '/project',
    source: 'stacks/staging-eu.ts',
    imports: ['stacks/staging-eu.ts imports this'],
    read: new Map([['stacks/staging-eu.ts', 'x']]),
    file,
    wanted: wantedOfStaging()
  })
  assert.ok(providerBuilds.length > 0)
  assert.equal(loaded, [`/project: ${all.join()}`])
})

test('one that is refused, and a folder that cannot be read, are told apart', async () => {
  assert.equal(
    await namedStack(world().ports, '/project', ['b-eu'])(),
    E.left({ _tag: 'Refused', refusal: { source: 'stacks/b-eu.ts', problems: [problem] } })
  )
  const failure = { _tag: 'SystemRefused' }
  const { ports, loaded } = world(E.left(failure))
  for (const read of [namedStack(ports, '/project', ['a-eu']), namedStacks(ports, '/project', ['a-eu'])])
    assert.equal(await read(), E.left({ _tag: 'Unreadable', failure }))
  assert.equal(loaded, [])
})

test('several: all are loaded, those that are named are given, and of these the valid ones as stacks', async () => {
  const { ports, loaded } = world()
  const named = async (...words: ReadonlyArray<string>) => {
    const found = await namedStacks(ports, '/project', words)()
    if (E.isLeft(found)) return found.left
    const { project, emissions, stacks } = found.right
    return [project, emissions.map(({ source }) => source), stacks.map(({ source }) => source)]
  }
  assert.equal(await named(), ['/project', all, ['stacks/a-eu.ts', 'stacks/staging-eu.ts']])
  assert.equal(await named('?-eu'), ['/project', all.slice(0, 2), ['stacks/a-eu.ts']])
  assert.equal(new Set(loaded), new Set([`/project: ${all.join()}`]))
  assert.equal(await named('x-*'), {
    _tag: 'Mistaken',
    mistake: { _tag: 'NoSuchStack', source: 'stacks/x-*.ts', stacks: all }
  })
  assert.equal(await named('x'), { _tag: 'Mistaken', mistake: { _tag: 'NotAStackFile', file: 'x' } })
})

test.run()
