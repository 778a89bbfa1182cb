import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from './command-line.ts'
import { type ChildOptions, type Ended, runNode } from './temp-project.ts'

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url))

/** A copy of this checkout with the stacks of the tests and the packages of the original. No program was built in it yet. */
export type Checkout = {
  readonly at: (path: string) => string
  /** What was built in `.build` of a folder, as paths in it, without maps; the checkout's where none is named. */
  readonly built: (home?: string) => ReadonlyArray<string>
  /** A cache of a user who has none yet. */
  readonly cache: string
  /** Runs a command of this checkout with that cache. */
  readonly run: (command: Command | '--version', args: ReadonlyArray<string>, options?: ChildOptions) => Promise<Ended>
}

/** Makes a copy of this checkout, hands it over, and removes it whatever happens. */
export const inCheckout = async (use: (made: Checkout) => Promise<void>): Promise<void> => {
  const folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-')))
  const root = join(folder, 'checkout')
  const cache = join(folder, 'cache')
  try {
    for (const path of ['bin', 'src', 'package.json', 'package-lock.json'])
      fs.cpSync(join(REPOSITORY, path), join(root, path), { recursive: true })
    fs.cpSync(join(REPOSITORY, 'test/project'), root, { recursive: true })
    fs.symlinkSync(fs.realpathSync(join(REPOSITORY, 'node_modules')), join(root, 'node_modules'))
    const at = (path: string): string => join(root, path)
    await use({
      at,
      cache,
      built: (home = root) =>
        fs.existsSync(join(home, '.build'))
          ? fs
              .readdirSync(join(home, '.build'), { recursive: true, encoding: 'utf8' })
              .filter((path) => !path.endsWith('.map'))
              .toSorted()
          : [],
      run: (command, args, options) =>
        runNode([at('bin/zenthea.js'), command, ...args], {
          cwd: root,
          ...options,
          env: { XDG_CACHE_HOME: cache, ...options?.env }
        })
    })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
