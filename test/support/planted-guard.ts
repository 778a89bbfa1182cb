import * as E from 'fp-ts/lib/Either.js'
import { plain } from '../../src/command-line/terminal.ts'
import type { GuardCommand } from '../../src/commands/guard/commands.ts'
import { guardRun, onceStored, recordedRun } from '../../src/commands/guard/run.ts'
import { type GuardWorld, guardWorld } from './guard-world.ts'
import { digest } from './kinds.ts'
import { type Change, plantedPorts } from './planted-ports.ts'

/** What is around a run: what its command is, and what is set in its world before it. */
export type Around = readonly [command: GuardCommand, act?: (context: GuardWorld) => void]

/** The project's own code, and what is told to. */
const own = new Set(['judge', 'sha256', 'clock', 'tell', 'note', 'person.isThere'])

/** An answer as a text, to tell two apart. */
const textOf = (value: unknown): string =>
  JSON.stringify([value], (_, one: unknown) =>
    one instanceof Map ? [...one] : one instanceof Uint8Array ? new TextDecoder().decode(one) : one
  )

/**
 * All that a run of the guard tells where one answer of one port is changed: the screen, the questions and the documents of
 * the evidence. An apply has its plan before it.
 */
export const toldByGuard = async ([command, act]: Around, change?: Change) => {
  const context = guardWorld()
  const told: Array<string> = []
  const write = (text: string): void => void told.push(text)
  const terminal = { out: write, err: write, paintOut: plain, paintErr: plain }
  const evidence = {
    write: (_: string | null, name: string, document: string) => async () => {
      write(document)
      return Promise.resolve(E.right(name))
    }
  }
  const recording = { evidence, newId: () => 'id', program: digest<'the program'>('b'.repeat(64)), isSandbox: false }
  const run = async (of: GuardCommand, given: GuardWorld['ports']): Promise<void> => {
    const ports = { ...given, ...recording }
    const work = onceStored(terminal, (begun) => guardRun(ports, terminal, begun, context.of(of)))
    const named = { command: of, stack: 'staging-eu' }
    await recordedRun(ports, terminal, { interrupted: async () => undefined }, named, work)().catch(
      (error: unknown) => {
        if (!(error instanceof Error)) throw error
      }
    )
  }
  if (command === 'apply') await run('plan', context.ports)
  act?.(context)
  const { ports, met, where } = plantedPorts(context.ports, own, change)
  await run(command, ports)
  context.close()
  const answers = met().map((answer) => ({ ...answer, text: textOf(answer.value).replaceAll(context.root, '') }))
  return { lines: [...told, ...context.questions].flatMap((text) => text.split('\n')), met: answers, where: where() }
}
