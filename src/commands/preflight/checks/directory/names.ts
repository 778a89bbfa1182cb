import { type Sourced, fileAt } from '../../../../diagnostics/origin.ts'
import { isForTofu, isState, mayLieInFolder } from '../../../../declaration/emitted-folder.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import type { Entry } from '../../../../outside/tofu/checkout.port.ts'
import { ONE_HOST, shellWord } from '../../../../caller/shell.ts'
import { initCommand } from './judged-read.ts'

/**
 * Where the folder lies: in the checkout, where people work, or in a run of the guard. The guard makes that folder for one
 * run, and people do not work in it.
 */
export type Place = 'the checkout' | 'a run'

const isAllowed = (place: Place, entry: Entry): boolean =>
  place === 'a run' ? isForTofu(entry) : mayLieInFolder(entry)

type Reason = readonly [form: RegExp, why: string]

const fetches = 'and fetches the modules and providers that it names'

/**
 * What OpenTofu would do with a name; the first that fits counts. It decides what is said, and never what is allowed.
 * Source: OpenTofu, "Files and Directories" and "Tests"; 1.12, internal/configs/parser_config_dir.go, dirFiles.
 */
const known: ReadonlyArray<Reason> = [
  [/\.(tftest|tofutest)\.(hcl|json)$/, `tofu init reads it as a test ${fetches}`],
  [/^tests$/, `tofu init reads the tests in it, ${fetches.replace('it names', 'they name')}`],
  [/^main\.tofu(\.json)?$/, 'OpenTofu reads it instead of the emitted file'],
  [/(^|_)override\.(tf|tofu)(\.json)?$/, 'OpenTofu lets it replace what the emitted file says, the backend included'],
  [/\.(tf|tofu)(\.json)?$/, 'OpenTofu reads it as a part of the configuration'],
  [/^terraform\.tfvars(\.json)?$/, 'OpenTofu takes values from it'],
  [/\.auto\.tfvars(\.json)?$/, 'OpenTofu takes values from it'],
  [/^terraform\.d$/, 'OpenTofu takes providers from it'],
  [/\.tfvars(\.json)?$/, 'OpenTofu takes values from it where a command names it'],
  [/^modules$/, 'OpenTofu reads modules from it where a configuration names them, and a stack has no modules']
]

const kindText: Readonly<Partial<Record<Entry['kind'], string>>> = {
  'symbolic link': 'it is a symbolic link, and what is behind it can change',
  'special file': 'it is a special file, and what it gives can change'
}

const whyNot = ({ name, kind }: Entry): string =>
  known.find(([form]) => form.test(name))?.[1] ??
  kindText[kind] ??
  `a ${kind} that neither OpenTofu nor this project puts there`

const pushCommand = (folder: string, name: string): string =>
  [
    ...Object.entries(ONE_HOST).map(([mode, value]) => `export ${mode}=${value}`),
    `tofu -chdir=${folder} init -lockfile=readonly`,
    `tofu -chdir=${folder} state push ${shellWord(name)}`,
    `rm ${folder}/${shellWord(name)}`
  ].join(' && ')

/** How a state that an apply could not store is stored; the file is removed once OpenTofu has taken it. */
export const pushRemedy = (folder: string, name: string): string =>
  `Keep ${name}: it alone knows what an apply made. With a second person, when the lock is free, store it, never with -force, so that OpenTofu refuses it where another run has written: ${pushCommand(folder, name)}`

const stateDiagnostic = (name: string, folder: string): Sourced<Diagnostic> => ({
  rule: 'no-local-state',
  clause: 'J.6.2 §3',
  from: fileAt(`${folder}/${name}`),
  expected: `no state in ${folder}: it is remote and nowhere else`,
  actual: `${folder}/${name} is there`,
  remedy: name.startsWith('errored')
    ? pushRemedy(folder, name)
    : `Find out where ${name} comes from, keep it somewhere else, and run this again.`
})

const nameDiagnostic = (folder: string, entry: Entry): Sourced<Diagnostic> => ({
  rule: 'nothing-else-read',
  clause: 'J.6.2 §7',
  from: fileAt(`${folder}/${entry.name}`),
  expected: `nothing in ${folder} but main.tf.json, REVIEW.md, .terraform.lock.hcl, .terraform, saved plans (*.tfplan) and hidden files that OpenTofu does not read`,
  actual: `${folder}/${entry.name} is there: ${whyNot(entry)}`,
  remedy: `Move ${entry.name} out of ${folder}, or remove it; what the stack needs is declared in stacks/${folder.split('/').at(-1)}.ts.`
})

/**
 * The names in a working directory that are not allowed there. In the folder of a run, only what tofu itself needs is
 * allowed.
 */
export const nameDiagnostics = (
  place: Place,
  folder: string,
  entries: ReadonlyArray<Entry>
): ReadonlyArray<Sourced<Diagnostic>> =>
  entries.flatMap((entry) => {
    if (isState(entry.name)) return [stateDiagnostic(entry.name, folder)]
    return isAllowed(place, entry) ? [] : [nameDiagnostic(folder, entry)]
  })

const madeByInit: Readonly<Record<string, Entry['kind']>> = {
  providers: 'folder',
  'terraform.tfstate': 'regular file',
  environment: 'regular file'
}

const why: Readonly<Record<string, string>> = {
  plugin_path: 'OpenTofu takes providers from the folders that it names',
  plugins: 'OpenTofu once took providers from it',
  modules: 'a stack has no modules'
}

/** What lies in `.terraform` that `tofu init` does not put there for a stack. */
export const dataNameDiagnostics = (
  folder: string,
  entries: ReadonlyArray<Entry>
): ReadonlyArray<Sourced<Diagnostic>> =>
  entries
    .filter(({ name, kind }) => !Object.hasOwn(madeByInit, name) || madeByInit[name] !== kind)
    .map(({ name, kind }) => ({
      rule: 'data-directory',
      clause: 'J.6.2 §7',
      from: fileAt(`${folder}/.terraform/${name}`),
      expected: `nothing in ${folder}/.terraform but providers, the cached backend and the selected workspace`,
      actual: `${name}, a ${kind}: ${Object.hasOwn(why, name) ? why[name] : 'tofu init does not put it there for a stack'}`,
      remedy: `Let init make it anew: rm -r ${folder}/.terraform && ${initCommand(folder)}`
    }))
