import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { type DoctorPorts, doctorProgram } from '../../../src/commands/doctor/program.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the screens of doctor')

const now = Date.UTC(2026, 0, 31, 12)
const stack = (source: string, file: unknown) => ({ source, imports: [], read: new Map(), file })
const refused = (source: string) => stack(source, E.left([{ rule: 'x' }]))

/** What the command says on a machine that is right but for this, what it asks, and its exit code. */
const saidOn =
  (change: object, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const lines: Array<string> = []
    const noted = <A>(what: string, answer: A): A => {
      lines.push(`> ${what}`)
      return answer
    }
    const ports = {
      outputFiles: {
        sources: (project: string) =>
          noted(`stacks of ${project}`, TE.right(O.some(['stacks/a-eu.ts', 'stacks/b-eu.ts'])))
      },
      stackEvaluator: {
        emitAll: (project: string, sources: ReadonlyArray<string>) =>
          noted(
            `emit ${sources.join()} of ${project}`,
            T.of(sources.map((source) => stack(source, E.right(emittedStaging()))))
          )
      },
      variables: {
        AWS_ACCESS_KEY_ID: 'ASIAIOSFODNN7EXAMPLE',
        AWS_SECRET_ACCESS_KEY: 'x',
        AWS_SESSION_TOKEN: 'x',
        PATH: '/usr/bin'
      },
      node: { version: '20.19.0', oldest: [20, 19] },
      repository: {
        head: (project: string) => noted(`HEAD of ${project}`, TE.right({ commit: 'c'.repeat(40), folder: '' }))
      },
      finder: {
        find: (...args: ReadonlyArray<unknown>) =>
          noted(
            `tofu ${args.join()}`,
            TE.right({
              path: '/usr/bin/tofu',
              realPath: '/usr/bin/tofu',
              isInCheckout: false,
              form: 'ELF',
              namesOpenTofu: true,
              changeable: [],
              sha256: 'd'.repeat(64)
            })
          )
      },
      cliConfiguration: {
        read: () => TE.right({ files: [], impliedMirrors: ['/srv/mirror'] }),
        distrusted: (project: string, folders: ReadonlyArray<string>) =>
          noted(`rights of ${folders.join()} for ${project}`, T.of([]))
      },
      sharedConfig: T.of({ config: {}, credentials: {} }),
      folders: {
        state: TE.right('/run/state'),
        evidence: TE.right('/run/state/evidence'),
        temporary: TE.right('/run/tmp')
      },
      clock: { ...clock, now: () => momentAt(now) },
      newest: (project: string, files: ReadonlyArray<string>) =>
        noted(`newest of ${files.join()} in ${project}`, T.of(momentAt(now + 300_000))),
      isPersonThere: true,
      ...change
    } as unknown as DoctorPorts
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = await doctorProgram(
      ports,
      { out: print, err: print, paintOut: plain, paintErr: plain },
      '/project',
      argv
    )()
    return [...lines, `exit code ${code}`]
  }

const bad = {
  repository: { head: () => TE.left({ what: 'git', cause: 'not a git repository' }) },
  node: { version: '18.1.0', oldest: [20, 19] },
  finder: { find: () => TE.left({ _tag: 'NoTofu' }) },
  cliConfiguration: { read: () => TE.left({ what: '~/.tofurc', cause: 'it is a link' }), distrusted: () => T.of([]) },
  variables: {},
  folders: {
    state: TE.left({ _tag: 'NotPrivate', path: '/run/state', why: 'can be read by others' }),
    evidence: TE.left({
      _tag: 'SystemRefused',
      path: '/run/evidence',
      code: 'EROFS',
      message: 'read-only file system'
    }),
    temporary: TE.right('/run/tmp')
  },
  newest: () => T.of(momentAt(now + 300_001)),
  isPersonThere: false
}
const others = {
  stackEvaluator: {
    emitAll: () => T.of([refused('stacks/a-eu.ts'), refused('stacks/b-eu.ts'), refused('stacks/c-eu.ts')])
  },
  finder: {
    find: () => TE.left({ _tag: 'SystemRefused', path: '/usr/bin/tofu', code: 'EACCES', message: 'permission denied' })
  },
  cliConfiguration: {
    read: () =>
      TE.right({ files: [{ path: '~/.tofurc', text: 'host "x" {}\nplugin_cache_dir = "x"\n' }], impliedMirrors: [] }),
    distrusted: () => T.of([{ path: '/srv/mirror', why: 'others can change it' }])
  },
  folders: {
    ...bad.folders,
    state: TE.right('/run/state'),
    temporary: TE.left({ _tag: 'SystemRefused', path: '/run/tmp', code: 'ENOSPC', message: 'no space' })
  }
}

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a machine that is right': saidOn({}),
  'a tofu and a way that are named': saidOn({}, '--tofu', 'bin/tofu', '--proxy', 'http://proxy.example:3128'),
  'a machine on which nothing is right': saidOn({ ...bad, outputFiles: { sources: () => TE.right(O.none) } }),
  'a machine that is wrong in other ways': saidOn(others),
  'stacks that cannot be read': saidOn({
    outputFiles: {
      sources: () =>
        TE.left({ _tag: 'SystemRefused', action: 'read', path: 'stacks', code: 'EACCES', message: 'permission denied' })
    }
  }),
  'one stack that is refused': saidOn({
    stackEvaluator: {
      emitAll: () => T.of([refused('stacks/a-eu.ts'), stack('stacks/b-eu.ts', E.right(emittedStaging()))])
    }
  }),
  'a document': saidOn({}, '--json'),
  'a document of what is wrong': saidOn({ ...bad, outputFiles: { sources: () => TE.right(O.some([])) } }, '--json'),
  'what is not understood': async () => [
    ...(await saidOn({}, 'a-eu')()),
    ...(await saidOn({}, '--nothing')()),
    ...(await saidOn({}, '--proxy', 'http://me:secret@proxy:1')())
  ]
} satisfies Readonly<Record<string, Screen>>)

test.run()
