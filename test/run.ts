import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { find } from './runner/find.ts'
import { runAll } from './runner/pool.ts'
import { describe, type FileReport, isGreen, total } from './runner/report.ts'

/**
 * `npm test`: all tests, or those with one of the given texts in their path; `npm run test:unit`: those that need nothing
 * but code and files, and are quick. Red where uvu stays green.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    unit: { type: 'boolean' },
    e2e: { type: 'boolean' },
    in: { type: 'string', default: fileURLToPath(new URL('.', import.meta.url)) },
    limit: { type: 'string', default: '300' }
  }
})
const { files, faults } = find(values.in, positionals, values.unit ? ['unit'] : values.e2e ? ['e2e'] : undefined)
const reports: Array<FileReport> = []
await runAll(values.in, files, Number(values.limit), (report, seconds) => {
  reports.push(report)
  console.log(describe(report, seconds))
})
for (const fault of faults) console.log(`FAIL  ${fault}`)
const { passed, failed, skipped } = total(reports)
console.log(`\n${passed} passed, ${failed + faults.length} failed, ${skipped} skipped`)
process.exitCode = reports.length > 0 && reports.every(isGreen) && faults.length === 0 ? 0 : 1
