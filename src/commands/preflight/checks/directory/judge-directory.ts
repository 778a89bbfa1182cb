import { type Sourced, fileAt } from '../../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import type { ProviderBuild } from '../../../../charter/charter.ts'
import type { EmittedFile } from '../../../../declaration/declaration.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import { type Finding, failed, findingsOf } from '../../../../diagnostics/finding.ts'
import { shown } from '../../../../diagnostics/shown.ts'
import type { Entry } from '../../../../outside/tofu/checkout.port.ts'
import { cachedBackendDiagnostics, emittedBackend, noBackend } from './cached-backend.ts'
import { dataNameDiagnostics, nameDiagnostics } from './names.ts'
import { lockFileDiagnostics, noBuilds } from './lock-file.ts'
import { type About, type MadeByInit, type Read, judgedRead, ofInit, stackIn } from './judged-read.ts'

/** All that the check sees of `out/<stack>/`. */
export type SeenDirectory = {
  readonly names: Read<ReadonlyArray<Entry>>
  readonly lockFile: Read<string>
  /** What lies in `.terraform/`. */
  readonly dataNames: Read<ReadonlyArray<Entry>>
  /** `.terraform/terraform.tfstate`. */
  readonly backend: Read<string>
  /** `.terraform/environment`. */
  readonly workspace: Read<string>
}

/**
 * The stage at which a working directory is judged. Before init nothing of what init makes has to be there. In a guarded run
 * the lock file alone has to be, since tofu runs in another folder then: `in a run` is the stage of that folder. What is
 * there must be right at all times.
 */
export type Stage = 'before init' | 'before plan' | 'guarded' | 'in a run'

const emittedThere = (folder: string, names: ReadonlyArray<Entry>): ReadonlyArray<Sourced<Diagnostic>> => {
  const kind = names.find(({ name }) => name === 'main.tf.json')?.kind
  return kind === 'regular file'
    ? []
    : [
        {
          rule: 'nothing-else-read',
          clause: 'J.6.2 §7',
          from: fileAt(`${folder}/main.tf.json`),
          expected: `${folder}/main.tf.json as a regular file`,
          actual: kind === undefined ? 'it is not there' : `it is a ${kind}`,
          remedy:
            kind === undefined
              ? `Emit the stack again: npm run emit -- stacks/${stackIn(folder)}.ts`
              : `Move main.tf.json out of ${folder}, since emit leaves it alone. Then emit it: npm run emit -- stacks/${stackIn(folder)}.ts`
        }
      ]
}

const namesFindings = (stage: Stage, folder: string, { names }: SeenDirectory): ReadonlyArray<Finding> => {
  const about: About = {
    rule: 'nothing-else-read',
    clause: 'J.6.2 §7',
    from: fileAt(`${folder}/`),
    expected: `${folder} with the emitted file, what init makes, and nothing else that OpenTofu reads`
  }
  const absent = () => [
    {
      ...about,
      actual: `there is no folder ${folder}`,
      remedy: `Emit the stack: npm run emit -- stacks/${stackIn(folder)}.ts`
    }
  ]
  const diagnostics = judgedRead(names, about, absent, (found) => [
    ...emittedThere(folder, found),
    ...nameDiagnostics(stage === 'in a run' ? 'a run' : 'the checkout', folder, found)
  ])
  const count = E.isRight(names) && O.isSome(names.right) ? names.right.value.length : 0
  return findingsOf(diagnostics, { ...about, actual: `as expected, among ${count} names` })
}

/**
 * The workspace that OpenTofu reads there, without spaces around it. A byte order mark is a part of the name to it. Source: Go,
 * bytes.TrimSpace; OpenTofu, internal/command/meta.go, WorkspaceOverridden.
 */
const workspaceIn = (text: string): string => (text.includes('\uFEFF') ? text : text.trim())

const workspaceFindings = (folder: string, { workspace }: SeenDirectory): ReadonlyArray<Finding> => {
  const about: About = {
    rule: 'workspace-default',
    clause: 'J.6.2 §4',
    from: fileAt(`${folder}/.terraform/environment`),
    expected: 'the default workspace, whose state is the declared one'
  }
  const remedy = `Select the default workspace again: rm ${folder}/.terraform/environment`
  const diagnostics = judgedRead(
    workspace,
    about,
    () => [],
    (found) => {
      const selected = workspaceIn(found)
      return selected === '' || selected === 'default'
        ? []
        : [{ ...about, actual: `the workspace ${shown(selected)} is selected, whose state lies elsewhere`, remedy }]
    }
  )
  return findingsOf(diagnostics, { ...about, actual: 'as expected' })
}

/**
 * Whether OpenTofu would read the emitted file and nothing else in its working directory. It must also work with the
 * declared provider, and find the emitted backend behind what it cached.
 */
export const judgeDirectory = (
  stage: Stage,
  file: EmittedFile,
  providerBuilds: ReadonlyArray<ProviderBuild>,
  seen: SeenDirectory
): ReadonlyArray<Finding> => {
  const folder = `out/${file.stack}`
  const mayLackLock = stage === 'before init'
  const mayLackData = stage === 'before init' || stage === 'guarded'
  const emitted = emittedBackend(file.text)
  const { awsProvider } = file.declaration.versions
  const lockPath = `${folder}/.terraform.lock.hcl`
  const lock: About = {
    rule: 'provider-locked',
    clause: 'J.6.2 §7',
    from: fileAt(lockPath),
    expected: `${lockPath} that binds the AWS provider ${awsProvider} by its checksum`
  }
  const data: About = {
    rule: 'data-directory',
    clause: 'J.6.2 §7',
    from: fileAt(`${folder}/.terraform/`),
    expected: `${folder}/.terraform as tofu init makes it`
  }
  const cache: About = {
    rule: 'backend-cached',
    clause: 'J.6.2 §4',
    from: fileAt(`${folder}/.terraform/terraform.tfstate`),
    expected: 'the emitted backend as the cached one'
  }
  const lacksLock = E.isRight(seen.lockFile) && O.isNone(seen.lockFile.right)
  const place = (what: string): MadeByInit => ({ folder, what, lacksLock })
  return [
    ...namesFindings(stage, folder, seen),
    ...(providerBuilds.length === 0
      ? [failed(noBuilds(awsProvider, file.declaration.phase))]
      : ofInit(mayLackLock, place(lockPath), lock, seen.lockFile, (text) =>
          lockFileDiagnostics(lockPath, text, awsProvider, providerBuilds)
        )),
    ...ofInit(mayLackData, place(`${folder}/.terraform`), data, seen.dataNames, (names) =>
      dataNameDiagnostics(folder, names)
    ),
    ...(O.isNone(emitted)
      ? [failed(noBackend(file.path))]
      : ofInit(mayLackData, place(`${folder}/.terraform/terraform.tfstate`), cache, seen.backend, (text) =>
          cachedBackendDiagnostics(folder, text, emitted.value)
        )),
    ...workspaceFindings(folder, seen)
  ]
}
