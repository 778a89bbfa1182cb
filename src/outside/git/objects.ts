import { systemWords } from '../files/system-refusal.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import type { RepositoryFailure } from './repository.port.ts'
import { type GitSetting, LONGEST_ANSWER, findGit, gitArguments, noAnswer } from './command.ts'
import { type GitObject, idOf } from './object.ts'
import { causeOf } from './way-out.ts'

/** Gives the bytes of the object of that id and type, or throws a `Refused`. */
export type ReadObject = (id: string, type: GitObject['type']) => Promise<Buffer>

/** Why an object is not taken. */
export class Refused extends Error {
  readonly failure: RepositoryFailure
  constructor(failure: RepositoryFailure) {
    super(failure.cause)
    this.failure = failure
  }
}

const what = 'git cat-file'
const unintelligible = (): Refused => new Refused({ what, cause: 'an answer that git does not document' })

/** Takes lines and counted bytes from a stream; throws where it ends before. */
const takerOf = (stream: AsyncIterable<Buffer>) => {
  const chunks = stream[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const next = async (): Promise<Buffer> => {
    const found = await chunks.next()
    if (found.done === true) throw unintelligible()
    return found.value
  }
  return {
    line: async (): Promise<string> => {
      for (;;) {
        const end = held.indexOf(0x0a)
        if (end !== -1) {
          const line = held.toString('latin1', 0, end)
          held = held.subarray(end + 1)
          return line
        }
        if (held.length > 1024) throw unintelligible()
        held = Buffer.concat([held, await next()])
      }
    },
    bytes: async (count: number): Promise<Buffer> => {
      const parts = [held]
      let length = held.length
      while (length < count) {
        const part = await next()
        parts.push(part)
        length += part.length
      }
      const all = Buffer.concat(parts)
      held = all.subarray(count)
      return all.subarray(0, count)
    }
  }
}

const forged = (id: string, actual: string): RepositoryFailure => ({
  what: `the object ${id}`,
  cause: `it is not what its id says: its bytes are those of ${actual}`,
  remedy: 'Find out with git fsck --full who changed the objects of this repository, and work in a new clone.'
})

/**
 * What a shallow or partial clone leaves out. Nothing is fetched here, and a fetch that keeps the filter of a partial clone would leave it out
 * again. Source: Git, git-fetch and "partial-clone".
 */
export const lacking = (of: string): RepositoryFailure => ({
  what: of,
  cause: 'this repository does not have it',
  remedy: 'Fetch what is missing, or work in a whole clone: git fetch --refetch --no-filter'
})

/** Whether git says that it may not fetch what a partial clone does not have. */
export const isLacking = (said: string): boolean => /\blazy fetch|\bpromisor\b/.test(said)

const readerOf = (child: ChildProcessWithoutNullStreams): ReadObject => {
  const taker = takerOf(child.stdout)
  return async (id, type) => {
    child.stdin.write(`${id}\n`)
    const header = await taker.line()
    if (header === `${id} missing`) throw new Refused(lacking(`the object ${id}`))
    const [, named, found, digits = ''] = /^([0-9a-f]+) (commit|tree|blob|tag) ([0-9]{1,15})$/.exec(header) ?? []
    const size = Number(digits)
    if (named !== id || found === undefined) throw unintelligible()
    if (size > LONGEST_ANSWER)
      throw new Refused({ what: `the object ${id}`, cause: `it is larger than ${LONGEST_ANSWER} bytes` })
    const bytes = (await taker.bytes(size + 1)).subarray(0, size)
    const object: GitObject = { type: found as GitObject['type'], bytes }
    const actual = idOf(object, id)
    if (actual !== id) throw new Refused(forged(id, actual))
    if (found !== type) throw new Refused({ what: `the object ${id}`, cause: `it is a ${found}, not a ${type}` })
    return bytes
  }
}

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const parts: Array<Buffer> = []
  try {
    for await (const part of stream) if (parts.length < 64) parts.push(part)
  } catch {
    // What was said until then is what there is.
  }
  return Buffer.concat(parts).toString('utf8')
}

/**
 * Reads objects of the repository around a project, each held against its id by its own bytes. No object is believed by
 * its name, be it loose, packed or borrowed. One git serves all that is read, and is ended after it.
 */
export const withObjects =
  <A>(
    setting: GitSetting,
    project: string,
    use: (read: ReadObject) => Promise<A>
  ): TE.TaskEither<RepositoryFailure, A> =>
  async () => {
    const program = await findGit(setting, project)
    if (E.isLeft(program)) return program
    const child = spawn(program.right.file, [...gitArguments(project, ['cat-file', '--batch'])], {
      env: program.right.environment,
      stdio: 'pipe',
      windowsHide: true
    })
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, setting.patienceMillis)
    child.stdin.on('error', () => undefined)
    const ended = new Promise<string | undefined>((resolve) => {
      child.on('error', (error) => resolve(systemWords(error)))
      child.on('close', () => resolve(undefined))
    })
    const said = textOf(child.stderr)
    try {
      return E.right(await use(readerOf(child)))
    } catch (error) {
      if (isLate) return E.left({ what, cause: noAnswer(setting.patienceMillis) })
      if (!(error instanceof Refused)) throw error
      if (error.failure.what !== what) return E.left(error.failure)
      child.kill('SIGKILL')
      const failed = await ended
      const words = await said
      return E.left(
        isLacking(words)
          ? lacking('an object of the commit')
          : { what, cause: causeOf(words, failed ?? error.failure.cause) }
      )
    } finally {
      clearTimeout(timer)
      child.kill('SIGKILL')
    }
  }
