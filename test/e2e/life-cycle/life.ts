import { readFileSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import type { Bench } from '../bench/bench.ts'
import type { Credentials } from '../bench/child-environment.ts'
import type { Ended } from '../../../src/outside/stand-in/run-command.ts'
import { openScenario, type Scenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'
import { said, succeeded } from '../bench/tofu-output.ts'
import { changedStack } from './changed-stack.ts'
import { type RunningTofu, startTofu } from './running-tofu.ts'
import { seedByHand } from './seed-by-hand.ts'

/**
 * One stack from its first day on: what people do to it, and everything that they read on their terminals. Each role may do
 * what the policies in the account let it do, and no more.
 */
export type Life = {
  readonly scenario: Scenario
  /** All that was said so far. */
  readonly transcript: () => string
  readonly seed: (as: Credentials) => Promise<void>
  readonly tofu: (args: ReadonlyArray<string>, as: Credentials) => Promise<Ended>
  /** The same for a command that must succeed: what it said. */
  readonly done: (args: ReadonlyArray<string>, as: Credentials) => Promise<string>
  /** Starts a tofu that runs while others do something; `close` kills it where it still runs. */
  readonly starts: (args: ReadonlyArray<string>, as: Credentials) => Promise<RunningTofu>
  readonly close: () => Promise<void>
  /** Changes a text of the stack, on top of earlier changes, and lays what emit writes into the operator's folder. */
  readonly change: (from: string, to: string) => Promise<void>
  /** A plan while an apply on this machine holds the lock: refused, and told who holds which lock. Its id. */
  readonly meetsLock: (as: Credentials) => Promise<string>
}

const me = `${userInfo().username}@${hostname()}`

export const openLife = async (tools: Bench, stack: CommittedStack): Promise<Life> => {
  const scenario = await openScenario(tools, stack, { isEnforced: true })
  const changes: Array<readonly [string, string]> = []
  const started: Array<RunningTofu> = []
  let transcript = ''
  const heard = (text: string): void => {
    transcript += `${text}\n`
  }
  const tofu: Life['tofu'] = async (args, as) => {
    const ended = await scenario.tofu([...args, '-no-color'], as)
    heard(ended.stdout + ended.stderr)
    return ended
  }
  return {
    scenario,
    transcript: () => transcript,
    seed: async (as) => {
      const { code, screen } = await seedByHand(tools, stack, scenario, as)
      heard(screen)
      assert.is(code, 0, screen)
    },
    tofu,
    done: async (args, as) => {
      const ended = await tofu(args, as)
      assert.ok(succeeded(ended), said(ended))
      return ended.stdout
    },
    starts: async (args, as) => {
      const running = await startTofu(scenario, tools.tofu, [...args, '-no-color'], as)
      started.push(running)
      void running.ended.then(({ stdout, stderr }) => heard(stdout + stderr))
      return running
    },
    close: async () => {
      started.forEach(({ kill }) => kill())
      await Promise.all(started.map(({ ended }) => ended))
      await scenario.close()
    },
    change: async (from, to) => {
      changes.push([from, to])
      const changed = await changedStack(stack.name, changes)
      heard(changed.said)
      writeFileSync(join(scenario.folder, 'main.tf.json'), changed.emitted)
    },
    meetsLock: async (as) => {
      const item = [stack.region, stack.lockTable, `${stack.bucket}/${stack.key}`]
      const { ID } = JSON.parse(await scenario.python('lock_info.py', item)) as { readonly ID: string }
      const refused = await tofu(['plan', '-input=false'], as)
      assert.is(refused.code, 1, said(refused))
      assert.match(refused.stderr, 'Error acquiring the state lock')
      assert.match(refused.stderr, new RegExp(`ID: +${ID}\n`), 'the lock that the table holds is named')
      assert.match(refused.stderr, new RegExp(`Who: +${me}\n`), 'its holder is named')
      assert.match(refused.stderr, /Operation: +OperationTypeApply\n/, 'what the holder does is named')
      return ID
    }
  }
}

/** The path and name of the operator role that a committed file makes. */
export const operatorOf = ({ file }: CommittedStack): string => {
  const { resource } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly resource: {
      readonly aws_iam_role: { readonly operator: { readonly path: string; readonly name: string } }
    }
  }
  const { path, name } = resource.aws_iam_role.operator
  return `${path}${name}`
}
