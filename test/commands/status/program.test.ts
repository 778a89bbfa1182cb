import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { type StatusPorts, statusProgram } from '../../../src/commands/status/program.ts'
import type { StackStatus } from '../../../src/commands/status/stack-status.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('npm run status')

const file = emittedStaging()
const FAILURE = { _tag: 'Denied', call: 'S3 HeadBucket', code: 'AccessDenied', message: '', attempts: 1 }

/** Every call to AWS is denied, but the question who is calling. */
const deniedAs = (account: string) => {
  const denied = new Proxy({}, { get: () => () => TE.left(FAILURE) })
  const identity = { caller: () => TE.right({ account, arn: '', userId: '' }) }
  return { bucket: denied, table: denied, lock: denied, state: denied, identity }
}

type World = {
  /** The account as which each stack is asked about. */
  readonly accounts?: Readonly<Record<string, string>>
  readonly names?: ReadonlyArray<string>
  readonly head?: E.Either<unknown, unknown>
  /** Of which stack the clients of AWS cannot be made. */
  readonly closed?: string
  /** What stands before the text of the emitted file, in the checkout and in the commit. */
  readonly mark?: string
}

/** Runs the command on stacks that are all as they must be; what it said, asked and ended with. */
const typed = async (
  argv: ReadonlyArray<string>,
  { accounts = {}, names = ['a-eu', 'b-eu'], head = E.right({ commit: 'c' }), closed = '', mark = '' }: World = {}
) => {
  const bytesOf = (path: string) => new TextEncoder().encode(path.endsWith('.md') ? file.review.text : mark + file.text)
  const asked: Array<string> = []
  const heard = { out: '', err: '' }
  const ports = {
    outputFiles: {
      folders: () => TE.right([]),
      sources: () => TE.right(O.some(names.map((name) => `stacks/${name}.ts`))),
      read: (project: string, path: string) => {
        asked.push(`${project} ${path}`)
        return TE.right(O.some(bytesOf(path)))
      }
    },
    stackEvaluator: {
      emitAll: (_: string, sources: ReadonlyArray<string>) =>
        T.of(sources.map((source) => ({ source, imports: [], read: new Map(), file: E.right(file) })))
    },
    repository: {
      stackFiles: () => TE.right([]),
      head: () => T.of(head),
      committed: (_: string, at: { readonly commit: string }, path: string) => {
        asked.push(`${at.commit} ${path}`)
        return TE.right(O.some({ bytes: bytesOf(path) }))
      }
    },
    evidence: {
      newest: (stack: string, command: string) => {
        asked.push(`${stack} ${command}`)
        return TE.right(O.none)
      }
    },
    variables: { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'x', AWS_SESSION_TOKEN: 'x' },
    sharedConfig: T.of({ config: {}, credentials: {} }),
    clock,
    pause: () => T.of(undefined),
    open: ({ source }: { readonly source: string }) => {
      asked.push(`AWS about ${source}`)
      return T.of(source === closed ? E.left('no credentials') : E.right(deniedAs(accounts[source] ?? '111122223333')))
    }
  } as unknown as StatusPorts
  const terminal = {
    out: (text: string) => void (heard.out += text),
    err: (text: string) => void (heard.err += text),
    paintOut: plain,
    paintErr: plain
  }
  const code = await statusProgram(ports, terminal, '/project', argv)()
  return { code, asked, ...heard }
}

const stacksIn = (text: string): ReadonlyArray<StackStatus> =>
  (JSON.parse(text) as { readonly stacks: ReadonlyArray<StackStatus> }).stacks

test('each stack is looked at in the checkout, in the commit and in the evidence, and AWS is not asked', async () => {
  const { code, out, err, asked } = await typed([])
  assert.equal([code, err], [0, ''])
  assert.equal(
    asked,
    ['a-eu', 'b-eu'].flatMap((name) => [
      `/project out/${name}/main.tf.json`,
      `c out/${name}/main.tf.json`,
      `${name} plan`,
      `${name} apply`,
      `/project out/${name}/REVIEW.md`,
      `c out/${name}/REVIEW.md`
    ])
  )
  assert.match(out, /^stack +account +valid +emitted +committed +planned +applied\n/)
  assert.match(out, '2 stacks: 2 as they must be, 0 need attention\n')
})

test('as a document it has a version, whether AWS was asked, and each stack', async () => {
  const { code, out } = await typed(['--json', 'a-eu'])
  assert.is(code, 0)
  const document = JSON.parse(out) as Readonly<Record<string, unknown>>
  assert.equal([document['version'], document['live']], [1, false])
  assert.equal(
    stacksIn(out).map(({ stack, emitted, committed, attention }) => [stack, emitted, committed, attention]),
    [['a-eu', 'as declared', 'as declared', []]]
  )
})

test('a file that begins with a byte order mark is not the declared one', async () => {
  const { code, out } = await typed(['--json', 'a-eu'], { mark: '\uFEFF' })
  assert.is(code, 1)
  assert.equal(
    stacksIn(out).map(({ emitted, committed }) => [emitted, committed]),
    [['differs', 'differs']]
  )
})

test('where git cannot say what is committed, each stack needs attention, and the exit code is 1', async () => {
  const { code, out } = await typed(['--json'], { head: E.left({ what: 'git', cause: 'no commit' }) })
  assert.is(code, 1)
  assert.equal(
    stacksIn(out).map(({ committed, attention }) => [committed, attention]),
    Array.from({ length: 2 }, () => ['unreadable', ['commit unreadable (no commit): npm run doctor']])
  )
})

const elsewhere = { 'stacks/b-eu.ts': '999988887777' }

test('a stack of another account is passed over where another stack could be asked about', async () => {
  const { code, out, asked } = await typed(['--live'], { accounts: elsewhere })
  assert.equal(
    asked.filter((one) => one.startsWith('AWS')),
    ['AWS about stacks/a-eu.ts', 'AWS about stacks/b-eu.ts']
  )
  assert.is(code, 1)
  assert.match(out, /^stack .* backend +lock +serial\n/)
  assert.match(
    out,
    '2 stacks: 0 as they must be, 1 needs attention, 1 of other accounts: sign in there to ask about them'
  )
  const [a, b] = stacksIn((await typed(['--live', '--json'], { accounts: elsewhere })).out)
  assert.equal([a?.live === null, b?.live], [false, null])
  assert.equal(b?.attention, [])
})

test('a stack of another account is told where it was named, and where no stack could be asked about', async () => {
  const NOT_ASKED = 'AWS was not asked: signed in to 999988887777, and it is of 111122223333'
  const named = await typed(['--live', '--json', 'a-eu', 'b-eu'], { accounts: elsewhere })
  assert.equal(stacksIn(named.out)[1]?.attention, [NOT_ASKED])
  const none = await typed(['--live', '--json'], { accounts: { ...elsewhere, 'stacks/a-eu.ts': '999988887777' } })
  assert.is(none.code, 1)
  assert.equal(
    stacksIn(none.out).map(({ attention }) => attention),
    [[NOT_ASKED], [NOT_ASKED]]
  )
  const text = await typed(['--live'], { accounts: { ...elsewhere, 'stacks/a-eu.ts': '999988887777' } })
  assert.match(text.out, '2 stacks: 0 as they must be, 2 need attention\n')
})

test('a stack for which AWS could not be reached is told, and is not passed over as one of another account', async () => {
  const { code, out } = await typed(['--live', '--json'], { closed: 'stacks/b-eu.ts' })
  const [a, b] = stacksIn(out)
  assert.equal([code, a?.live === null, b?.live], [1, false, null])
  assert.equal(b?.attention, ['AWS was not asked: no credentials'])
})

test('of many stacks those that need nothing are left out, unless all are asked for or they are named', async () => {
  const names = Array.from({ length: 21 }, (_, index) => `team${index}-eu`)
  const rows = async (...argv: ReadonlyArray<string>): Promise<number> =>
    (await typed(argv, { names })).out.split('\n').filter((line) => line.startsWith('team')).length
  assert.is(await rows(), 0)
  assert.is(await rows('--all'), 21)
  assert.is(await rows('team*'), 21)
})

test('help is printed and nothing is asked; what is not understood ends with 2', async () => {
  const help = await typed(['--help'])
  assert.equal([help.code, help.err, help.asked], [0, '', []])
  assert.match(help.out, 'npm run status')
  for (const argv of [['--nothing'], ['--proxy', 'http://me:secret@p:1/'], ['nothing']]) {
    const { code, out, err, asked } = await typed(argv)
    assert.equal([code, out, asked], [2, '', []], argv.join(' '))
    assert.match(err, /^status: /)
    assert.not.match(err, 'secret')
  }
})

test.run()
