import { momentAt } from '../../src/diagnostics/kinds.ts'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leftovers } from '../../src/outside/private/leftovers.ts'
import type { Leftovers } from '../../src/outside/private/stores.port.ts'

/** A folder for temporary files and one for copies, as runs on a machine leave them. */
export type Left = { root: string; temporary: string; copies: string; left: Leftovers }

/** Makes them empty. */
export const makeLeft = (context: Left): void => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-left-')))
  context.temporary = join(context.root, 'tmp')
  context.copies = join(context.root, 'state/zenthea-foundation')
  fs.mkdirSync(context.temporary)
  for (const kind of ['programs', 'providers'])
    fs.mkdirSync(join(context.copies, kind), { recursive: true, mode: 0o700 })
  context.left = leftovers(context.temporary, { path: join(context.root, 'state'), projects: [] })
}

/** Removes them. */
export const removeLeft = ({ root }: Left): void => fs.rmSync(root, { recursive: true, force: true })

const OLD = new Date(1000)

/** A moment after all that is made here was last used. */
export const BETWEEN = { folders: momentAt(2000), copies: momentAt(2000) }

/** Makes everything below a folder old. */
export const age = (path: string): void => {
  if (fs.statSync(path).isDirectory()) for (const name of fs.readdirSync(path)) age(join(path, name))
  fs.utimesSync(path, OLD, OLD)
}

/** The folder of a run as one leaves it that was killed. */
export const killedRun = ({ temporary }: Left, name: string, errored = false): string => {
  const root = join(temporary, name)
  const out = join(root, 'project/out/staging-eu')
  fs.mkdirSync(out, { recursive: true, mode: 0o700 })
  fs.chmodSync(root, 0o700)
  fs.writeFileSync(join(root, 'plan.tfplan'), 'a plan')
  if (errored) fs.writeFileSync(join(out, 'errored.tfstate'), '{}')
  age(root)
  return root
}

/** The copy of a program or a provider. */
export const copyOf = ({ copies }: Left, kind: string, name: string): string => {
  const folder = join(copies, kind, name)
  fs.mkdirSync(folder, { mode: 0o700 })
  fs.writeFileSync(join(folder, 'tofu'), '#!/bin/sh\nread x\n', { mode: 0o500 })
  fs.utimesSync(folder, OLD, OLD)
  return folder
}

/** The names of all that is there. */
export const remaining = (context: Left): ReadonlyArray<string> =>
  [context.temporary, ...['programs', 'providers'].map((kind) => join(context.copies, kind))].flatMap((folder) =>
    fs.readdirSync(folder)
  )
