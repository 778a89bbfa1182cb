import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ReviewedFilePorts, reviewedFileAt } from '../../../../src/commands/preflight/checks/reviewed-file.ts'
import { commitId } from '../../../support/kinds.ts'
import { refusals, stagingIn } from '../staging-subject.ts'

const test = suite('what git is asked about the files of a stack')

/** What git is asked where HEAD is so, and what is refused then. */
const askedAt = async (head: Awaited<ReturnType<ReturnType<ReviewedFilePorts['repository']['head']>>>) => {
  const asked: Array<string> = []
  const noting =
    <A>(what: string, answer: A) =>
    (...given: ReadonlyArray<unknown>): TE.TaskEither<never, A> => {
      asked.push([what, given.at(-1)].filter((one) => typeof one === 'string').join(' '))
      return TE.right(answer)
    }
  const ports = {
    repository: {
      head: () => T.of(head),
      committed: noting('committed', O.none),
      staged: noting('staged', []),
      stackFiles: noting('stackFiles', []),
      otherProjects: noting('otherProjects', [])
    },
    directory: { read: () => TE.right(O.none) }
  } as unknown as ReviewedFilePorts
  return { refused: refusals(await reviewedFileAt('before init')(stagingIn('/project'))(ports)()), asked }
}

const files = ['out/staging-eu/main.tf.json', 'out/staging-eu/REVIEW.md', 'stacks/staging-eu.ts']

test('each file by its commit and its index, then the other files and the other projects', async () => {
  const { asked } = await askedAt(E.right({ commit: commitId('c'.repeat(40)), folder: '' }))
  assert.equal(asked, [
    ...files.flatMap((path) => [`committed ${path}`, `staged ${path}`]),
    ...['stackFiles', 'otherProjects']
  ])
})

test('a project without a commit is told once, and git is asked for nothing else', async () => {
  const { refused, asked } = await askedAt(E.left({ what: 'HEAD', cause: 'no commit yet' }))
  assert.equal(asked, [])
  assert.equal(refused, ['file-as-emitted', 'file-as-emitted', 'repository'])
})

test.run()
