import * as fs from 'node:fs'
import * as assert from 'uvu/assert'
import { type Terminal, plain } from '../../src/command-line/terminal.ts'
import { outputFiles } from '../../src/outside/files/files.ts'
import type { StackEvaluator } from '../../src/outside/stack/evaluator.port.ts'
import { evaluatorWith } from './stack-evaluator.ts'
import { type SecretStack, secretStacks, tracesOf } from './secret-stacks.ts'
import { type Ended, type TempProject, inTempProject, runCommand } from './temp-project.ts'

/** Random broken stacks in some projects, and how to see that nothing that was written of them holds a secret. */

const STACKS = 2_000
const PROJECTS = 4
const EACH = STACKS / PROJECTS

const all = secretStacks(STACKS, 1_717)

export const nameOf = (index: number): string => `stacks/s${String(index).padStart(4, '0')}.ts`

/** Some of the broken stacks: all that one project holds. */
export type Part = { readonly title: string; readonly some: ReadonlyArray<SecretStack> }

/** All 2,000, in four parts. */
export const parts: ReadonlyArray<Part> = Array.from({ length: PROJECTS }, (_, project) => ({
  title: `stacks ${project * EACH + 1} to ${(project + 1) * EACH}`,
  some: all.slice(project * EACH, (project + 1) * EACH)
}))

/** One broken stack alone. */
export const one: ReadonlyArray<SecretStack> = all.slice(0, 1)

const filesOf = (some: ReadonlyArray<SecretStack>): Readonly<Record<string, string>> =>
  Object.fromEntries(some.map(({ text }, index) => [nameOf(index), text]))

/** The stacks whose secret stands in one of the texts, each with the trace of it. */
export const leaksIn = (text: string, some: ReadonlyArray<SecretStack>): ReadonlyArray<string> =>
  some.flatMap(({ secret, what }, index) => {
    const trace = tracesOf(secret).find((each) => text.includes(each))
    return trace === undefined ? [] : [`${nameOf(index)}, ${what}: ${trace}`]
  })

/** Sees that a text holds no secret of these stacks, no path of a machine and nothing that a terminal obeys. */
export const silent = (text: string, some: ReadonlyArray<SecretStack>, where: string): void => {
  assert.equal(leaksIn(text, some), [], where)
  assert.not.match(text, /\/home\/|\/tmp\/|file:\/\//, where)
  // oxlint-disable-next-line no-control-regex
  assert.not.match(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/, where)
}

/** Beside the project: a folder inside of it would be refused. */
const stateOf = ({ root }: TempProject): string => `${root}-state`

/** Makes a project of these stacks with a place for evidence, hands it over, and removes both. */
export const inProject = (some: ReadonlyArray<SecretStack>, use: (made: TempProject) => Promise<void>): Promise<void> =>
  inTempProject(filesOf(some), async (made) => {
    fs.mkdirSync(stateOf(made), { mode: 0o700 })
    try {
      await use(made)
    } finally {
      fs.rmSync(stateOf(made), { recursive: true, force: true })
    }
  })

/** Sees that a command writes nothing of these stacks to its two streams. */
export const runSilently = async (
  made: TempProject,
  some: ReadonlyArray<SecretStack>,
  [command, ...args]: readonly ['emit' | 'status' | 'review', ...args: ReadonlyArray<string>]
): Promise<Ended> => {
  const ended = await runCommand(command, args, { cwd: made.root, env: { XDG_STATE_HOME: stateOf(made) } })
  const where = [command, ...args].join(' ')
  silent(ended.stdout.replaceAll(made.root, ''), some, `${where}, stdout`)
  silent(ended.stderr.replaceAll(made.root, ''), some, `${where}, stderr`)
  return ended
}

const never = (): never => {
  throw new Error('a refused stack asks for nothing')
}

/** Ports of a run that ends before it needs them: each use of another one is a fault. */
export const only = <A extends object>(given: Partial<A>): A =>
  new Proxy(given, { get: (of, name) => (name in of ? of[name as keyof A] : never) }) as A

/** A terminal that keeps what is said. */
export const terminalTo = (said: Array<string>): Terminal => {
  const say = (text: string): void => void said.push(text)
  return { out: say, err: say, paintOut: plain, paintErr: plain }
}

type Refused = {
  readonly root: string
  readonly source: string
  readonly stack: SecretStack
  /** What every command needs to see that the stack is refused. */
  readonly shared: {
    readonly stackEvaluator: StackEvaluator
    readonly outputFiles: ReturnType<typeof outputFiles>
    readonly variables: Readonly<Record<string, never>>
  }
}

/** Hands over each of these stacks that is refused, which are nearly all. They are evaluated once. */
export const eachRefused = (some: ReadonlyArray<SecretStack>, use: (one: Refused) => Promise<void>): Promise<void> =>
  inTempProject(filesOf(some), async ({ root }) => {
    const sources = some.map((_, index) => nameOf(index))
    const emissions = await evaluatorWith({ patienceSeconds: 30 }).emitAll(root, sources)()
    const stackEvaluator: StackEvaluator = { emitAll: () => async () => emissions }
    const shared = { stackEvaluator, outputFiles: outputFiles(), variables: {} }
    const refused = some.flatMap((stack, index) =>
      emissions[index]?.file._tag === 'Left' ? [{ root, source: nameOf(index), stack, shared }] : []
    )
    assert.ok(refused.length > some.length * 0.97, `${refused.length} of ${some.length} are refused`)
    for (const each of refused) await use(each)
  })

/** A run of the guard that a broken stack refuses. */
export const refusedGuard = (project: TempProject, source: string, preload?: string): Promise<Ended> => {
  const env = { XDG_STATE_HOME: stateOf(project), AWS_ACCESS_KEY_ID: undefined }
  return runCommand('tofu', [source, 'plan'], { cwd: project.root, env, ...(preload === undefined ? {} : { preload }) })
}

/** All evidence that was stored of a project. */
export const evidenceIn = (project: TempProject): string =>
  fs
    .readdirSync(stateOf(project), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => fs.readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
    .join('\n')
