import { readFileSync, writeSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { inspect, isDeepStrictEqual } from 'node:util'
import { kindOf } from './kind.ts'
import { watchOutside } from './outside.ts'
import type { Answer, FileReport } from './report.ts'
import { idleSuites } from './suites.ts'

/** uvu's bound runner of one suite: its errors as text (or true), tests passed, skipped, and in all. */
type RunSuite = () => Promise<readonly [errors: string | true, passed: number, skipped: number, all: number]>

/** The names under which uvu's own command line makes its suites wait and finds them again. */
const uvu = globalThis as unknown as { UVU_DEFER: number; UVU_INDEX: number; UVU_QUEUE: Array<Array<RunSuite>> }
uvu.UVU_DEFER = 1
uvu.UVU_QUEUE = []

/** What uvu writes of a suite: its name, a mark for each test, and the count. */
const marks = /^ .*? {2}(?:[•✘] )* {2}\(\d+ \/ \d+\)\n/gm

let faults: Array<string> = []
let output = ''
/** Whether a file left this process in disorder, so that the next one deserves another. */
let spent = false
const keep = (chunk: string | Uint8Array): boolean => {
  output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
  return true
}
process.stdout.write = keep
process.stderr.write = keep
const disorder = (fault: string): void => {
  faults.push(fault)
  spent = true
}
process.on('unhandledRejection', (reason) => disorder(`unhandled rejection: ${inspect(reason)}`))
process.on('uncaughtException', (error) => disorder(`uncaught exception: ${inspect(error)}`))
/** What the file did beyond code and files; only one of a kind that says so may. */
let outside = new Set<string>()
watchOutside((what) => outside.add(what))
process.on('exit', () => writeSync(2, output))
process.on('disconnect', () => process.exit())

/** Waits a while for what a file set going and did not wait for, so that its errors count as that file's. */
const timersEnd = async (): Promise<boolean> => {
  for (let turn = 0; turn < 100; turn++) {
    await setTimeout(5)
    if (!process.getActiveResourcesInfo().includes('Timeout')) return true
  }
  return false
}

const runFile = async (file: string, path: string): Promise<FileReport> => {
  faults = [...idleSuites(readFileSync(path, 'utf8'))]
  output = ''
  outside = new Set()
  const environment = { ...process.env }
  const directory = process.cwd()
  const queue: Array<RunSuite> = []
  uvu.UVU_INDEX = uvu.UVU_QUEUE.push(queue) - 1
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const failures: Array<string> = []
  try {
    await import(pathToFileURL(path).href)
    if (queue.length === 0) faults.push('ran no suite: is .run() missing?')
    for (const runSuite of queue) {
      const before = output.length
      const [errors, passed, skipped, all] = await runSuite()
      const name = /^ (.*?) {2}/.exec(output.slice(before))?.[1] ?? 'without a name'
      counts.passed += passed
      counts.skipped += skipped
      counts.failed += all - passed
      if (all === 0) faults.push(`suite '${name}' has no test`)
      if (errors !== true) failures.push(errors)
      else if (passed !== all)
        faults.push(
          `suite '${name}' broke off after ${passed} of ${all} tests: a hook threw, or a test threw what is no Error`
        )
    }
  } catch (error) {
    faults.push(`does not load: ${inspect(error)}`)
  }
  spent ||= !(await timersEnd())
  if (!isDeepStrictEqual({ ...process.env }, environment)) disorder('leaves another process.env behind')
  if (process.cwd() !== directory) disorder('leaves another working directory behind')
  if (['unit', 'long'].includes(kindOf(file)))
    for (const what of outside)
      faults.push(`${what}: name it .process.test.ts, or move it to wire/, so that the unit tests stay quick`)
  const report = { file, ...counts, failures, faults, output: output.replaceAll(marks, '') }
  output = ''
  return report
}

process.on('message', ({ file, path }: { file: string; path: string }) => {
  // Unreferenced, the channel lets this process end when a test waits for what never comes.
  process.channel?.unref()
  void runFile(file, path).then((report) => {
    process.channel?.ref()
    process.send?.({ report, spent } satisfies Answer)
  })
})
