import { spawnSync } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commandLine } from '../test/support/command-line.ts'
import { withStacks } from './many-stacks.ts'
import { type Program, medians, peakMiB } from './measure.ts'

/** `npm run bench`: how long emit takes beside a bare Node and beside the floor, measured in one run. Never a test. */
const repository = fileURLToPath(new URL('..', import.meta.url))
const emit = (cwd: string, ...args: ReadonlyArray<string>): Program => ({
  args: [...commandLine('emit'), ...args],
  cwd
})
const floor = (cwd: string, ...args: ReadonlyArray<string>): Program => ({
  args: ['--import', join(repository, 'src/adapters/stack/loader.js'), join(repository, 'bench/floor.ts'), ...args],
  cwd
})
const bare = (cwd: string): Program => ({ args: ['-e', '0'], cwd })

const write = (cwd: string): void => {
  const { status, stderr } = spawnSync(process.execPath, [...emit(cwd).args], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`emit refuses the stacks of the bench: ${stderr}`)
}

const rows: Array<Record<string, string>> = []
const row = (what: string, milliseconds: number, beside: number, peak: number): void => {
  rows.push({
    what,
    'median ms': milliseconds.toFixed(0),
    'of the floor': (milliseconds / beside).toFixed(2),
    'peak MiB': peak.toFixed(0)
  })
}
const verdicts: Array<string> = []
const bound = (what: string, value: number, limit: number, unit: string): void => {
  verdicts.push(
    `${value <= limit ? 'holds         ' : 'DOES NOT HOLD '} ${what}: ${value.toFixed(2)}${unit}, at most ${limit}${unit}`
  )
}

type Measured = { readonly floor: number; readonly emit: number; readonly peak: number }

const measured = (count: number, rounds: number, args: ReadonlyArray<string>, named: ReadonlyArray<string>): Measured =>
  withStacks(repository, count, (project) => {
    write(project)
    const [nothing, least, whole] = [bare(project), floor(project, ...named), emit(project, ...args, ...named)]
    const [bareTime = 0, floorTime = 0, emitTime = 0] = medians([nothing, least, whole], rounds)
    const peak = peakMiB(whole)
    const stacks = `${count} stack${count === 1 ? '' : 's'}`
    row('node -e 0', bareTime, floorTime, peakMiB(nothing))
    row(`${stacks}: floor`, floorTime, floorTime, peakMiB(least))
    row([`${stacks}: emit`, ...args].join(' '), emitTime, floorTime, peak)
    return { floor: floorTime, emit: emitTime, peak }
  })

/** What the same takes where the stack is younger than its file, so that the program is loaded at once. */
const whereEdited = (): void =>
  withStacks(repository, 1, (project) => {
    write(project)
    const edited = new Date(Date.now() + 60_000)
    utimesSync(join(project, 'stacks/bench0-eu.ts'), edited, edited)
    const whole = emit(project, 'stacks/bench0-eu.ts')
    const [floorTime = 0, emitTime = 0] = medians([floor(project, 'stacks/bench0-eu.ts'), whole], 15)
    row('1 stack: emit, edited', emitTime, floorTime, peakMiB(whole))
  })

const one = measured(1, 41, [], ['stacks/bench0-eu.ts'])
bound('one stack, beside its floor', one.emit / one.floor, 2, '')
whereEdited()
const hundred = measured(100, 7, ['--check'], [])
const thousand = measured(1000, 5, ['--check'], [])
bound('1,000 stacks with --check, beside their floor', thousand.emit / thousand.floor, 2.5, '')
bound('1,000 stacks with --check, peak', thousand.peak, 300, ' MiB')
bound('from 100 to 1,000 stacks', thousand.emit / hundred.emit, 10, ' times')

console.log(`Node ${process.version}`)
console.table(rows)
console.log(verdicts.join('\n'))
