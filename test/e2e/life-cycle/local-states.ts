import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Scenario } from '../bench/scenario.ts'

/**
 * Every state on this machine that a scenario's commands left: a state file that was in the folder at any moment,
 * and now, in the folder, below it, or in the home folder, any file that by its name or its content is a state or a
 * backup of one. `.terraform/terraform.tfstate` is OpenTofu's note on its backend: it is one when it has a resource.
 */
export const statesOnMachine = (scenario: Scenario): ReadonlyArray<string> => {
  const root = dirname(scenario.folder)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return [...scenario.localStates(), ...files.filter(isState).map((file) => relative(root, file))]
}

const BACKEND_NOTE = /\.terraform\/terraform\.tfstate$/

const isState = (file: string): boolean => {
  if (/\.tfstate(\.|$)/.test(file) && !BACKEND_NOTE.test(file)) return true
  if (!/\.(json|tfstate|backup)$/.test(file)) return false
  const text = readFileSync(file, 'utf8')
  return /"lineage"\s*:/.test(text) && /"resources"\s*:\s*[[{]\s*["{]/.test(text)
}
