import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { kindOf } from '../runner/kind.ts'
import { isAsked } from './asked.ts'
import { type LinesRun, linesRun } from './lines-run.ts'
import { type Mutation, mutationsOf } from './mutations.ts'
import { drawn } from './random.ts'
import { firstRed, runFresh } from './run-tests.ts'
import { importsIn, testsOf } from './tests-of.ts'

/**
 * `npm run mutants -- --seed 1 --count 100`: changes one place of `src` at a time in a copy, lets the compiler accept it,
 * runs the tests that touch the file until one is red, and says which changes no test saw. A test counts when it is red
 * alone with the change and green alone without. `--in` takes files with a text in their path, or one line as
 * `src/a.ts:12`, and `--out` leaves files out; `--skip` leaves out tests whose path an expression finds; `--seconds` bounds
 * the tests of one mutant. With `--lines lines.json` a mutant meets only the tests that run its line, and those that start
 * programs. Which lines each test runs is looked at once, in some minutes, and kept in that file.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    in: { type: 'string', default: 'src/' },
    out: { type: 'string', default: '' },
    skip: { type: 'string', default: '' },
    lines: { type: 'string', default: '' },
    seconds: { type: 'string', default: '600' },
    limit: { type: 'string', default: '120' }
  }
})

type Mutant = Mutation & { readonly path: string; readonly text: string; readonly line: number }

const root = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'zenthea-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
for (const path of files) cpSync(join(root, path), join(copy, path))
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
const compiler = { incremental: true, tsBuildInfoFile: './.mutants.tsbuildinfo' }
writeFileSync(
  join(copy, 'tsconfig.src.json'),
  JSON.stringify({ extends: './tsconfig.json', include: ['src'], compilerOptions: compiler })
)

const isSource = (path: string): boolean => path.startsWith('src/') && path.endsWith('.ts')
const imports = importsIn(
  copy,
  files.filter((path) => /^(src|test)\/.*\.ts$/.test(path))
)
const limits = { seconds: Number(values.seconds), each: Number(values.limit) }

const write = ({ path, text, start, end, by }: Mutant): void =>
  writeFileSync(join(copy, path), text.slice(0, start) + by + text.slice(end))
const restore = ({ path, text }: Mutant): void => writeFileSync(join(copy, path), text)

/** Whether each test is green without any change; one that is red sees nothing. */
const greenWithout = new Map<string, boolean>()
const isGreenWithout = async (mutant: Mutant, test: string): Promise<boolean> => {
  const known = greenWithout.get(test)
  if (known !== undefined) return known
  restore(mutant)
  const isGreen = await runFresh(copy, test, limits.each)
  greenWithout.set(test, isGreen)
  write(mutant)
  return isGreen
}

const isTest = (path: string): boolean => /^test\/(?!e2e\/).*\.test\.ts$/.test(path)
const startsPrograms = (test: string): boolean => kindOf(test.slice('test/'.length)) === 'process'

/** Which lines each test runs, from the file that keeps them; looked at and kept where it does not exist. */
const lookedAt = async (kept: string): Promise<Readonly<Record<string, LinesRun>>> => {
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as Readonly<Record<string, LinesRun>>
  const seen: Record<string, LinesRun> = {}
  for (const test of files.filter((path) => isTest(path) && !startsPrograms(path))) {
    const lines = await linesRun(root, test, limits.each)
    if (lines !== undefined) seen[test] = lines
  }
  writeFileSync(kept, JSON.stringify(seen))
  return seen
}
const seen = values.lines === '' ? {} : await lookedAt(values.lines)
/** Whether a test may notice a mutant: one that was not looked at may, and so may one that starts the built program. */
const mayNotice = (test: string, { path, line }: Mutant): boolean =>
  seen[test] === undefined || (seen[test][path] ?? []).includes(line)

/** The tests that killed a mutant of a file before are the likeliest to kill the next. */
const killers = new Map<string, ReadonlyArray<string>>()
type Verdict = { readonly killer?: string; readonly run: number; readonly all: number }

const judge = async (mutant: Mutant): Promise<Verdict> => {
  const before = killers.get(mutant.path) ?? []
  const tests = [...new Set([...before, ...testsOf(imports, mutant.path)])].filter(
    (test) =>
      greenWithout.get(test) !== false &&
      mayNotice(test, mutant) &&
      (values.skip === '' || !new RegExp(values.skip).test(test))
  )
  const end = performance.now() + limits.seconds * 1000
  let run = 0
  while (run < tests.length && performance.now() < end) {
    const left = tests.slice(run)
    const red = await firstRed(copy, left, { seconds: (end - performance.now()) / 1000, each: limits.each })
    run += red.run
    if (red.test === undefined) break
    const isAlone = red.run === 1 || !(await runFresh(copy, red.test, limits.each))
    if (!isAlone || !(await isGreenWithout(mutant, red.test))) continue
    killers.set(mutant.path, [...new Set([red.test, ...before])])
    return { killer: red.test, run, all: tests.length }
  }
  return { run, all: tests.length }
}

const isCompiled = (): boolean =>
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.src.json'], {
    cwd: copy,
    stdio: 'ignore'
  }).status === 0

const mutants = files.filter(isSource).flatMap((path) => {
  const text = readFileSync(join(copy, path), 'utf8')
  return mutationsOf(path, text)
    .map((mutation): Mutant => ({
      ...mutation,
      path,
      text,
      line: text.slice(0, mutation.start).split('\n').length
    }))
    .filter(({ line }) => isAsked(values, path, line))
})

const shown = ({ path, line, kind, text, start, end, by }: Mutant): string =>
  `${path}:${line}  ${kind}  ${JSON.stringify(text.slice(start, end).slice(0, 100))} -> ${JSON.stringify(by.slice(0, 60))}`

let [tried, killed] = [0, 0]
for (const mutant of drawn(mutants, Number(values.seed))) {
  if (tried === Number(values.count)) break
  write(mutant)
  if (isCompiled()) {
    tried += 1
    const { killer, run, all } = await judge(mutant)
    if (killer !== undefined) killed += 1
    const word = killer === undefined ? 'LIVES ' : 'killed'
    console.log(`${word}  ${shown(mutant)}  ${killer ?? ''} (${run} of ${all} test files)`)
  }
  restore(mutant)
}
for (const [test, isGreen] of greenWithout)
  if (!isGreen) console.log(`red without a change, so it counts for nothing: ${test}`)
console.log(
  `\n${killed} of ${tried} mutants killed (${((100 * killed) / Math.max(1, tried)).toFixed(1)} %), seed ${values.seed}`
)
