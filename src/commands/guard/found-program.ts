import type { AbsolutePath, Sha256 } from '../../diagnostics/kinds.ts'
import type { TofuSaid } from '../../outside/tofu/tofu.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { PrivateFolder } from '../../outside/private/run-folder.port.ts'
import { judgeBinary } from '../preflight/foreseen/judge-foreseen.ts'
import { plainEnvironment } from './child-environment.ts'
import type { GuardSubject, Run } from './ports.ts'
import type { TofuUsed } from './saved-plan.ts'
import { failed } from './run-tofu.ts'
import { asking, unlessObjected } from './steps.ts'
import { type Stop, notAllowed, notKept } from './stop.ts'
import { judgeVersion } from './tofu-version.ts'

/** A tofu that was judged, and its private copy. The copy is the one that runs. */
export type Program = {
  /** Where it was found, for the person. */
  readonly path: string
  /** The copy. */
  readonly file: AbsolutePath
  readonly sha256: Sha256<'tofu'>
}

/** Enough for what tofu says of its version. */
const VERSION_BYTES = 65_536

/** Finds tofu, judges it, and copies the very bytes that were judged to where only this user can change them. */
export const foundProgram = ({ tofu, parent, subject }: GuardSubject): Run<Program> =>
  pipe(
    asking(({ finder }) => finder),
    RTE.flatMapTaskEither((finder) =>
      pipe(
        finder.find(subject.project, tofu, parent['PATH']),
        TE.mapLeft((no): Stop => (no._tag === 'NoTofu' ? { _tag: 'NoTofu' } : notKept(no)))
      )
    ),
    RTE.tap((binary) => unlessObjected(judgeBinary(binary))),
    RTE.flatMap(
      (binary): Run<Program> =>
        ({ programs }) =>
          pipe(
            programs.keep(binary),
            TE.bimap(notKept, (file) => ({ path: binary.realPath, file, sha256: binary.sha256 }))
          )
    )
  )

/** What the copy says of its version, where the stack admits it. It is asked without anything of AWS. */
export const versionOf =
  ({ parent, subject }: GuardSubject, { file, sha256 }: Program, folder: PrivateFolder): Run<TofuUsed> =>
  ({ tofu }) => {
    const ask = (...args: ReadonlyArray<string>): TE.TaskEither<Stop, TofuSaid> => {
      const environment = plainEnvironment(parent, folder)
      return pipe(
        tofu.capture({ file, args, folder: folder.home, environment }, VERSION_BYTES),
        TE.mapLeft(notKept),
        TE.filterOrElse(
          ({ code }) => code === 0,
          (end) => failed(args, end, `${end.stdout}${end.stderr}`)
        )
      )
    }
    return pipe(
      TE.Do,
      TE.bind('json', () => ask('version', '-json')),
      TE.bind('text', () => ask('version')),
      TE.flatMapEither(({ json, text }) =>
        pipe(
          judgeVersion(subject.wanted.declaration, { json: json.stdout, text: text.stdout }),
          E.mapLeft((diagnostic) => notAllowed([diagnostic]))
        )
      ),
      TE.map((version) => ({ version, sha256 }))
    )
  }
