import { execFileSync, fork, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Answer, isGreen } from '../runner/report.ts'
import { type Mutation, mutationsOf } from './mutations.ts'
import { drawn } from './random.ts'
import { importsIn, testsOf } from './tests-of.ts'

/**
 * `npm run mutants -- --seed 1 --count 100`: changes one place of `src` at a time in a copy, lets the compiler accept it,
 * runs the tests that touch the file, and says which changes no test saw. `--in` takes files with a text in their path.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    in: { type: 'string', default: 'src/' },
    limit: { type: 'string', default: '120' }
  }
})

type Mutant = Mutation & { readonly path: string; readonly text: string }

const root = fileURLToPath(new URL('../../', import.meta.url))
const copy = mkdtempSync(join(tmpdir(), 'zenthea-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
for (const path of files) cpSync(join(root, path), join(copy, path))
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
writeFileSync(join(copy, 'tsconfig.src.json'), JSON.stringify({ extends: './tsconfig.json', include: ['src'] }))

const isSource = (path: string): boolean => path.startsWith('src/') && path.endsWith('.ts')
const imports = importsIn(
  copy,
  files.filter((path) => /^(src|test)\/.*\.ts$/.test(path))
)

const runOne = (test: string): Promise<boolean> =>
  new Promise((resolve) => {
    const child = fork(join(copy, 'test/runner/worker.ts'), {
      cwd: copy,
      execArgv: ['--import', join(copy, 'test/typescript.js')],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc']
    })
    const overdue = setTimeout(() => child.kill('SIGKILL'), Number(values.limit) * 1000)
    const settle = (isRight: boolean): void => {
      clearTimeout(overdue)
      child.removeAllListeners()
      if (child.connected) child.disconnect()
      resolve(isRight)
    }
    child.once('message', (answer) => settle(isGreen((answer as Answer).report)))
    child.once('exit', () => settle(false))
    child.send({ file: test.slice('test/'.length), path: join(copy, test) })
  })

/** A test that is red without any change sees nothing. */
const isRight = new Map<string, Promise<boolean>>()

const isKilledBy = async ({ path, text, start, end, by }: Mutant, test: string): Promise<boolean> => {
  if (await runOne(test)) return false
  writeFileSync(join(copy, path), text)
  const known = isRight.get(test) ?? runOne(test)
  isRight.set(test, known)
  const wasRight = await known
  writeFileSync(join(copy, path), text.slice(0, start) + by + text.slice(end))
  return wasRight
}

const killerOf = async (mutant: Mutant): Promise<string | undefined> => {
  for (const test of testsOf(imports, mutant.path)) if (await isKilledBy(mutant, test)) return test
  return undefined
}

const isCompiled = (): boolean =>
  spawnSync('npx', ['tsc', '-p', 'tsconfig.src.json'], { cwd: copy, stdio: 'ignore' }).status === 0

const mutants = files
  .filter((path) => isSource(path) && path.includes(values.in))
  .flatMap((path) => {
    const text = readFileSync(join(copy, path), 'utf8')
    return mutationsOf(path, text).map((mutation): Mutant => ({ ...mutation, path, text }))
  })
let [tried, killed] = [0, 0]
for (const mutant of drawn(mutants, Number(values.seed))) {
  if (tried === Number(values.count)) break
  const { path, text, start, end, by, kind } = mutant
  writeFileSync(join(copy, path), text.slice(0, start) + by + text.slice(end))
  if (isCompiled()) {
    tried += 1
    const killer = await killerOf(mutant)
    if (killer !== undefined) killed += 1
    const line = text.slice(0, start).split('\n').length
    const change = `${JSON.stringify(text.slice(start, end).slice(0, 100))} -> ${JSON.stringify(by.slice(0, 60))}`
    console.log(`${killer === undefined ? 'LIVES ' : 'killed'}  ${path}:${line}  ${kind}  ${change}  ${killer ?? ''}`)
  }
  writeFileSync(join(copy, path), text)
}
for (const [test, was] of isRight)
  if (!(await was)) console.log(`red without a change, so it counts for nothing: ${test}`)
console.log(
  `\n${killed} of ${tried} mutants killed (${((100 * killed) / Math.max(1, tried)).toFixed(1)} %), seed ${values.seed}`
)
