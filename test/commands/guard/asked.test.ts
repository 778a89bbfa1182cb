import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import { apply } from '../../../src/commands/guard/apply.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import { init } from '../../../src/commands/guard/init.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('what a run asks of the outside, with every argument')

const commands = { init, plan, apply }

type Seen = { readonly [key: string]: unknown }
const isRecord = (value: unknown): value is Seen => typeof value === 'object' && value !== null

/** Writes calls down: bytes as text, the folder of the run and a known environment by name, no place of this machine. */
const writer = (root: string) => {
  const environments: Array<string> = []
  const environment = (of: Seen): string => {
    const text = Object.entries(of)
      .map(([name, value]) => `${name}=${String(value)}`)
      .join(' ')
    if (!environments.includes(text)) environments.push(text)
    return `${environments.indexOf(text) + 1}: ${text}`
  }
  const plainly = (key: string, value: unknown): unknown => {
    if (isRecord(value) && value['type'] === 'Buffer') return Buffer.from(value['data'] as Array<number>).toString()
    if (isRecord(value) && 'fetched' in value) return `the folder of the run, with ${String(value['cliConfiguration'])}`
    if (isRecord(value) && key === 'environment') return environment(value)
    return typeof value === 'string' && value.startsWith('{\n  "//"') ? 'the emitted file' : value
  }
  return (step: string, args: ReadonlyArray<unknown>): ReadonlyArray<string> =>
    [step, ...args.map((arg) => `  ${JSON.stringify(arg, plainly)}`)].map((line) =>
      line
        .replaceAll(root, '…')
        .replaceAll(/zf-[A-Za-z0-9]+/g, 'run')
        .replaceAll(/[0-9a-f]{64}/g, (digest) => `${digest.slice(0, 6)}…`)
        .replaceAll(/(fileSha256\\": \\")[0-9a-f]+/g, '$1')
    )
}

/** The same functions, each call of them noted with what it was given. */
const noted = <A extends object>(
  port: string,
  functions: A,
  note: (step: string, args: ReadonlyArray<unknown>) => void
): A =>
  new Proxy(functions, {
    get: (target, name, receiver): unknown => {
      const found: unknown = Reflect.get(target, name, receiver)
      if (typeof found !== 'function') return found
      return (...args: ReadonlyArray<unknown>): unknown => {
        note(`${port}.${String(name)}`, args)
        return Reflect.apply(found, target, args)
      }
    }
  })

const asked =
  (command: GuardCommand, act: (context: GuardWorld) => void = () => undefined): Screen =>
  async () => {
    const context = guardWorld()
    if (command === 'apply') await plan(context.of('plan'))(context.ports)()
    act(context)
    const lines: Array<string> = []
    const { person, ...ports } = context.ports
    const written = writer(context.root)
    const note = (step: string, args: ReadonlyArray<unknown>): void => void lines.push(...written(step, args))
    const watched = Object.fromEntries(
      Object.entries(ports).map(([port, of]) => [
        port,
        typeof of === 'object' && port !== 'clock' && port !== 'directory' ? noted(port, of, note) : of
      ])
    )
    const outcome: E.Either<unknown, unknown> = await commands[command](context.of(command))({
      ...context.ports,
      ...watched,
      person: { isThere: person.isThere, ask: noted('person', person, note).ask }
    })()
    context.close()
    return [...lines, E.isRight(outcome) ? 'done' : 'stopped']
  }

readsAs(test, new URL('asked.txt', import.meta.url), {
  'the first init': asked('init', ({ root }) => fs.rmSync(join(root, 'project/out/staging-eu/.terraform.lock.hcl'))),
  plan: asked('plan'),
  apply: asked('apply')
})

test.run()
