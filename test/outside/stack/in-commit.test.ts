import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notOnDisk } from '../../../src/commands/preflight/checks/reviewed/neighbours.ts'
import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import type { RepositoryFailure } from '../../../src/outside/git/repository.port.ts'
import type { Emission, StackEvaluator } from '../../../src/outside/stack/evaluator.port.ts'
import { knowingTheCommit } from '../../../src/outside/stack/in-commit.ts'

const test = suite('a stack that the commit has, and the disk has not')

const project = '/project' as AbsolutePath
const problem = { rule: 'stack-file-exists', actual: 'it was not found', remedy: 'begin it' }
const other = { rule: 'x', actual: 'y', remedy: 'z' }
const onDisk = ['stacks/valid-eu.ts', 'stacks/broken-eu.ts']

const evaluator = {
  emitAll: (_: string, sources: ReadonlyArray<string>) =>
    T.of(
      sources.map((source) => ({
        source,
        imports: [],
        read: new Map(onDisk.map((name) => [name, E.right('a')])),
        file: source === 'stacks/valid-eu.ts' ? E.right({}) : E.left([problem, other])
      }))
    )
} as unknown as StackEvaluator

/** What is said of each stack, and what git was asked. The commit has every stack but `new-eu`. */
const saidOf = async (sources: ReadonlyArray<string>, head: E.Either<RepositoryFailure, unknown> = E.right('HEAD')) => {
  const asked: Array<string> = []
  const repository = {
    head: () => {
      asked.push('HEAD')
      return T.of(head)
    },
    committed: (_: string, __: unknown, path: string) => {
      asked.push(path)
      if (path === 'stacks/linked-eu.ts') return TE.left({ what: path, cause: 'a link' })
      return TE.right(path === 'stacks/new-eu.ts' ? O.none : O.some({}))
    }
  } as unknown as Parameters<typeof knowingTheCommit>[1]
  const emissions = await knowingTheCommit(evaluator, repository).emitAll(project, sources)()
  return { asked, remedies: emissions.map(remedyOf) }
}

const remedyOf = ({ file }: Emission): string => {
  if (E.isRight(file)) return 'none'
  assert.equal(file.left[1], other)
  return file.left[0].remedy
}

test('it is brought back as preflight says of a neighbour, and only where the commit has it', async () => {
  const sources = ['valid-eu', 'broken-eu', 'left-out-eu', 'new-eu', 'linked-eu'].map((name) => `stacks/${name}.ts`)
  assert.equal(await saidOf(sources), {
    asked: ['HEAD', ...sources.slice(2)],
    remedies: ['none', 'begin it', notOnDisk.remedy, 'begin it', 'begin it']
  })
})

test('where all is on the disk git is not asked, and where git gives no commit nothing else is said', async () => {
  assert.equal((await saidOf(onDisk)).asked, [])
  assert.equal(await saidOf(['stacks/left-out-eu.ts'], E.left({ what: 'git', cause: 'none' })), {
    asked: ['HEAD'],
    remedies: ['begin it']
  })
})

test.run()
