import * as E from 'fp-ts/lib/Either.js'
import { randomInt } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as t from 'io-ts'
import type { Holder, RunLock } from './run-folder.port.ts'
import { isAbsent } from '../files/system-refusal.ts'
import { privately } from './base.ts'
import { startOf } from './process-table.ts'
import { createPrivate, privateFolders, readPrivate } from './files.ts'

const Ticket = t.type({ command: t.string, pid: t.number, since: t.number, started: t.string, host: t.string })
type Ticket = t.TypeOf<typeof Ticket>

const TICKET = /^[0-9a-z-]+\.json$/
const TURNS = 50

/** Whether the run of a ticket may still be at work; one of another machine may. */
const isAlive = async ({ host, pid, started }: Ticket): Promise<boolean> =>
  host !== hostname() || (await startOf(pid)) === started

const readTicket = async (path: string): Promise<Ticket | undefined> => {
  try {
    const decoded = Ticket.decode(JSON.parse(await readPrivate(path, 4096)))
    return E.isRight(decoded) ? decoded.right : undefined
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError) return undefined
    throw error
  }
}

/** The runs of others that are at work in a folder; the tickets of the dead, and what is no ticket, are removed. */
const othersIn = async (folder: string, own: string) => {
  const others: Array<Ticket & { readonly isHolding: boolean }> = []
  const names = (await readdir(folder)).filter((name) => TICKET.test(name) && name !== `${own}.json`)
  for (const name of names) {
    const path = join(folder, name)
    const ticket = await readTicket(path)
    if (ticket !== undefined && (await isAlive(ticket)))
      others.push({ ...ticket, isHolding: existsSync(`${path}.holding`) })
    else for (const one of [`${path}.holding`, path]) await rm(one, { force: true })
  }
  return others
}

/**
 * The runs in `<base>/zenthea-foundation/runs/<of>`, a ticket each. Whoever enters writes a whole ticket first and looks at
 * all others then, so that of two that enter at once at least one sees the other and steps back.
 */
export const runLock = (base: string, newId: () => string): RunLock => ({
  take: (of, command, since) => {
    const named = ['zenthea-foundation', 'runs', of]
    return privately(join(base, ...named), async () => {
      const folder = await privateFolders(base, named)
      const id = newId()
      const path = join(folder, `${id}.json`)
      const holding = `${path}.holding`
      const { pid } = process
      const ticket: Ticket = { command, pid, since, started: await startOf(pid), host: hostname() }
      const leave = (): void => [holding, path].forEach((one) => rmSync(one, { force: true }))
      process.once('exit', leave)
      let last: Holder = ticket
      for (let turn = 0; turn < TURNS; turn++) {
        await createPrivate(join(folder, `.${id}.tmp`), JSON.stringify(ticket), 'for this run')
        await rename(join(folder, `.${id}.tmp`), path)
        const others = await othersIn(folder, id)
        if (others.length === 0) {
          await createPrivate(holding, '', 'for this run')
          return E.right(async () => {
            process.removeListener('exit', leave)
            leave()
          })
        }
        leave()
        last = others.find(({ isHolding }) => isHolding) ?? others[0] ?? last
        if (others.some(({ isHolding }) => isHolding)) break
        await setTimeout(randomInt(5, 60))
      }
      process.removeListener('exit', leave)
      return E.left({ command: last.command, pid: last.pid, since: last.since })
    })
  }
})
