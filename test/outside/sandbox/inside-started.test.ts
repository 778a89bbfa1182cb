import * as E from 'fp-ts/lib/Either.js'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sandboxEnvironment } from '../../../src/outside/sandbox/environment.ts'
import { inside } from '../../../src/outside/sandbox/inside.ts'
import type { Inside, World } from '../../../src/outside/sandbox/world.port.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'
import { sandboxStack, sandboxWorld } from '../../support/sandbox-stack.ts'

type Place = { root: string; world: World }
const test = suite<Place>('how a line is run in a sandbox')

const stack = { ...sandboxStack, person: null, via: { operator: 'arn:via', automation: null } }

test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-inside-')))
  mkdirSync(join(place.root, 'project/stacks'), { recursive: true })
  const keys = { '111122223333': 'AKIAOWN', '999988887777': 'AKIAFOREIGN' }
  place.world = { ...sandboxWorld(place.root, [stack]), keys }
})
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }))

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'given' }

/** Does something, with a console that gives credentials; each line ends as it is said. */
const done = async (world: World, use: (of: Inside) => Promise<unknown>, line: Ending = {}) => {
  const outcomes: Array<unknown> = []
  const started = await startedBy(
    ({ args, options }) => {
      if (!args.some((arg) => arg.endsWith('console.py'))) return line
      const [, stdout = 1] = (options as { readonly stdio: ReadonlyArray<number> }).stdio
      writeSync(stdout, JSON.stringify(CREDENTIALS))
      return {}
    },
    async () => outcomes.push(await use(inside(world, stack)))
  )
  return { started, outcome: outcomes[0] }
}

test('a line is typed at a terminal of its own, in the copy, in an environment of the sandbox alone', async ({
  root,
  world
}) => {
  const { started, outcome } = await done(world, (of) => of.run('npm run emit', 'operator', [['?', 'y']], false)(), {
    stdout: 'said',
    code: 3
  })
  assert.equal(outcome, E.right({ code: 3, screen: 'said' }))
  const env = { ...sandboxEnvironment(world, 'staging-eu', 'operator', CREDENTIALS, process.env), TERM: 'dumb' }
  assert.equal(started.slice(1), [
    {
      by: 'spawn',
      file: 'in',
      args: [
        ...['it', '/venv/python', '/files/at-terminal.py', '[["?","y"]]'],
        ...['bash', '--noprofile', '--norc', '-c', ". '/files/rc.bash'; npm run emit"]
      ],
      options: { cwd: join(root, 'project'), env, stdio: ['ignore', 'pipe', 'inherit'] }
    }
  ])
  const killed = await done(world, (of) => of.run('x', 'operator', [], false)(), { signal: 'SIGKILL' })
  assert.equal(killed.outcome, E.right({ code: 1, screen: '' }))
})

test('by hand it is this terminal: one line, or a shell without one; a session is asked for once', async ({
  root,
  world
}) => {
  const { started, outcome } = await done(
    world,
    async (of) => {
      const first = await of.byHand('npm run emit', 'operator')()
      return [first, await of.byHand(undefined, 'operator')()]
    },
    { code: 4 }
  )
  assert.equal(outcome, [E.right(4), E.right(4)])
  const env = sandboxEnvironment(world, 'staging-eu', 'operator', CREDENTIALS, process.env)
  const options = { cwd: join(root, 'project'), env, stdio: 'inherit' }
  assert.equal(started.slice(1), [
    {
      by: 'spawn',
      file: 'in',
      args: ['it', 'bash', '--noprofile', '--norc', '-c', ". '/files/rc.bash'; npm run emit"],
      options
    },
    { by: 'spawn', file: 'in', args: ['it', 'bash', '--noprofile', '--rcfile', '/files/rc.bash', '-i'], options }
  ])
  const killed = await done(world, (of) => of.byHand('x', 'operator')(), { signal: 'SIGINT' })
  assert.equal(killed.outcome, E.right(1))
})

/** Ends the one tofu of these processes, and gives what was killed and the outcome. */
const ended = async (world: World, processes: string) => {
  const before = Object.getOwnPropertyDescriptor(process, 'kill')
  const kills: Array<readonly [number, string]> = []
  Object.assign(process, { kill: (pid: number, signal: string) => kills.push([pid, signal]) })
  try {
    const { started, outcome } = await done(world, (of) => of.killTofu(), { stdout: processes })
    return { started, outcome, kills }
  } finally {
    Object.defineProperty(process, 'kill', before ?? {})
  }
}

test('the one tofu that applies a plan in the sandbox is killed, and its provider with it', async ({ root, world }) => {
  const tofu = `  71 /t/tofu -chdir=${root}/project/out/a apply ${root}/plan.tfplan`
  const others = [
    `  72 /t/tofu -chdir=${root}/project/out/a plan -out=${root}/plan.tfplan`,
    `  73 /t/tofu -chdir=${root}x/project/out/a apply ${root}x/plan.tfplan`,
    `  74 /t/tofu -chdir=${root}/project/out/a apply`
  ]
  const { started, outcome, kills } = await ended(world, [...others, tofu].join('\n'))
  assert.equal(outcome, E.right(undefined))
  assert.equal(kills, [
    [71, 'SIGKILL'],
    [-71, 'SIGKILL']
  ])
  assert.equal(started, [
    { by: 'execFileSync', file: 'ps', args: ['-A', '-ww', '-o', 'pid=,args='], options: { encoding: 'utf8' } }
  ])
  for (const none of [others.join('\n'), `${tofu}\n${tofu.replace('71', '75')}`])
    assert.equal(await ended(world, none).then(({ outcome: found, kills: all }) => [found, all]), [
      E.left('there is not one tofu that applies'),
      []
    ])
})

test.run()
