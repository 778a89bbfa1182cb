import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun } from '../stand-in/run-command.ts'
import { wayIn } from '../stand-in/stand-in.ts'
import { sandboxEnvironment } from './environment.ts'
import { commandWithin } from '../stand-in/network.ts'
import { type Inside, type Ran, type SandboxStack, type Typing, type Who, type World, nextOwner } from './world.port.ts'

const sentence = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim()

const attempt = <A>(does: () => Promise<A>): TE.TaskEither<string, A> => TE.tryCatch(does, sentence)

/** The administrator of an account, who needs no session: only the stand-in knows this key. */
const administrator = ({ keys }: World, account: string): Readonly<Record<string, string>> => ({
  AWS_ACCESS_KEY_ID: keys[account] ?? '',
  AWS_SECRET_ACCESS_KEY: 'known-to-the-stand-in-alone'
})

/** Does something in an account as its administrator would in the console; throws with AWS's own words. */
export const atConsole = async (
  world: World,
  account: string,
  action: string,
  parameters: object
): Promise<unknown> => {
  const env = sandboxEnvironment(world, '', '', administrator(world, account), process.env)
  const args = [join(world.files, 'console.py'), action, JSON.stringify(parameters)]
  const around = { cwd: world.folder, env }
  return JSON.parse(await mustRun(...commandWithin(world.within, world.python, args), around)) as unknown
}

/** The bootstrap principal that the stack's file in the copy declares: it may be handed over. */
const ownerOf = ({ folder }: World, stack: SandboxStack): string => {
  const file = join(folder, 'project', 'stacks', `${stack.name}.ts`)
  const isHandedOver = existsSync(file) && readFileSync(file).includes(`bootstrapPrincipal: '${nextOwner(stack)}'`)
  return isHandedOver ? nextOwner(stack) : stack.bootstrap
}

/** The role that each of `WHO` but the person acts as. */
export const roleOf = (world: World, stack: SandboxStack, who: Exclude<Who, 'person'>): string =>
  ({
    bootstrap: ownerOf(world, stack),
    operator: stack.operator,
    automation: stack.automation,
    stranger: `arn:aws:iam::${stack.account}:role/SomebodyElse`,
    'other-account': `arn:aws:iam::${world.foreign}:role/ZentheaFoundationBootstrap`
  })[who]

/** What the console is asked for, to get the credentials of one of `WHO`. The roles of the stack are assumed as they trust. */
const asking = (world: World, stack: SandboxStack, who: Who): readonly [action: string, parameters: object] => {
  if (who === 'person') return ['sign_in', { arn: stack.person ?? '' }]
  const via = who === 'operator' || who === 'automation' ? stack.via[who] : null
  return ['assume', { arn: roleOf(world, stack, who), via }]
}

const credentialsOf = async (world: World, stack: SandboxStack, who: Who): Promise<Record<string, string>> => {
  if (who === 'person' && stack.person === null)
    throw new Error(`${stack.name} trusts roles alone, so no user of this account assumes a role of it`)
  const account = who === 'other-account' ? world.foreign : stack.account
  const given = await atConsole(world, account, ...asking(world, stack, who))
  if (given === null) throw new Error(`${stack.name} has no ${who} role yet: day 0 makes it. Type: tour --yes`)
  return given as Record<string, string>
}

/** Runs a line in the shell of a sandbox, in a pseudo-terminal. */
const runIn = (world: World, line: string, env: NodeJS.ProcessEnv, typing: Typing, isShown: boolean): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const shell = ['bash', '--noprofile', '--norc', '-c', `. '${world.files}/rc.bash'; ${line}`]
    const args = [join(world.files, 'at-terminal.py'), JSON.stringify(typing), ...shell]
    const child = spawn(...commandWithin(world.within, world.python, args), {
      cwd: join(world.folder, 'project'),
      env: { ...env, TERM: 'dumb' },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let screen = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      screen += text
      if (isShown) process.stdout.write(text)
    })
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, screen }))
  })

/** Runs bash at a sandbox's copy on this terminal: one line, or an interactive shell where there is no line. */
const onTerminal = (world: World, line: string | undefined, env: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const rc = `${world.files}/rc.bash`
    const args =
      line === undefined ? ['--noprofile', '--rcfile', rc, '-i'] : ['--noprofile', '--norc', '-c', `. '${rc}'; ${line}`]
    const around = { cwd: join(world.folder, 'project'), env, stdio: 'inherit' } as const
    const child = spawn(...commandWithin(world.within, 'bash', args), around)
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })

/** Kills the one tofu that applies a plan below a folder, and its provider, which would go on without it. */
const killApplying = (folder: string): void => {
  const [pid, ...others] = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(' apply ') && line.includes(`${folder}/`) && line.includes('.tfplan'))
    .map((line) => Number.parseInt(line, 10))
  if (pid === undefined || others.length > 0) throw new Error('there is not one tofu that applies')
  process.kill(pid, 'SIGKILL')
  process.kill(-pid, 'SIGKILL')
}

/** What can be done in a sandbox that is open, at one of its stacks. */
export const inside = (world: World, stack: SandboxStack): Inside => {
  const at = (path: string): string => join(world.folder, 'project', path)
  const way = wayIn(join(world.folder, 'aws'))
  const sessions = new Map<string, Promise<Record<string, string>>>()
  /** A session lasts longer than this process: a principal who types several lines has one. */
  const signedIn = (who: Who): Promise<Record<string, string>> => {
    const name = who === 'bootstrap' ? roleOf(world, stack, who) : who
    const session = sessions.get(name) ?? credentialsOf(world, stack, who)
    sessions.set(name, session)
    return session
  }
  return {
    world,
    stack,
    console: (action, parameters) => attempt(() => atConsole(world, stack.account, action, parameters)),
    credentials: (who) => attempt(() => signedIn(who)),
    run: (line, as, typing = [], isShown = true) =>
      pipe(
        attempt(() => signedIn(as)),
        TE.flatMap((credentials) =>
          attempt(() =>
            runIn(world, line, sandboxEnvironment(world, stack.name, as, credentials, process.env), typing, isShown)
          )
        )
      ),
    byHand: (line, as) =>
      pipe(
        attempt(() => signedIn(as)),
        TE.flatMap((credentials) =>
          attempt(() => onTerminal(world, line, sandboxEnvironment(world, stack.name, as, credentials, process.env)))
        )
      ),
    read: (path) => attempt(() => Promise.resolve(readFileSync(at(path), 'utf8'))),
    write: (path, text) =>
      attempt(() => {
        mkdirSync(dirname(at(path)), { recursive: true })
        writeFileSync(at(path), text)
        return Promise.resolve()
      }),
    way: {
      hold: (text) => () => way.hold(text),
      held: attempt(() => way.held()),
      release: way.release,
      cutAt: (text) => () => way.cutAt(text),
      mend: way.mend,
      expireAt: (text) => () => way.expireAt(text)
    },
    killTofu: attempt(() => Promise.resolve(killApplying(world.folder)))
  }
}
