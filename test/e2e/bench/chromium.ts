import { spawnSync } from 'node:child_process'
import { onPath } from '../../../src/outside/stand-in/on-path.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome']

const found = (): string | undefined => names.map((name) => onPath(name)).find((path) => path !== undefined)

const howTo = 'To get it: apt-get install chromium, or put a Chromium or Chrome on PATH.'

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
    spawnSync('apt-get', args, { env, stdio: 'ignore' })
  const installed = found()
  if (installed === undefined) throw new Error(`Chromium could not be installed by apt-get.\n  ${howTo}`)
  return installed
}
