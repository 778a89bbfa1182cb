import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { lastWords } from './last-words.ts'
import { commandWithin } from './network.ts'

/** One call that moto answered, as files/launcher.py writes it down. */
export type Call = {
  readonly method: string
  readonly host: string
  /** As sent, percent-encoded. */
  readonly path: string
  readonly query: string
  /** The service and the region that the request was signed for; null for a request without a signature. */
  readonly service: string | null
  readonly region: string | null
  readonly accessKey: string | null
  /** The assumed-role ARN that the access key belongs to; null when moto did not hand it out. */
  readonly principal: string | null
  /** The version of TLS that it came over. */
  readonly tls: string | null
  /** Names in lower case: x-amz-* without tokens, content-type and user-agent. */
  readonly headers: Readonly<Record<string, string>>
  /** The request's body, except for S3, whose bodies are the state. */
  readonly body: string | null
  /** The ARN of the role (IAM) or key (KMS) that the request names by less than that, where it exists. */
  readonly named: string | null
  readonly status: number
}

/** What a test does to the way to AWS. A call is named by a text in its method, path and action. */
export type Way = {
  /** From now on such a call is done, but its answer waits. */
  readonly hold: (text: string) => void
  /** The file that is there as soon as an answer waits. */
  readonly heldFile: string
  /** Resolves when so many answers wait, one where nothing is said; two minutes at most. */
  readonly held: (answers?: number) => Promise<void>
  readonly release: () => void
  /** From such a call on, itself included, nothing is done and every connection is closed. */
  readonly cutAt: (text: string) => void
  readonly mend: () => void
  /** With the next such call every session that was handed out so far has ended. */
  readonly expireAt: (text: string) => void
  /** The next such calls are struck: each is done or not, and then answered by this alone. */
  readonly strike: (strike: Strike) => void
  /** How many calls were struck since then. */
  readonly struck: () => number
}

/** What happens to the answers of a few calls. */
export type Strike = {
  readonly at: string
  /** A text in the user agent of those who call. */
  readonly by: string
  /** A text in what is sent, where any call will not do. */
  readonly with?: string
  readonly times: number
  /** How many seconds the answer takes. */
  readonly after?: number
  /** Whether AWS does what is asked. */
  readonly done: boolean
  /** What is answered; null where the connection is closed instead. */
  readonly answer: readonly [status: number, headers: Readonly<Record<string, string>>, body: string] | null
}

/** The way of a stand-in by the files that files/launcher.py looks at, in the folder of its recording. */
export const wayIn = (folder: string): Way => {
  const file = (name: string): string => join(folder, name)
  const remove = (...names: ReadonlyArray<string>): void => names.forEach((name) => rmSync(file(name), { force: true }))
  return {
    hold: (text) => {
      remove('held')
      writeFileSync(file('hold'), text)
    },
    heldFile: file('held'),
    held: async (answers = 1) => {
      for (let turn = 0; turn < 6000; turn++) {
        if (existsSync(file('held')) && statSync(file('held')).size >= answers) return
        await setTimeout(20)
      }
      throw new Error('too few such calls were made')
    },
    release: () => remove('hold'),
    cutAt: (text) => writeFileSync(file('cut-at'), text),
    mend: () => remove('cut-at', 'cut', 'strike'),
    expireAt: (text) => writeFileSync(file('expire-at'), text),
    strike: (strike) => {
      remove('struck')
      writeFileSync(file('strike'), JSON.stringify(strike))
    },
    struck: () => (existsSync(file('struck')) ? statSync(file('struck')).size : 0)
  }
}

/** A stand-in for AWS: accounts that start empty, behind one HTTPS proxy on the loopback. */
export type Moto = {
  /** The first of its accounts. A caller that has no key of the stand-in asks this one. */
  readonly account: string
  /** For HTTPS_PROXY. */
  readonly proxy: string
  /** For AWS_CA_BUNDLE. */
  readonly authority: string
  /** An access key of each account, as AWS writes the account into it. */
  readonly keys: Readonly<Record<string, string>>
  /** Every call that it has answered so far, in the order of the answers. */
  readonly calls: () => ReadonlyArray<Call>
  readonly way: Way
  readonly stop: () => Promise<void>
}

/** What a stand-in is started with. */
export type MotoTools = {
  /** A Python that has moto. */
  readonly python: string
  /** The folder with launcher.py. */
  readonly files: string
}

/** What it stands for, and where it writes. */
export type MotoPlace = {
  readonly accounts: readonly [string, ...ReadonlyArray<string>]
  /** Where its recording and its certificates go. */
  readonly folder: string
  /** Where its accounts are kept for the next time, if they are. */
  readonly kept?: string
  /** The port of the loopback at which each call of a role is judged, where it is. */
  readonly judge?: number
  /** The words that take it into a network, where it is not on this machine's own. */
  readonly within?: ReadonlyArray<string>
}

/**
 * Starts one, in a session of its own, so that Ctrl-C in a terminal is not meant for it. It ends with this process at the
 * latest, however that ends.
 */
export const startMoto = async (
  { python, files }: MotoTools,
  { accounts, folder, kept, judge, within = [] }: MotoPlace
): Promise<Moto> => {
  mkdirSync(folder, { recursive: true })
  const recording = join(folder, 'calls.jsonl')
  const args = [join(files, 'launcher.py'), recording, join(folder, 'certificates')]
  const child = spawn(...commandWithin(within, python, kept === undefined ? args : [...args, kept]), {
    env: {
      PATH: process.env['PATH'],
      TMPDIR: tmpdir(),
      MOTO_ACCOUNTS: accounts.join(','),
      MOTO_JUDGE: judge?.toString()
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true
  })
  const complaint = lastWords(child.stderr)
  const { port, authority, keys } = await serving(child, complaint)
  return {
    account: accounts[0],
    proxy: `http://127.0.0.1:${port}`,
    authority,
    keys,
    way: wayIn(folder),
    calls: () => lines(recording).map((line) => JSON.parse(line) as Call),
    stop: () =>
      new Promise((resolve, reject) => {
        child.once('close', (code) =>
          kept !== undefined && code !== 0 ? reject(new Error(`the accounts were not kept: ${complaint()}`)) : resolve()
        )
        if (kept === undefined) child.kill('SIGKILL')
        else child.stdin.end()
      })
  }
}

type Serving = Pick<Moto, 'authority' | 'keys'> & { readonly port: number }

/** What the launcher says when it serves; what it said instead when it ends before that. */
const serving = (child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }, complaint: () => string) =>
  new Promise<Serving>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line) as Serving))
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`moto did not start (${code}): ${complaint()}`)))
  })

const lines = (file: string): ReadonlyArray<string> => readFileSync(file, 'utf8').split('\n').slice(0, -1)
