import { Moment, absolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { hostname } from 'node:os'
import * as t from 'io-ts'
import type { Holder } from './run-folder.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { isAbsent, isNotAllowed } from '../files/system-refusal.ts'
import { NotPrivate, type StateHome } from './base.ts'
import { privateFolders, readPrivate } from './files.ts'
import { isThere, ownerOf, startOf } from './process-table.ts'

/** What a run says of itself while it is at work. */
const Form = t.type({ command: t.string, pid: t.number, since: Moment, started: t.string, host: t.string })
export type Ticket = t.TypeOf<typeof Form>

/** The last moment that a date can be. Source: ECMA-262, "Time Values and Time Range". */
const LAST_MOMENT = 8.64e15

/**
 * Whether nothing in a ticket steers a terminal, and its moment is one that a date can be. Any user may have written a
 * ticket that all users can write.
 */
const isTicket = ({ command, pid, since, started }: Ticket): boolean =>
  /^[a-z]{1,16}$/.test(command) &&
  Number.isInteger(pid) &&
  pid > 0 &&
  Number.isInteger(since) &&
  Math.abs(since) <= LAST_MOMENT &&
  started !== ''

/** The largest ticket that is read, in bytes. */
const TICKET_BYTES = 4096

/** What a file in a place of tickets says. A run is at work, it is not any more, or there is nothing that is ours to judge. */
export type Found =
  { readonly _tag: 'AtWork'; readonly holder: Holder } | { readonly _tag: 'Dead' } | { readonly _tag: 'Nothing' }

/** A folder in which runs leave their tickets. */
export type Place = {
  /** Its real path. A place in which another user could take a ticket away is a failure. */
  readonly folder: () => Promise<string>
  readonly nameOf: (id: string) => string
  readonly isTicket: (name: string) => boolean
  /** The mode of a ticket. */
  readonly mode: number
  readonly read: (path: string) => Promise<Found>
}

const parsed = (text: string): Ticket | undefined => {
  try {
    const decoded = Form.decode(JSON.parse(text))
    return E.isRight(decoded) && isTicket(decoded.right) ? decoded.right : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const DEAD = { _tag: 'Dead' } as const
const NOTHING = { _tag: 'Nothing' } as const

/** `<home>/zenthea-foundation/runs/<of>`: of this user, on every machine that has this home. One of another machine may be at work. */
export const privatePlace = (home: StateHome, of: string): Place => ({
  folder: () => privateFolders(home, ['zenthea-foundation', 'runs', of]),
  nameOf: (id) => `${id}.json`,
  isTicket: (name) => /^[0-9a-z-]+\.json$/.test(name),
  mode: 0o600,
  read: async (path) => {
    const ticket = await readPrivate(path, TICKET_BYTES).then(parsed, (error: unknown) => {
      if (isAbsent(error)) return undefined
      throw error
    })
    if (ticket === undefined) return DEAD
    const isAlive = ticket.host !== hostname() || (await startOf(ticket.pid)) === ticket.started
    return isAlive ? { _tag: 'AtWork', holder: { ...ticket, user: undefined } } : DEAD
  }
})

/** The text of a small regular file and the user who wrote it, who may be any user. Never waits for a pipe, follows no link. */
const readOfAnybody = async (path: string): Promise<{ readonly text: string; readonly user: number } | undefined> => {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    try {
      const found = await file.stat()
      if (!found.isFile() || found.size > TICKET_BYTES) return undefined
      return { text: await file.readFile('utf8'), user: found.uid }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (isAbsent(error) || isNotAllowed(error)) return undefined
    throw error
  }
}

/**
 * A folder that all users of a machine share, where none can take away or replace another's things. It is the
 * administrator's, with the sticky bit. A ticket counts where its process is at work and belongs to the user who wrote
 * the file, which no other user can bring about. So no user can speak for another one, or end another's turn.
 */
export const sharedPlace = (folder: string, of: string): Place => ({
  folder: async () => {
    const path = absolutePath(await realpath(folder))
    const [first] = await changeableOnTheWay(path, 'make')
    if (first !== undefined) throw new NotPrivate(first, 'can be changed by others')
    return path
  },
  nameOf: (id) => `zenthea-foundation-${of}-${id}.json`,
  isTicket: (name) => name.startsWith(`zenthea-foundation-${of}-`) && name.endsWith('.json'),
  mode: 0o644,
  read: async (path) => {
    const found = await readOfAnybody(path)
    const me = process.getuid?.()
    const none = found?.user === me ? DEAD : NOTHING
    const ticket = found === undefined ? undefined : parsed(found.text)
    if (found === undefined || ticket === undefined) return none
    const [started, owner] = [await startOf(ticket.pid), await ownerOf(ticket.pid)]
    const isHidden = started === '' && isThere(ticket.pid)
    const isAlive = isHidden || (started === ticket.started && owner === found.user)
    if (!isAlive) return none
    return { _tag: 'AtWork', holder: { ...ticket, user: found.user === me ? undefined : found.user } }
  }
})

/** The folder that all users of a machine share. */
const OF_THE_MACHINE = '/tmp'

/**
 * The folder in which all runs of this machine leave their tickets. A rehearsal, whose own files lie in its sandbox, is apart
 * from real runs. The name of a sandbox in a variable alone does not take a real run out of the sight of the others.
 */
export const sharedByRuns = (variables: NodeJS.ProcessEnv, home: string): string => {
  const sandbox = variables['ZENTHEA_SANDBOX'] ?? ''
  return sandbox !== '' && home.startsWith(`${sandbox}/`) ? sandbox : OF_THE_MACHINE
}
