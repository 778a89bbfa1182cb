import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onPath } from '../../../src/outside/stand-in/on-path.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

const found = (): string | undefined => names.map((name) => onPath(name)).find((path) => path !== undefined)

const howTo = 'To get it: apt-get install chromium, or put a Chromium or Chrome on PATH.'

/** apt-get fails where another one is at work, so two test files that begin at once take turns. */
const inTurn = (args: ReadonlyArray<string>): ReadonlyArray<string> =>
  onPath('flock') === undefined ? args : [join(tmpdir(), 'zenthea-chromium.lock'), 'apt-get', ...args]

/** The Chromium of this machine, by its path. It is installed from the distribution where this process may do so. */
export const chromium = (): string => {
  const there = found()
  if (there !== undefined) return there
  if (process.getuid?.() !== 0 || onPath('apt-get') === undefined)
    throw new Error(`Chromium cannot be had here.\n  ${howTo}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
  ])
    spawnSync(onPath('flock') ?? 'apt-get', inTurn(args), { env, stdio: 'ignore' })
  const installed = found()
  if (installed === undefined) throw new Error(`Chromium could not be installed by apt-get.\n  ${howTo}`)
  return installed
}
