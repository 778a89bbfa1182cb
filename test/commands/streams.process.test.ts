import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../src/diagnostics/kinds.ts'
import { outputFiles } from '../../src/outside/files/files.ts'
import type { StackEvaluator } from '../../src/outside/stack/evaluator.port.ts'
import { type GuardProgramPorts, guardProgram } from '../../src/commands/guard/program.ts'
import { type PreflightProgramPorts, preflightProgram } from '../../src/commands/preflight/program.ts'
import { type SeedProgramPorts, seedProgram } from '../../src/commands/seed/program.ts'
import { type Terminal, plain } from '../../src/command-line/terminal.ts'
import { type SecretStack, secretStacks, tracesOf } from '../support/secret-stacks.ts'
import { evaluatorWith } from '../support/stack-evaluator.ts'
import { type TempProject, inTempProject, runCommand } from '../support/temp-project.ts'

/** No secret of a broken stack reaches what a process writes: its two streams, `--json` and the evidence. */
const test = suite('what a process writes of broken stacks')

const STACKS = 2_000
const PROJECTS = 4
const EACH = STACKS / PROJECTS

const all = secretStacks(STACKS, 1_717)
const nameOf = (index: number): string => `stacks/s${String(index).padStart(4, '0')}.ts`
const filesOf = (some: ReadonlyArray<SecretStack>): Readonly<Record<string, string>> =>
  Object.fromEntries(some.map(({ text }, index) => [nameOf(index), text]))

/** The stacks whose secret stands in one of the texts, each with the trace of it. */
const leaksIn = (text: string, some: ReadonlyArray<SecretStack>): ReadonlyArray<string> =>
  some.flatMap(({ secret, what }, index) => {
    const trace = tracesOf(secret).find((each) => text.includes(each))
    return trace === undefined ? [] : [`${nameOf(index)}, ${what}: ${trace}`]
  })

const silent = (text: string, some: ReadonlyArray<SecretStack>, where: string): void => {
  assert.equal(leaksIn(text, some), [], where)
  assert.not.match(text, /\/home\/|\/tmp\/|file:\/\//, where)
  // oxlint-disable-next-line no-control-regex
  assert.not.match(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, where)
}

const commands: ReadonlyArray<readonly ['emit' | 'status' | 'review', ...args: ReadonlyArray<string>]> = [
  ['emit'],
  ['emit', '--json'],
  ['status', '--all'],
  ['status', '--json'],
  ['review']
]

/** Beside the project: a folder inside of it would be refused. */
const stateOf = ({ root }: TempProject): string => `${root}-state`

const inProject = (some: ReadonlyArray<SecretStack>, use: (made: TempProject) => Promise<void>): Promise<void> =>
  inTempProject(filesOf(some), async (made) => {
    fs.mkdirSync(stateOf(made), { mode: 0o700 })
    try {
      await use(made)
    } finally {
      fs.rmSync(stateOf(made), { recursive: true, force: true })
    }
  })

const refusedGuard = (project: TempProject, source: string, preload?: string) => {
  const env = { XDG_STATE_HOME: stateOf(project), AWS_ACCESS_KEY_ID: undefined }
  return runCommand('tofu', [source, 'plan'], { cwd: project.root, env, ...(preload === undefined ? {} : { preload }) })
}

const evidenceIn = (project: TempProject): string =>
  fs
    .readdirSync(stateOf(project), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => fs.readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n')

const never = (): never => {
  throw new Error('a refused stack asks for nothing')
}
/** Ports of a run that ends before it needs them: each use of another one is a fault. */
const only = <A extends object>(given: Partial<A>): A =>
  new Proxy(given, { get: (of, name) => (name in of ? of[name as keyof A] : never) }) as A

/** What seed, preflight and the guard write of one stack, and the evidence that the guard stores. */
const writtenOf = async (
  root: string,
  source: string,
  stackEvaluator: StackEvaluator
): Promise<readonly [screen: string, evidence: string]> => {
  const said: Array<string> = []
  const stored: Array<string> = []
  const say = (text: string): void => void said.push(text)
  const terminal: Terminal = { out: say, err: say, paintOut: plain, paintErr: plain }
  const shared = { stackEvaluator, outputFiles: outputFiles(), variables: {} }
  const memory = { exists: () => [], interrupted: async () => undefined }
  const codes = [
    await seedProgram(only<SeedProgramPorts>(shared), terminal, memory, root, [source])(),
    await preflightProgram(only<PreflightProgramPorts>(shared), terminal, root, [source])(),
    await preflightProgram(only<PreflightProgramPorts>(shared), terminal, root, [source, '--json'])(),
    await guardProgram(
      only<GuardProgramPorts>({
        ...shared,
        clock: { now: () => 0, written: () => '2026-01-01T00:00:00.000Z' } as never,
        newId: () => '00000000-0000-4000-8000-000000000000',
        program: 'a'.repeat(64) as never,
        isSandbox: false,
        evidence: {
          write: (_stack, _name, text) => async () => {
            stored.push(text)
            return { _tag: 'Right', right: 'evidence/x.json' }
          }
        }
      }),
      terminal,
      memory,
      root,
      [source, 'plan']
    )()
  ]
  assert.not.ok(codes.includes(0), `${source}: ${codes.join()} ${said.join('')}`)
  return [said.join(''), stored.join('\n')]
}

for (let project = 0; project < PROJECTS; project += 1) {
  const some = all.slice(project * EACH, (project + 1) * EACH)
  test(`stacks ${project * EACH + 1} to ${(project + 1) * EACH}`, () =>
    inProject(some, async (made) => {
      for (const [command, ...args] of commands) {
        const { stdout, stderr, code } = await runCommand(command, args, {
          cwd: made.root,
          env: { XDG_STATE_HOME: stateOf(made) }
        })
        const where = [command, ...args].join(' ')
        silent(stdout.replaceAll(made.root, ''), some, `${where}, stdout`)
        silent(stderr.replaceAll(made.root, ''), some, `${where}, stderr`)
        if (command === 'emit') assert.is(code, 1, where)
      }
      const emissions = await evaluatorWith({ patienceSeconds: 30 }).emitAll(
        absolutePath(made.root),
        some.map((_, index) => nameOf(index))
      )()
      const evaluator: StackEvaluator = { emitAll: () => async () => emissions }
      for (const [index, one] of some.entries()) {
        if (emissions[index]?.file._tag !== 'Left') continue
        const [screen, evidence] = await writtenOf(made.root, nameOf(index), evaluator)
        silent(screen, [one], `${one.what}: screen of seed, preflight and guard`)
        silent(evidence, [one], `${one.what}: evidence`)
        assert.match(evidence, '"NotEmitted"')
      }
      const refused = emissions.filter(({ file }) => file._tag === 'Left').length
      assert.ok(refused > EACH * 0.97, `${refused} of ${EACH} are refused`)
      await refusedGuard(made, nameOf(project))
      silent(evidenceIn(made), some, 'evidence of a real run')
    }))
}

/** A defect in each of the four outputs, as code that runs before the command. */
const planted = (secret: string): Readonly<Record<string, string>> => {
  const leak = JSON.stringify(` ${secret} `)
  const inJson = `const real = JSON.stringify
JSON.stringify = (value, ...more) => {
  const isDocument = typeof value === 'object' && value !== null && more[1] === 2
  return real(isDocument ? { leak: ${leak}, value } : value, ...more)
}`
  return {
    stdout: `process.once('exit', () => process.stdout.write(${leak}))`,
    stderr: `process.once('exit', () => process.stderr.write(${leak}))`,
    '--json': inJson,
    evidence: inJson
  }
}

test('a leak that is planted in one of the four outputs is seen there, and in no other', async () => {
  const some = all.slice(0, 1)
  const [{ secret } = { secret: '' }] = some
  await inProject(some, async (made) => {
    for (const [where, preload] of Object.entries(planted(secret))) {
      const { stdout, stderr } =
        where === 'evidence'
          ? await refusedGuard(made, nameOf(0), preload)
          : await runCommand('emit', where === '--json' ? ['--json'] : [], { cwd: made.root, preload })
      const texts = { stdout, stderr, evidence: where === 'evidence' ? evidenceIn(made) : '' }
      const seen = Object.entries(texts).flatMap(([name, text]) => (leaksIn(text, some).length > 0 ? [name] : []))
      assert.equal(seen, [where === '--json' ? 'stdout' : where], where)
    }
  })
})

test.run()
