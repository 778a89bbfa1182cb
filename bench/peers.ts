import { copyFileSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { AT_HAND, cached, digest } from '../src/outside/stand-in/cache.ts'
import { mustRun } from '../src/outside/stand-in/run-command.ts'
import type { Program } from './measure.ts'

/** Three other ways to make such files with TypeScript, in their releases of 2026. */
const PACKAGES = [
  '@cdktn/provider-aws@25.7.0',
  'cdktn@0.24.0',
  'constructs@10.7.2',
  'terraform-generator@6.7.0',
  'tsx@4.23.15'
]

const PEERS = ['cdktn', 'plain', 'tfgen'] as const

export type Peer = (typeof PEERS)[number]

/** The packages of the peers, which npm fetches into the user's cache when the bench is first run, without their scripts. */
const installed = (): Promise<string> =>
  cached(`peers-${digest(PACKAGES.join())}`, AT_HAND, async (folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "peers", "private": true, "type": "module" }\n')
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', '--no-package-lock']
    await mustRun('npm', ['install', ...options, ...PACKAGES], { cwd: folder, env: process.env })
  })

/** Gives the program of each peer that makes so many states, in a folder of its own. */
export const peers = async (): Promise<(count: number) => Readonly<Record<Peer, Program>>> => {
  const folder = await installed()
  for (const peer of PEERS)
    copyFileSync(fileURLToPath(new URL(`peers/${peer}.ts`, import.meta.url)), join(folder, `${peer}.ts`))
  const loader = pathToFileURL(join(folder, 'node_modules/tsx/dist/loader.mjs')).href
  const out = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-peers-'))
  process.on('exit', () => rmSync(out, { recursive: true, force: true }))
  const program = (peer: Peer, count: number): Program => ({
    args: ['--import', loader, join(folder, `${peer}.ts`), String(count), join(out, peer)],
    cwd: out
  })
  return (count) => ({
    cdktn: program('cdktn', count),
    plain: program('plain', count),
    tfgen: program('tfgen', count)
  })
}
