import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cliConfiguration } from '../../../src/outside/stand-in/provider-mirror.ts'
import { startJudge } from '../../../src/outside/sandbox/judge.ts'
import type { Bench } from './bench.ts'
import { type Call, type Moto, startMoto } from '../../../src/outside/stand-in/stand-in.ts'
import { anyone, childEnvironment, type Credentials } from './child-environment.ts'
import { type Ended, mustRun, run } from '../../../src/outside/stand-in/run-command.ts'
import type { CommittedStack } from './stacks.ts'
import { type StateWatch, watchForState } from './state-watch.ts'

/** One stack's file alone in a folder, as an operator has it, and an AWS account of its own. */
export type Scenario = {
  /** Where main.tf.json lies. */
  readonly folder: string
  readonly moto: Moto
  /** Runs a line in a shell, such as one of the AWS CLI. */
  readonly shell: (line: string, as: Credentials) => Promise<Ended>
  /** Makes bucket and table as the file declares them. */
  readonly seed: () => Promise<void>
  /** Runs OpenTofu, or another engine, in the folder. */
  readonly tofu: (args: ReadonlyArray<string>, as?: Credentials, engine?: string) => Promise<Ended>
  /** Runs one of the Python scripts in moto/, which must succeed, and gives what it printed. */
  readonly python: (script: string, args: ReadonlyArray<string>, as?: Credentials) => Promise<string>
  /** Credentials of a role of the account, given as /path/name, made first where there is none of that name. */
  readonly assume: (role: string, session: string) => Promise<Credentials>
  /** The LockIDs that the lock table holds. */
  readonly lockIds: () => Promise<unknown>
  /** The calls that moto answered while something was done, beside its result. */
  readonly during: <A>(done: () => Promise<A>) => Promise<readonly [A, ReadonlyArray<Call>]>
  /** The state files that were in the folder at any moment. */
  readonly localStates: () => ReadonlyArray<string>
  readonly close: () => Promise<void>
}

export type Setting = {
  /** The account that answers, where it is not the stack's own. */
  readonly account?: string
  /** The file's text instead of the committed bytes. */
  readonly text?: string
  /** Whether each call of a role is judged by the policies that stand in the account, and denied where AWS would deny it. */
  readonly isEnforced?: boolean
}

/** Opens a scenario of a committed stack. Its AWS account is empty. Whoever opens it closes it. */
export const openScenario = async (bench: Bench, stack: CommittedStack, setting: Setting = {}): Promise<Scenario> => {
  const root = mkdtempSync(join(realpathSync(tmpdir()), `zenthea-${stack.name}-`))
  const folder = join(root, 'stack')
  const home = join(root, 'home')
  const cli = join(root, 'cli.tfrc')
  mkdirSync(folder)
  mkdirSync(home)
  const file = join(folder, 'main.tf.json')
  if (setting.text === undefined) copyFileSync(stack.file, file)
  else writeFileSync(file, setting.text)
  writeFileSync(cli, cliConfiguration(bench.mirrors.get(stack.awsProvider) ?? ''))
  const judge = setting.isEnforced === true ? await startJudge(checkout, root) : undefined
  if (setting.isEnforced === true && judge === undefined) throw new Error('npm ci installs what judges calls')
  const accounts = [setting.account ?? stack.account] as const
  const moto = await startMoto(bench, { accounts, folder: join(root, 'moto'), ...(judge && { judge: judge.port }) })
  const states: StateWatch = watchForState(folder)
  const around = (as: Credentials) => ({
    cwd: folder,
    env: childEnvironment({ home, proxy: moto.proxy, authority: moto.authority, cliConfiguration: cli }, as)
  })
  const python: Scenario['python'] = (script, args, as = anyone) =>
    mustRun(bench.python, [scripts(script), ...args], around(as))
  return {
    folder,
    moto,
    tofu: (args, as = anyone, engine = bench.tofu) => run(engine, args, around(as)),
    shell: (line, as) => run('sh', ['-c', line], around(as)),
    python,
    seed: async () => {
      await python('seed.py', [file])
    },
    assume: async (role, session) => JSON.parse(await python('assume_role.py', [role, session])) as Credentials,
    lockIds: async () => JSON.parse(await python('items.py', [stack.region, stack.lockTable])) as unknown,
    during: async (done) => {
      const before = moto.calls().length
      const result = await done()
      return [result, moto.calls().slice(before)]
    },
    localStates: states.seen,
    close: async () => {
      states.end()
      await moto.stop()
      await judge?.stop()
      rmSync(root, { recursive: true, force: true })
    }
  }
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url))

const scripts = (name: string): string => fileURLToPath(new URL(`moto/${name}`, import.meta.url))
