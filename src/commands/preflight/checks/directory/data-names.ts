import type { Objection } from '../../../../diagnostics/finding.ts'
import { initCommand } from './init-command.ts'
import type { Entry } from '../../../../outside/tofu/checkout.port.ts'

const known: Readonly<Record<string, Entry['kind']>> = {
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
export const dataNameObjections = (folder: string, entries: ReadonlyArray<Entry>): ReadonlyArray<Objection> =>
  entries
    .filter(({ name, kind }) => !Object.hasOwn(known, name) || known[name] !== kind)
    .map(({ name, kind }) => ({
      id: 'data-directory',
      clause: 'J.6.2 §7',
      expected: `nothing in ${folder}/.terraform but providers, the cached backend and the selected workspace`,
      actual: `${name}, a ${kind}: ${Object.hasOwn(why, name) ? why[name] : 'tofu init does not put it there for a stack'}`,
      remedy: `remove ${folder}/.terraform and run ${initCommand(folder)}`
    }))
