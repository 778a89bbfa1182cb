import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Helper, NotReady, startHelper } from '../stand-in/helper.ts'
import { cliConfiguration } from '../stand-in/provider-mirror.ts'
import { type Moto, startMoto } from '../stand-in/stand-in.ts'
import { type StandInTools, standInTools } from '../stand-in/tools.ts'
import { onPath } from '../stand-in/on-path.ts'
import { copyCommitted, uncommitted } from './copy.ts'
import { temporaryOf } from './environment.ts'
import { startJudge } from './judge.ts'
import { keptFolder } from './kept.ts'
import { makeNetwork } from '../stand-in/network.ts'
import { atConsole, roleOf } from './inside.ts'
import { type SandboxStack, type World, nextOwner } from './world.port.ts'

/** What a sandbox is opened of. */
export type Opening = {
  readonly project: string
  readonly checkout: string
  readonly isOffline: boolean
  /** Where one of these stacks is kept. */
  readonly keptIn: string
  /** Whether it is kept for the next time; one that was kept is, until it is reset. */
  readonly isKept: boolean
  /** Whether one that was kept is removed first. */
  readonly isReset: boolean
  readonly tell: (line: string) => void
  /** The stacks of a copy that the sandbox is for. */
  readonly stacksIn: (copy: AbsolutePath) => Promise<ReadonlyArray<SandboxStack>>
  /** Hears how to undo all of it, from the first moment on. */
  readonly keep: (undo: () => Promise<void>) => void
}

/** A sandbox that is open. It ends with this process at the latest. */
export type Opened = {
  readonly world: World
  readonly isKept: boolean
  /** Ends all of it; what is not kept is removed. */
  readonly close: () => Promise<void>
}

/** Where the programs of the stand-in lie. */
const filesOf = ({ checkout }: Opening): string => join(checkout, 'src/outside/stand-in/files')

const FOREIGN = ['999988887777', '999988887776', '999988887775']

const temporaryFolder = (): string => join(realpathSync(tmpdir()), `sandbox-${randomBytes(4).toString('hex')}`)

/**
 * Ends what is left and removes the folder when this process is gone, however it went. It is there before the folder is;
 * where there is no Python for it there is no stand-in either.
 */
const janitorOf = async (opening: Opening, folder: string, isKept: boolean): Promise<Helper> => {
  const args = [join(filesOf(opening), 'janitor.py'), folder, ...(isKept ? ['keep'] : [])]
  const what = 'the process that clears a sandbox away'
  try {
    // It says that it is ready when it hears no signal but the end of this process.
    return await startHelper({ what, command: [onPath('python3') ?? 'python3', args], tell: opening.tell })
  } catch (error) {
    if (error instanceof NotReady) throw error
    throw new Error('python3 is not on PATH: put Python 3.10 or later there')
  }
}

const worldOf = (
  folder: string,
  checkout: string,
  tools: StandInTools,
  moto: Moto,
  rest: Pick<World, 'stacks' | 'foreign' | 'isEnforced' | 'within'>
): World => ({
  folder,
  checkout,
  files: tools.files,
  python: tools.python,
  tofu: tools.tofu,
  proxy: moto.proxy,
  authority: moto.authority,
  keys: moto.keys,
  ...rest
})

const peopled = async (world: World): Promise<void> => {
  const roles = world.stacks.flatMap((stack) => [
    [stack.account, stack.bootstrap],
    [stack.account, nextOwner(stack)],
    [stack.account, roleOf(world, stack, 'stranger')],
    [world.foreign, roleOf(world, stack, 'other-account')],
    ...stack.trusted.map((arn) => [stack.account, arn])
  ])
  const once = new Map(roles.map(([account = '', arn = '']) => [arn, account]))
  for (const account of new Set(once.values())) {
    const arns = [...once].filter(([arn, of]) => of === account && arn.includes(':role/')).map(([arn]) => arn)
    const administrators = world.stacks.flatMap((stack) => [
      stack.bootstrap,
      nextOwner(stack),
      roleOf(world, stack, 'other-account')
    ])
    await atConsole(world, account, 'roles', { arns, administrators })
  }
  for (const { account, person } of world.stacks)
    if (person !== null) await atConsole(world, account, 'users', { arns: [person] })
}

/** Opens a sandbox: copies, finds or makes the tools, starts the stand-in and peoples its accounts. */
const open = async (opening: Opening): Promise<Opened> => {
  const { project, checkout, isOffline, tell, stacksIn, keep } = opening
  const { folder: keptIn, leave } = await keptFolder(opening)
  const folder = keptIn ?? temporaryFolder()
  const files = filesOf(opening)
  const home = join(folder, 'home')
  const copy = join(folder, 'project')
  const undo: Array<() => Promise<void>> = [leave]
  let closing = Promise.resolve()
  /** Asked again while it is closing, it waits too. A signal and the end of the shell come together. */
  const close = (): Promise<void> =>
    (closing = closing.then(async () => {
      for (const one of undo.splice(0).toReversed()) await one()
    }))
  keep(close)
  try {
    const janitor = await janitorOf(opening, folder, keptIn !== undefined)
    undo.push(janitor.stop)
    mkdirSync(folder, { recursive: keptIn !== undefined, mode: 0o700 })
    for (const path of [home, temporaryOf(folder)]) mkdirSync(path, { recursive: true, mode: 0o700 })
    // What sets it up leaves nothing elsewhere either, and is known by this where it outlives this process.
    process.env['TMPDIR'] = temporaryOf(folder)
    const isNew = !existsSync(join(copy, '.git'))
    if (isNew) {
      for (const line of uncommitted(project)) tell(`not in the copy, since it is not committed: ${line.trim()}`)
      mkdirSync(copy, { recursive: true })
      copyCommitted(project, copy, checkout, home)
    }
    const stacks = await stacksIn(absolutePath(copy))
    const tools = await standInTools(
      files,
      stacks.map(({ awsProvider }) => awsProvider),
      { isOffline, tell }
    )
    const foreign = FOREIGN.find((account) => stacks.every((stack) => stack.account !== account)) ?? ''
    const [first = foreign, ...others] = new Set(stacks.map(({ account }) => account))
    const kept = keptIn === undefined ? {} : { kept: join(folder, 'accounts') }
    // Nothing is fetched from here on.
    const network = await makeNetwork(tools.python, files, folder, tell)
    if (network !== undefined) undo.push(network.stop)
    const within = network?.within ?? []
    const judge = await startJudge(checkout, folder, within, tell)
    if (judge !== undefined) undo.push(judge.stop)
    const moto = await startMoto(tools, {
      accounts: [first, ...others, foreign],
      folder: join(folder, 'aws'),
      within,
      ...kept,
      ...(judge === undefined ? {} : { judge: judge.port })
    })
    undo.push(moto.stop)
    tell(`accounts ${[first, ...others].join(', ')}, each on this machine alone`)
    const world = worldOf(folder, checkout, tools, moto, { stacks, foreign, isEnforced: judge !== undefined, within })
    for (const { name, awsProvider } of stacks)
      writeFileSync(join(folder, `${name}.tfrc`), cliConfiguration(tools.mirrors.get(awsProvider) ?? ''))
    writeFileSync(join(folder, 'world.json'), JSON.stringify({ ...world, within: [] }), { mode: 0o600 })
    await peopled(world)
    return { world, isKept: keptIn !== undefined, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens a sandbox; the caller closes it. The failure is a sentence. */
export const openSandbox = (opening: Opening): TE.TaskEither<string, Opened> =>
  TE.tryCatch(
    () => open(opening),
    (error) => (error instanceof Error ? error.message : String(error))
  )
