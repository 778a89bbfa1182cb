import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { bench } from './bench/bench.ts'

/** `npm run test:e2e`: sets up the bench, then runs all end-to-end tests, or those with one of the given texts in their path. */
const SECONDS_PER_FILE = 900

const project = fileURLToPath(new URL('../../', import.meta.url))

const runTests = (): number => {
  const args = ['test/run.ts', '--e2e', '--limit', String(SECONDS_PER_FILE), ...process.argv.slice(2)]
  const ended = spawnSync(process.execPath, [...process.execArgv, ...args], { cwd: project, stdio: 'inherit' })
  return ended.status ?? 1
}

try {
  const { terraform } = await bench((line) => console.log(line))
  console.log(`Terraform: ${terraform ?? 'not on PATH, so what it accepts is not looked at'}`)
  process.exitCode = runTests()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
