import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs'

/** Sees whether a state is ever written to a folder, even for a moment. */
export type StateWatch = {
  /** The names of all state files that were there at any time so far. */
  readonly seen: () => ReadonlyArray<string>
  readonly end: () => void
}

/** Watches a folder for files that hold a state: `terraform.tfstate`, `errored.tfstate` and their backups. */
export const watchForState = (folder: string): StateWatch => {
  const names = new Set<string>()
  const note = (name: string | null): void => {
    if (name !== null && /\.tfstate(\.|$)/.test(name)) names.add(name)
  }
  const watcher: FSWatcher = watch(folder, (_event, name) => note(name))
  return {
    seen: () => {
      if (existsSync(folder)) readdirSync(folder).forEach(note)
      return [...names]
    },
    end: () => watcher.close()
  }
}
