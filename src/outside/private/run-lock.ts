import * as E from 'fp-ts/lib/Either.js'
import { randomInt } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { chmod, readdir, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Holder, RunLock } from './run-folder.port.ts'
import { type StateHome, privately } from './base.ts'
import { createPrivate } from './files.ts'
import { startOf } from './process-table.ts'
import { type Place, type Ticket, privatePlace, sharedPlace } from './run-tickets.ts'

const TURNS = 50

type Other = Holder & { readonly isHolding: boolean }

/**
 * The runs of others that are at work in a place. Own tickets of the dead, and own files that are not a ticket, are
 * removed.
 */
const othersIn = async (place: Place, folder: string, own: string): Promise<ReadonlyArray<Other>> => {
  const others: Array<Other> = []
  const names = (await readdir(folder)).filter((name) => place.isTicket(name) && name !== own)
  for (const name of names) {
    const path = join(folder, name)
    const found = await place.read(path)
    if (found._tag === 'AtWork') others.push({ ...found.holder, isHolding: existsSync(`${path}.holding`) })
    else if (found._tag === 'Dead') for (const one of [`${path}.holding`, path]) await rm(one, { force: true })
  }
  return others
}

type Taken = E.Either<Holder, () => void>

/**
 * Takes a place, where no other run is at work in it. A run that enters writes a whole ticket first and looks at all
 * others then, so that of two that enter at once at least one sees the other and steps back.
 */
const takeIn = async (place: Place, ticket: Ticket, id: string): Promise<Taken> => {
  const folder = await place.folder()
  const name = place.nameOf(id)
  const path = join(folder, name)
  const holding = `${path}.holding`
  const leave = (): void => [holding, path].forEach((one) => rmSync(one, { force: true }))
  const released = (): void => {
    process.removeListener('exit', leave)
    leave()
  }
  process.once('exit', leave)
  let last: Holder = { ...ticket, user: undefined }
  for (let turn = 0; turn < TURNS; turn++) {
    const making = join(folder, `.${name}.tmp`)
    await createPrivate(making, JSON.stringify(ticket), 'for this run')
    await chmod(making, place.mode)
    await rename(making, path)
    const others = await othersIn(place, folder, name)
    if (others.length === 0) {
      await createPrivate(holding, '', 'for this run')
      return E.right(released)
    }
    leave()
    last = others.find(({ isHolding }) => isHolding) ?? others[0] ?? last
    if (others.some(({ isHolding }) => isHolding)) break
    await setTimeout(randomInt(5, 60))
  }
  released()
  return E.left({ command: last.command, pid: last.pid, since: last.since, user: last.user })
}

/**
 * The lock of the runs: each run has a ticket in two folders. A home keeps `<home>/zenthea-foundation/runs/<of>` apart
 * from other users, and may share it with other machines. The other folder is the one that all users of this machine
 * share.
 */
export const runLock = (home: StateHome, shared: string, newId: () => string): RunLock => ({
  take: (of, command, since) =>
    privately(join(home.path, 'zenthea-foundation', 'runs', of), async () => {
      const { pid } = process
      const ticket = { command, pid, since, started: await startOf(pid), host: hostname() }
      const id = newId()
      const mine = await takeIn(privatePlace(home, of), ticket, id)
      if (E.isLeft(mine)) return mine
      try {
        const ours = await takeIn(sharedPlace(shared, of), ticket, id)
        if (E.isLeft(ours)) mine.right()
        return E.isLeft(ours)
          ? ours
          : E.right(async () => {
              ours.right()
              mine.right()
            })
      } catch (error) {
        mine.right()
        throw error
      }
    })
})
