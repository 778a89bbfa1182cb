import * as TE from 'fp-ts/lib/TaskEither.js'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cliConfiguration } from '../stand-in/provider-mirror.ts'
import { type Moto, startMoto } from '../stand-in/stand-in.ts'
import { type StandInTools, standInTools } from '../stand-in/tools.ts'
import { copyCommitted, uncommitted } from './copy.ts'
import { atConsole, roleOf } from './inside.ts'
import type { SandboxStack, World } from './world.port.ts'

/** What a sandbox is opened of. */
export type Opening = {
  readonly project: string
  readonly checkout: string
  readonly isOffline: boolean
  /** Where it is kept for the next time; none where it is removed at the end. */
  readonly keptIn: string | undefined
  readonly tell: (line: string) => void
  /** The stacks of a copy that the sandbox is for. */
  readonly stacksIn: (copy: string) => Promise<ReadonlyArray<SandboxStack>>
  /** Hears how to undo all of it, from the first moment on. */
  readonly keep: (undo: () => Promise<void>) => void
}

/** A sandbox that is open. It ends with this process at the latest. */
export type Opened = {
  readonly world: World
  /** Ends all of it; what is not kept is removed. */
  readonly close: () => Promise<void>
}

const FOREIGN = ['999988887777', '999988887776', '999988887775']

const folderOf = (keptIn: string | undefined): string => {
  if (keptIn === undefined) return mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-sandbox-'))
  mkdirSync(keptIn, { recursive: true, mode: 0o700 })
  return realpathSync(keptIn)
}

/** Whoever ends what is left, and removes the folder, when this process is gone, however it went. */
const janitorOf = (python: string, files: string, folder: string, isKept: boolean): ChildProcess =>
  spawn(python, [join(files, 'janitor.py'), folder, ...(isKept ? ['keep'] : [])], {
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true
  })

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('close', () => resolve())
    child.stdin?.end()
  })

const worldOf = (
  folder: string,
  checkout: string,
  tools: StandInTools,
  moto: Moto,
  stacks: ReadonlyArray<SandboxStack>,
  foreign: string
): World => ({
  folder,
  checkout,
  files: tools.files,
  python: tools.python,
  tofu: tools.tofu,
  proxy: moto.proxy,
  authority: moto.authority,
  stacks,
  keys: moto.keys,
  foreign
})

const peopled = async (world: World): Promise<void> => {
  const roles = world.stacks.flatMap((stack) => [
    [stack.account, stack.bootstrap],
    [stack.account, roleOf(world, stack, 'stranger')],
    [world.foreign, roleOf(world, stack, 'other-account')],
    ...stack.trusted.map((arn) => [stack.account, arn])
  ])
  const once = new Map(roles.map(([account = '', arn = '']) => [arn, account]))
  for (const account of new Set(once.values())) {
    const arns = [...once].filter(([arn, of]) => of === account && arn.includes(':role/')).map(([arn]) => arn)
    await atConsole(world, account, 'roles', { arns })
  }
}

/** Opens a sandbox: copies, finds or makes the tools, starts the stand-in and peoples its accounts. */
const open = async (opening: Opening): Promise<Opened> => {
  const { project, checkout, isOffline, keptIn, tell, stacksIn, keep } = opening
  const folder = folderOf(keptIn)
  const files = join(checkout, 'src/outside/stand-in/files')
  const home = join(folder, 'home')
  const copy = join(folder, 'project')
  const undo: Array<() => Promise<void>> = [
    () => Promise.resolve(keptIn === undefined ? rmSync(folder, { recursive: true, force: true }) : undefined)
  ]
  const close = async (): Promise<void> => {
    for (const one of undo.toReversed()) await one()
    undo.length = 0
  }
  keep(close)
  try {
    mkdirSync(home, { recursive: true })
    const isNew = !existsSync(join(copy, '.git'))
    if (isNew) {
      for (const line of uncommitted(project, home)) tell(`not in the copy, since it is not committed: ${line.trim()}`)
      mkdirSync(copy, { recursive: true })
      copyCommitted(project, copy, checkout, home)
    }
    const stacks = await stacksIn(copy)
    const tools = await standInTools(
      files,
      stacks.map(({ awsProvider }) => awsProvider),
      { isOffline, tell }
    )
    const janitor = janitorOf(tools.python, files, folder, keptIn !== undefined)
    undo.push(() => gone(janitor))
    const foreign = FOREIGN.find((account) => stacks.every((stack) => stack.account !== account)) ?? ''
    const [first = foreign, ...others] = new Set(stacks.map(({ account }) => account))
    const kept = keptIn === undefined ? {} : { kept: join(folder, 'accounts') }
    const moto = await startMoto(tools, { accounts: [first, ...others, foreign], folder: join(folder, 'aws'), ...kept })
    undo.push(moto.stop)
    tell(`accounts ${[first, ...others].join(', ')}, each on this machine alone`)
    const world = worldOf(folder, checkout, tools, moto, stacks, foreign)
    for (const { name, awsProvider } of stacks)
      writeFileSync(join(folder, `${name}.tfrc`), cliConfiguration(tools.mirrors.get(awsProvider) ?? ''))
    writeFileSync(join(folder, 'world.json'), JSON.stringify(world), { mode: 0o600 })
    await peopled(world)
    return { world, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens a sandbox; whoever opens it closes it. The failure is a sentence. */
export const openSandbox = (opening: Opening): TE.TaskEither<string, Opened> =>
  TE.tryCatch(
    () => open(opening),
    (error) => (error instanceof Error ? error.message : String(error))
  )
