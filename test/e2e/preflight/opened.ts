import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as assert from 'uvu/assert'
import type { PreflightDocument } from '../../../src/commands/preflight/document.ts'
import { commandLine } from '../../support/command-line.ts'
import { type Ended as ChildEnded, runCommand } from '../../support/temp-project.ts'
import type { Bench } from '../bench/bench.ts'
import { type Credentials, childEnvironment } from '../bench/child-environment.ts'
import type { Ended } from '../../../src/outside/stand-in/run-command.ts'
import { type Scenario, openScenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'
import { said, succeeded } from '../bench/tofu-output.ts'
import { seedByHand } from '../life-cycle/seed-by-hand.ts'
import { type RunningTofu, startTofu } from '../life-cycle/running-tofu.ts'
import { committedProject } from './committed-project.ts'

/** What one run of preflight said, and how it ended. */
export type Said = { readonly code: number | null; readonly document: PreflightDocument }

/** A project in git that seed was run for, initialised by a real tofu; and the account that both go to. */
export type Opened = {
  readonly scenario: Scenario
  readonly bootstrap: Credentials
  /** Runs tofu in the folder of the stack; it must succeed. */
  readonly tofu: (args: ReadonlyArray<string>, as: Credentials) => Promise<Ended>
  readonly starts: (args: ReadonlyArray<string>, as: Credentials) => Promise<RunningTofu>
  /** Runs preflight as a process, with the environment of tofu; against another account where one is given. */
  readonly preflight: (as: Credentials, args?: ReadonlyArray<string>, elsewhere?: Scenario) => Promise<Said>
  /** Starts one and kills it as soon as that is so. */
  readonly killedWhen: (isSo: () => boolean, as: Credentials) => Promise<void>
  /** Runs tofu in a new folder, with this configuration; it must succeed. */
  readonly inScratch: (configuration: unknown, commands: ReadonlyArray<ReadonlyArray<string>>) => Promise<void>
  readonly close: () => Promise<void>
}

/** Opens all of it. Whoever opens it closes it. */
export const openPreflight = async (tools: Bench, stack: CommittedStack): Promise<Opened> => {
  const scenario = await openScenario(tools, stack)
  const root = dirname(scenario.folder)
  const project = join(root, 'project')
  const running: Array<RunningTofu> = []
  committedProject(project)
  const bootstrap = await scenario.assume('/ZentheaFoundationBootstrap', 'a-session')
  const seeded = await seedByHand(tools, stack, scenario, bootstrap)
  assert.is(seeded.code, 0, seeded.screen)
  const there = `-chdir=${join(project, 'out', stack.name)}`
  const environmentOf = ({ moto: { proxy, authority } }: Scenario, as: Credentials): NodeJS.ProcessEnv =>
    childEnvironment({ home: join(root, 'home'), proxy, authority, cliConfiguration: join(root, 'cli.tfrc') }, as)
  const line = (at: Scenario): ReadonlyArray<string> => [
    `stacks/${stack.name}.ts`,
    '--proxy',
    at.moto.proxy,
    '--ca-bundle',
    at.moto.authority
  ]
  const bare = Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined]))
  const tofu: Opened['tofu'] = async (args, as) => {
    const ended = await scenario.tofu([there, ...args], as)
    assert.ok(succeeded(ended), said(ended))
    return ended
  }
  return {
    scenario,
    bootstrap,
    tofu,
    starts: async (args, as) => {
      const started = await startTofu(scenario, tools.tofu, [there, ...args, '-no-color'], as)
      running.push(started)
      return started
    },
    preflight: async (as, args = [], at = scenario) => {
      const env = { ...bare, ...environmentOf(at, as), NODE_OPTIONS: process.env['NODE_OPTIONS'] }
      const ended = await runCommand('preflight', [...line(at), '--json', ...args], { cwd: project, env })
      return { code: ended.code, document: documentOf(ended) }
    },
    killedWhen: async (isSo, as) => {
      const child = spawn(process.execPath, [...commandLine('preflight'), ...line(scenario)], {
        cwd: project,
        env: { ...environmentOf(scenario, as), NODE_OPTIONS: process.env['NODE_OPTIONS'] },
        stdio: 'ignore'
      })
      const ended = new Promise((resolve) => child.once('close', resolve))
      while (child.exitCode === null && !isSo()) await new Promise((resolve) => setImmediate(resolve))
      child.kill('SIGKILL')
      await ended
    },
    inScratch: async (configuration, commands) => {
      const folder = join(root, 'scratch')
      mkdirSync(folder)
      writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration))
      for (const command of commands) {
        const ended = await scenario.tofu([`-chdir=${folder}`, ...command], bootstrap)
        assert.ok(succeeded(ended), said(ended))
      }
    },
    close: async () => {
      running.forEach(({ kill }) => kill())
      await Promise.all(running.map(({ ended }) => ended))
      await scenario.close()
    }
  }
}

const documentOf = ({ code, stdout, stderr }: ChildEnded): PreflightDocument => {
  try {
    return JSON.parse(stdout) as PreflightDocument
  } catch (cause) {
    throw new Error(`preflight ended with ${code} and no document:\n${stdout}${stderr}`, { cause })
  }
}

/** What refused, as `check id`; a check that was not run as `check not run`. */
export const refusalsOf = ({ document }: Said): ReadonlyArray<string> =>
  document.checks.flatMap(({ name, outcome, findings }) =>
    outcome === 'not run'
      ? [`${name} not run`]
      : findings.flatMap(({ id, outcome: how }) => (how === 'failed' ? [`${name} ${id}`] : []))
  )

/** The one finding of that id. */
export const findingOf = ({ document }: Said, id: string): PreflightDocument['checks'][number]['findings'][number] => {
  const found = document.checks.flatMap(({ findings }) => findings).filter((finding) => finding.id === id)
  assert.is(found.length, 1, `one finding ${id}`)
  return found[0] as (typeof found)[number]
}
