import { systemWords } from '../files/system-refusal.ts'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { readdir } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import type { Variables } from '../../caller/surroundings.ts'
import type { CliConfiguration, CliConfigurationReader, CliFile } from './tofu.port.ts'
import type { ReadFailure } from '../files/files.port.ts'
import { distrustedFolders, impliedMirrors } from './provider-folders.ts'
import { exists, isFolder, orNone, readBounded } from '../files/read-bounded.ts'

type Reading<A> = TE.TaskEither<ReadFailure, A>

const fileAt = (path: string): Reading<O.Option<CliFile>> =>
  pipe(
    readBounded(path, path, 'follow'),
    TE.map(O.map((bytes) => ({ path, text: Buffer.from(bytes).toString('utf8') })))
  )

const filesAt = (paths: ReadonlyArray<string>): Reading<ReadonlyArray<CliFile>> =>
  pipe(
    paths,
    TE.traverseSeqArray(fileAt),
    TE.map((files) => files.flatMap((file) => (O.isSome(file) ? [file.value] : [])))
  )

/** `~/.tofurc`, else `~/.terraformrc`, else the one of the XDG folder where that is named. */
const mainFile = (home: string, xdg: string | undefined): Reading<string> => {
  const [current, legacy] = [join(home, '.tofurc'), join(home, '.terraformrc')]
  return pipe(
    TE.Do,
    TE.apS('isCurrent', exists(current)),
    TE.apS('isLegacy', exists(legacy)),
    TE.map(({ isCurrent, isLegacy }) =>
      isCurrent ? current : isLegacy ? legacy : xdg ? join(xdg, 'opentofu', 'tofurc') : current
    )
  )
}

/** The `*.tfrc` and `*.tfrc.json` of `~/.terraform.d`, or of the XDG folder where the former is not there. */
const moreFiles = (home: string, xdg: string | undefined): Reading<ReadonlyArray<string>> => {
  const legacy = join(home, '.terraform.d')
  return pipe(
    exists(legacy),
    TE.map((isLegacy) => (isLegacy || !xdg ? legacy : join(xdg, 'opentofu'))),
    TE.flatMap((folder) =>
      pipe(
        isFolder(folder),
        TE.flatMap((there) => (there ? orNone(folder, () => readdir(folder)) : TE.right(O.none))),
        TE.map(O.getOrElse((): ReadonlyArray<string> => [])),
        TE.map((names) =>
          names
            .filter((name) => /\.tfrc(\.json)?$/.test(name))
            .toSorted()
            .map((name) => join(folder, name))
        )
      )
    )
  )
}

type Files = Pick<CliConfiguration, 'files' | 'missing'>

const ofVariable = (path: string): Reading<Files> =>
  pipe(
    filesAt([path]),
    TE.map((files) => ({ files, missing: files.length === 0 ? path : undefined }))
  )

const ofHome = (home: string, xdg: string | undefined): Reading<Files> =>
  pipe(
    TE.Do,
    TE.apS('main', mainFile(home, xdg)),
    TE.apS('more', moreFiles(home, xdg)),
    TE.flatMap(({ main, more }) => filesAt([main, ...more])),
    TE.map((files) => ({ files, missing: undefined }))
  )

const homeOf = (variables: Variables): Reading<string> =>
  TE.tryCatch(
    async () => variables['HOME'] || userInfo().homedir,
    (error) => ({ what: 'the home folder', cause: systemWords(error) })
  )

/** OpenTofu's CLI configuration on this machine, found as OpenTofu finds it on a Unix. */
export const cliConfigurationReader = (): CliConfigurationReader => ({
  read: (project, variables) => {
    const named = variables['TF_CLI_CONFIG_FILE'] || variables['TERRAFORM_CONFIG']
    return pipe(
      TE.Do,
      TE.apS('home', homeOf(variables)),
      TE.bind('impliedMirrors', ({ home }) => impliedMirrors(project, home, variables)),
      TE.bind('found', ({ home }) =>
        named ? ofVariable(resolve(project, named)) : ofHome(home, variables['XDG_CONFIG_HOME'])
      ),
      TE.map(({ impliedMirrors, found }) => ({ ...found, impliedMirrors }))
    )
  },
  distrusted: (project, folders) => () => distrustedFolders(project, folders)
})
