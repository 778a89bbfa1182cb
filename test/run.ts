import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { find } from './runner/find.ts'
import type { Kind } from './runner/kind.ts'
import { runAll } from './runner/pool.ts'
import { describe, type FileReport, isGreen, total } from './runner/report.ts'

/** The kinds of tests that each option leaves the run to. */
const PARTS: Readonly<Record<'unit' | 'beyond-unit' | 'e2e', ReadonlyArray<Kind>>> = {
  unit: ['unit'],
  'beyond-unit': ['wire', 'process', 'long'],
  e2e: ['e2e']
}

/** More red files than this are no accident of a busy machine, so none of them is run again. */
const MOST_AGAIN = 3

/**
 * `npm test`: all tests, or those with one of the given texts in their path; `npm run test:unit`: those that need nothing
 * but code and files, and are quick. `--beyond-unit` is `npm test` without those, `--e2e` is `npm run test:e2e`. Red where
 * uvu stays green. With `--again` (CI), a red file is run once more when all others are done: one that is green then is named
 * as unsteady, after its first report, and does not make the run red.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unit: { type: 'boolean' },
    'beyond-unit': { type: 'boolean' },
    e2e: { type: 'boolean' },
    again: { type: 'boolean', default: false },
    in: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
    limit: { type: 'string', default: '300' }
  }
})
const part = (['unit', 'beyond-unit', 'e2e'] as const).find((name) => values[name])
const { files, faults } = find(values.in, positionals, part && PARTS[part])
const run = async (paths: ReadonlyArray<string>): Promise<ReadonlyArray<FileReport>> => {
  const reports: Array<FileReport> = []
  await runAll(values.in, paths, Number(values.limit), (report, seconds) => {
    reports.push(report)
    console.log(describe(report, seconds))
  })
  return reports
}
let reports = await run(files)
const red = reports.filter((report) => !isGreen(report))
if (values.again && red.length > 0 && red.length <= MOST_AGAIN) {
  for (const { file } of red) {
    console.log(`\nAgain, by itself: ${file}`)
    reports = [...reports.filter((report) => report.file !== file), ...(await run([file]))]
  }
  const unsteady = red.filter(({ file }) => reports.some((report) => report.file === file && isGreen(report)))
  for (const { file } of unsteady) console.log(`UNSTEADY  ${file} was red beside others and green by itself: repair it`)
}
for (const fault of faults) console.log(`FAIL  ${fault}`)
const { passed, failed, skipped } = total(reports)
console.log(`\n${passed} passed, ${failed + faults.length} failed, ${skipped} skipped`)
process.exitCode = reports.length > 0 && reports.every(isGreen) && faults.length === 0 ? 0 : 1
