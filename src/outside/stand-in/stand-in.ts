import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

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
}

/** The files that files/launcher.py looks at, in the folder of its recording. */
const wayIn = (folder: string): Way => {
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
    mend: () => remove('cut-at', 'cut')
  }
}

/** A stand-in for AWS: one account that starts empty, behind an HTTPS proxy on the loopback. */
export type Moto = {
  readonly account: string
  /** For HTTPS_PROXY. */
  readonly proxy: string
  /** For AWS_CA_BUNDLE. */
  readonly authority: string
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

/** Starts one, with its files in a folder. It ends with this process at the latest, however that ends. */
export const startMoto = async ({ python, files }: MotoTools, account: string, folder: string): Promise<Moto> => {
  mkdirSync(folder, { recursive: true })
  const recording = join(folder, 'calls.jsonl')
  const child = spawn(python, [join(files, 'launcher.py'), recording, join(folder, 'certificates')], {
    env: { PATH: process.env['PATH'], MOTO_ACCOUNT_ID: account },
    stdio: ['pipe', 'pipe', 'pipe']
  })
  const { port, authority } = await serving(child)
  return {
    account,
    proxy: `http://127.0.0.1:${port}`,
    authority,
    way: wayIn(folder),
    calls: () => lines(recording).map((line) => JSON.parse(line) as Call),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve())
        child.kill('SIGKILL')
      })
  }
}

type Serving = { readonly port: number; readonly authority: string }

/** What the launcher says when it serves; what it said instead when it ends before that. */
const serving = (
  child: ChildProcess & { readonly stdout: NodeJS.ReadableStream; readonly stderr: NodeJS.ReadableStream }
) =>
  new Promise<Serving>((resolve, reject) => {
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString('utf8')))
    createInterface(child.stdout).once('line', (line) => resolve(JSON.parse(line) as Serving))
    child.once('error', reject)
    child.once('close', (code) => reject(new Error(`moto did not start (${code}): ${complaint}`)))
  })

const lines = (file: string): ReadonlyArray<string> => readFileSync(file, 'utf8').split('\n').slice(0, -1)
