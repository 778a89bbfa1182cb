import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PrivateFolder } from '../ports/private-folder.ts'
import type { TofuBinary } from '../ports/tofu-binary.ts'
import type { TofuSaid } from '../ports/tofu.ts'
import { admitted, prove } from './admitted.ts'
import { childEnvironment, plainEnvironment } from './child-environment.ts'
import { cliConfiguration } from './cli-configuration.ts'
import type { GuardSubject, Run } from './ports.ts'
import type { Proven } from './proof.ts'
import type { TofuUsed } from './saved-plan.ts'
import { asking, emittedFile, telling, unlessObjected } from './steps.ts'
import { type Stop, notAllowed, notKept } from './stop.ts'
import { judgeBinary } from './tofu-binary.ts'
import { judgeVersion } from './tofu-version.ts'

/** All that a command needs to run tofu on what was proven. */
export type Ready = {
  readonly proven: Proven
  readonly tofu: TofuUsed
  readonly fileSha256: string
  /** How tofu is run: the program, the stack's folder and the whole environment. */
  readonly call: {
    readonly file: string
    readonly folder: string
    readonly environment: Readonly<Record<string, string>>
  }
}

/** Enough for what tofu says of its version. */
const VERSION_BYTES = 65_536

const foundTofu = ({ tofu, parent, subject }: GuardSubject): Run<TofuBinary> =>
  pipe(
    asking(({ finder }) => finder),
    RTE.flatMapTaskEither((finder) =>
      pipe(
        finder.find(tofu, parent['PATH']),
        TE.mapLeft((no): Stop => (no._tag === 'NoTofu' ? { _tag: 'NoTofu' } : notKept(no)))
      )
    ),
    RTE.tap((binary) => unlessObjected(judgeBinary(binary, subject.project)))
  )

const versionOf =
  ({ parent, subject }: GuardSubject, binary: TofuBinary, folder: PrivateFolder): Run<TofuUsed> =>
  ({ tofu }) => {
    const ask = (...args: ReadonlyArray<string>): TE.TaskEither<Stop, TofuSaid> => {
      const environment = plainEnvironment(parent, folder)
      return pipe(
        tofu.capture({ file: binary.realPath, args, folder: folder.home, environment }, VERSION_BYTES),
        TE.mapLeft(notKept)
      )
    }
    return pipe(
      TE.Do,
      TE.bind('json', () => ask('version', '-json')),
      TE.bind('text', () => ask('version')),
      TE.flatMapEither(({ json, text }) =>
        pipe(
          judgeVersion(subject.wanted.declaration, { json: json.stdout, text: text.stdout }),
          E.mapLeft((objection) => notAllowed([objection]))
        )
      ),
      TE.map((version) => ({ path: binary.realPath, version, sha256: binary.sha256 }))
    )
  }

const equipped = (of: GuardSubject, proven: Proven, binary: TofuBinary, folder: PrivateFolder): Run<Ready> => {
  const { subject, parent } = of
  return pipe(
    versionOf(of, binary, folder),
    RTE.bindTo('tofu'),
    RTE.bind('fileSha256', () => emittedFile(of)),
    RTE.tap((found) => telling({ _tag: 'Equipped', ...found })),
    RTE.map((found) => ({
      ...found,
      proven,
      call: {
        file: found.tofu.path,
        folder: `${subject.project}/out/${subject.file.stack}`,
        environment: childEnvironment({
          parent,
          credentials: proven.credentials,
          route: subject.route,
          region: subject.wanted.declaration.region.aws,
          folder
        })
      }
    }))
  )
}

const inFolder =
  <A>(proven: Proven, use: (folder: PrivateFolder) => Run<A>): Run<A> =>
  (ports) =>
    TE.bracket(
      pipe(ports.folders.make(cliConfiguration(proven.sources)), TE.mapLeft(notKept)),
      (folder) => use(folder)(ports),
      (folder) => pipe(ports.folders.remove(folder), TE.mapLeft(notKept))
    )

/**
 * Everything that is proven before tofu is run on a stack, in its order: a person at a terminal, preflight, credentials
 * that last, the right tofu. The folder of the run is gone when `use` has ended, however it ended.
 */
export const whenReady = <A>(of: GuardSubject, use: (ready: Ready) => Run<A>): Run<A> =>
  pipe(
    admitted(of),
    RTE.flatMap(() => prove(of)),
    RTE.tap((proven) => admitted(of, proven)),
    RTE.bindTo('proven'),
    RTE.bind('binary', () => foundTofu(of)),
    RTE.flatMap(({ proven, binary }) =>
      inFolder(proven, (folder) => pipe(equipped(of, proven, binary, folder), RTE.flatMap(use)))
    )
  )
