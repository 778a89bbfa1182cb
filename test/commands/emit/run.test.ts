import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type EmitPorts, emitReport } from '../../../src/commands/emit/run.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('a run of emit')

const args = { files: [], check: false, patienceSeconds: 7 }

/** A run in a project whose folder of stacks is so; what the evaluator was told, and how the run came out. */
const run = async (
  listed: E.Either<unknown, O.Option<ReadonlyArray<string>>>,
  check = false,
  answers: ReadonlyArray<string> = []
) => {
  const told: Array<unknown> = []
  const ports = {
    outputFiles: {
      sources: () => TE.fromEither(listed),
      outputs: () => TE.right([]),
      sweep: () => TE.right(undefined)
    },
    stackEvaluator: (options: unknown) => ({
      emitAll: (project: string, sources: ReadonlyArray<string>) => {
        told.push([options, project, sources])
        return T.of(answers.map((source) => ({ source, file: E.right(emittedStaging()) })))
      }
    })
  } as unknown as EmitPorts
  const report = await emitReport(ports, '/project', { ...args, check })().catch((error: unknown) => String(error))
  return { report, told }
}

test('a folder of stacks that cannot be read is a failure of the run, and no stack is evaluated', async () => {
  const failure = { _tag: 'SystemRefused', action: 'read', path: 'stacks', code: 'EACCES', message: 'denied' }
  for (const check of [false, true])
    assert.equal(await run(E.left(failure), check), {
      report: E.right({ check, results: [], refusals: [], accepted: [], failures: [failure] }),
      told: []
    })
})

test('a project without a folder of stacks, or without a stack in it, is a mistake', async () => {
  assert.equal((await run(E.right(O.none))).report, E.left({ _tag: 'NoStacksFolder', folder: '/project' }))
  assert.equal((await run(E.right(O.some([])))).report, E.left({ _tag: 'NoStacks', project: '/project' }))
})

test('a stack for which the evaluator has no answer is a defect that names it', async () => {
  const { report, told } = await run(E.right(O.some(['stacks/a.ts'])))
  assert.is(report, 'Error: the evaluator gave no answer for stacks/a.ts')
  assert.equal(told, [[{ patienceSeconds: 7 }, '/project', ['stacks/a.ts']]])
})

test.run()
