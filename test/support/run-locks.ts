import type * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLock } from '../../src/outside/private/run-lock.ts'
import type { Holder, RunLock } from '../../src/outside/private/run-folder.port.ts'

/** A lock with its folder, and a folder for the temporary files of all users. */
export type Locked = { root: string; lock: RunLock; folder: string; shared: string; newId: () => string }

/** What taking a lock comes to: the one who holds it, or how it is given back. */
export type Taken = E.Either<Holder, () => Promise<void>>

/** Makes them, held by nothing. Ids are counted. */
export const makeLocked = (context: Locked): void => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-runs-')))
  let count = 0
  context.newId = () => `id-${(count += 1)}`
  context.shared = join(context.root, 'tmp')
  fs.mkdirSync(context.shared)
  fs.chmodSync(context.shared, 0o1777)
  context.lock = runLock({ path: join(context.root, 'state'), projects: [] }, context.shared, context.newId)
  context.folder = join(context.root, 'state/zenthea-foundation/runs/staging-eu')
}

/** Removes them. */
export const removeLocked = ({ root }: Locked): void => fs.rmSync(root, { recursive: true, force: true })
