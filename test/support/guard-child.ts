import { absolutePath } from '../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { writeFileSync } from 'node:fs'
import { processSignals } from '../../src/outside/terminal/terminal.ts'
import { tofuProcess } from '../../src/outside/tofu/process.ts'

/** Hands the terminal to a program as the guard does, and writes how it ended into a file: FILE PROGRAM ARGUMENT … */
const [file = '', program = '', ...args] = process.argv.slice(2)

for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const signals = processSignals(() => process.exit(130))
const tofu = tofuProcess(signals, ({ asked }) => void process.stderr.write(`asked ${asked}\n`))
const outcome = await tofu.handOver({
  file: absolutePath(program),
  args,
  folder: absolutePath(process.cwd()),
  environment: { PATH: '/usr/bin:/bin' }
})()
if (E.isLeft(outcome)) throw new Error(outcome.left.message)
writeFileSync(file, JSON.stringify(outcome.right))
signals.leave(outcome.right.code)
