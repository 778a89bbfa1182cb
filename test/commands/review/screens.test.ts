import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { reviewProgram } from '../../../src/commands/review/program.ts'
import type { ReviewPorts } from '../../../src/commands/review/run.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the screens of review')

const file = emittedStaging()
const wider = file.text.replace('"s3:GetObject"', '"s3:*"')
const narrower = file.text.replace('"s3:GetObject",', '')

type InCommit = { stack: string; text: string; hasPage: boolean; others: ReadonlyArray<string> }
type Given = {
  disk?: Readonly<Record<string, string>>
  commits?: Readonly<Record<string, ReadonlyArray<InCommit>>>
  sources?: ReadonlyArray<string>
  failing?: ReadonlyArray<string>
  isRefused?: boolean
}
const inCommit = (text = file.text, more: Partial<InCommit> = {}): InCommit => ({
  stack: 'staging-eu',
  text,
  hasPage: true,
  others: [],
  ...more
})
const onDisk = (text = file.text) => ({ [file.path]: text, [file.review.path]: file.review.text })
const problem = { rule: 'x', clause: 'J.7.0 §4', at: ['account'], expected: 'this', actual: 'that', remedy: 'Do it.' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What the command says of these two sides, what it asks, and its exit code. */
const saidOf =
  (given: Given, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const {
      disk = onDisk(),
      commits = { base: [inCommit()] },
      sources = ['stacks/staging-eu.ts'],
      failing = [],
      isRefused = false
    } = given
    const lines: Array<string> = []
    const noted = <A>(what: string, answer: A) => {
      lines.push(`> ${what}`)
      return failing.some((word) => what.startsWith(word))
        ? TE.left({
            what,
            cause: 'it cannot be read',
            _tag: 'SystemRefused',
            action: 'read',
            path: what,
            code: 'EIO',
            message: 'i/o error'
          })
        : TE.right(answer)
    }
    const head = (name: string) => ({ commit: name.padEnd(40, '0'), folder: '' })
    const ports = {
      stackEvaluator: ({ patienceSeconds }: { patienceSeconds: number }) => ({
        emitAll: (_: string, all: ReadonlyArray<string>) => {
          lines.push(`> emit ${all.join()} within ${patienceSeconds} s`)
          return T.of(
            all.map((source) => ({
              source,
              imports: [],
              read: new Map(),
              file: isRefused ? E.left([problem]) : E.right(file)
            }))
          )
        }
      }),
      outputFiles: {
        sources: () => TE.right(O.some(sources)),
        outputs: () => noted('list out/', Object.keys(disk).toSorted()),
        folders: () => TE.right([]),
        read: (_: string, path: string) =>
          noted(`read ${path}`, disk[path] === undefined ? O.none : O.some(bytes(disk[path]))),
        write: () => TE.left('nothing is written'),
        sweep: () => TE.left('nothing is swept')
      },
      history: {
        commit: (_: string, revision: string) => noted(`commit ${revision}`, head(revision)),
        trackedInOut: () => TE.right([]),
        mergeBase: () => noted('merge base', { base: head('base'), branch: 'origin/main' }),
        emitted: (_: string, { commit }: { commit: string }) =>
          noted(
            `emitted of ${commit.replace(/0+$/, '')}`,
            (commits[commit.replace(/0+$/, '')] ?? []).map(({ text, ...one }) => ({ ...one, bytes: bytes(text) }))
          )
      },
      writePage: (path: string, text: string) => {
        lines.push(`> page ${path}: ${text.slice(0, 15)} … ${text.trimEnd().slice(-7)}`)
        return failing.includes('page') ? TE.left('no space left') : TE.right(undefined)
      }
    } as unknown as ReviewPorts
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = await reviewProgram(
      ports,
      { out: print, err: print, paintOut: plain, paintErr: plain },
      '/project',
      argv
    )()
    return [...lines, `exit code ${code}`]
  }

readsAs(test, new URL('screens.txt', import.meta.url), {
  'nothing changes': saidOf({}),
  'a change that widens': saidOf({ commits: { base: [inCommit(narrower)] } }),
  'a change that widens, as markdown': saidOf({ commits: { base: [inCommit(narrower)] } }, '--markdown'),
  'a change that widens, as a document': saidOf({ commits: { base: [inCommit(narrower)] } }, '--json'),
  'two commits': saidOf({ commits: { v1: [inCommit(narrower)], v2: [inCommit(wider)] } }, 'v1', 'v2'),
  'one commit and the working tree': saidOf({ commits: { v1: [inCommit()] } }, 'v1'),
  'a change that narrows': saidOf({ commits: { base: [inCommit(wider)] } }),
  'a new stack': saidOf({ commits: { base: [] } }),
  'a stack that is gone': saidOf({ disk: {}, sources: [] }),
  'a stack without a page, and other files in a folder': saidOf(
    {
      commits: {
        v1: [inCommit(file.text, { hasPage: false })],
        v2: [inCommit(file.text, { others: ['more.tf', 'x'] })]
      }
    },
    'v1',
    'v2'
  ),
  'a page that is drawn': saidOf({}, '--html', 'review.html'),
  'a page that cannot be written': saidOf({ failing: ['page'] }, '--html', 'review.html'),
  'out/ that the stacks do not emit': saidOf({ disk: { ...onDisk('{}'), 'out/other/main.tf.json': '{}' } }),
  'a stack that emit refuses': saidOf({ isRefused: true }),
  'out/ that cannot be read': saidOf({ failing: ['list', 'read'] }),
  'a commit that is not there': saidOf({ failing: ['commit v2'] }, 'v1', 'v2'),
  'two commits that are not there': saidOf({ failing: ['commit'] }, 'v1', 'v2'),
  'no merge base, and neither side can be read': saidOf({ failing: ['merge', 'list'] }),
  'a commit whose files cannot be read, as a document': saidOf({ failing: ['emitted'] }, '--json'),
  'committed files that are not JSON': saidOf({
    commits: { base: [inCommit('{"a":1,"a":2}'), inCommit('[]', { stack: 'b' })] }
  }),
  'nulls of a file': saidOf({ commits: { v1: [inCommit('{"a":null}')], v2: [inCommit('{"a":[null]}')] } }, 'v1', 'v2'),
  'one stack by its name': saidOf(
    { commits: { base: [inCommit(), inCommit(narrower, { stack: 'other' })] } },
    'staging-eu'
  ),
  'a stack that is not there': saidOf({}, 'stacks/none.ts'),
  'what is not understood': async () => [
    ...(await saidOf({}, '--markdown', '--json')()),
    ...(await saidOf({}, '--html=')()),
    ...(await saidOf({}, 'a', 'b', 'c')()),
    ...(await saidOf({}, '--', '-a')()),
    ...(await saidOf({}, '')())
  ]
} satisfies Readonly<Record<string, Screen>>)

test.run()
