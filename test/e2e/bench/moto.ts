import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Call } from './call.ts'
import { type Way, wayIn } from './way.ts'

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

const launcher = fileURLToPath(new URL('moto/launcher.py', import.meta.url))

/** Starts one, with its files in a folder. It ends with this process at the latest, however that ends. */
export const startMoto = async (python: string, account: string, folder: string): Promise<Moto> => {
  mkdirSync(folder, { recursive: true })
  const recording = join(folder, 'calls.jsonl')
  const child = spawn(python, [launcher, recording, join(folder, 'certificates')], {
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
