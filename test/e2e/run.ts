import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { knownReleases } from '../../src/charter/phases.ts'
import { bench } from './bench/bench.ts'
import { availableOf, checkoutWith, mirrorWith } from './bench/releases.ts'
import { stacks } from './bench/stacks.ts'

/**
 * `npm run test:e2e`: sets up the bench, then runs all end-to-end tests, or those with one of the given texts in their path:
 * with the release of the provider that test/project pins, and then with every other known one that can be had.
 */
const SECONDS_PER_FILE = 1800

const project = fileURLToPath(new URL('../../', import.meta.url))
const files = fileURLToPath(new URL('../../src/outside/stand-in/files', import.meta.url))

const runTests = (cwd: string): number => {
  const args = ['test/run.ts', '--e2e', '--limit', String(SECONDS_PER_FILE), ...process.argv.slice(2)]
  const ended = spawnSync(process.execPath, [...process.execArgv, ...args], { cwd, stdio: 'inherit' })
  return ended.status ?? 1
}

const tell = (line: string): void => console.log(line)

try {
  const { terraform } = await bench(tell)
  tell(`Terraform: ${terraform ?? 'not on PATH, so what it accepts is not looked at'}`)
  const pinned = new Set(stacks.map(({ awsProvider }) => awsProvider))
  const others = Object.fromEntries(Object.entries(knownReleases()).filter(([version]) => !pinned.has(version)))
  const releases = await availableOf(others, mirrorWith(files, { isOffline: false, tell: () => {} }))
  for (const { missing } of releases) if (missing !== undefined) tell(`skipped: ${missing}`)
  const codes = [runTests(project)]
  for (const release of releases.filter(({ missing }) => missing === undefined)) {
    tell(`\nAWS provider ${release.version}`)
    const copy = await checkoutWith(release)
    codes.push(runTests(copy))
    rmSync(copy, { recursive: true })
  }
  process.exitCode = Math.max(...codes)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
