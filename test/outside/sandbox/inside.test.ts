import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sandboxEnvironment } from '../../../src/outside/sandbox/environment.ts'
import { inside, roleOf } from '../../../src/outside/sandbox/inside.ts'
import type { Inside, Who, World } from '../../../src/outside/sandbox/world.port.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'
import { role, sandboxStack as stack, sandboxWorld, user } from '../../support/sandbox-stack.ts'

type Place = { root: string; world: World }
const test = suite<Place>('what can be done in a sandbox, and what its console is asked')

test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-in-')))
  for (const path of ['aws', 'project/stacks']) fs.mkdirSync(join(place.root, path), { recursive: true })
  place.world = sandboxWorld(place.root)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const stdoutOf = ({ options }: Started): number => (options as { readonly stdio: readonly [string, number] }).stdio[1]

/** Does something, with a console that answers so; gives what it was asked. */
const done = async <A>(
  world: World,
  use: (of: Inside) => Promise<A>,
  answer: unknown = { AWS_ACCESS_KEY_ID: 'given' },
  line: Ending = {},
  of = stack
) => {
  const outcomes: Array<A> = []
  const started = await startedBy(
    (one) => {
      if (!one.args.some((arg) => arg.endsWith('console.py'))) return line
      fs.writeSync(stdoutOf(one), JSON.stringify(answer))
      return {}
    },
    async () => outcomes.push(await use(inside(world, of)))
  )
  return { started, outcome: outcomes[0] as A }
}

const askedIn = (started: ReadonlyArray<Started>): ReadonlyArray<unknown> =>
  started.map(({ args, options }) => {
    const { AWS_ACCESS_KEY_ID: key } = (options as { readonly env: NodeJS.ProcessEnv }).env
    return [...args.slice(-2, -1), JSON.parse(args.at(-1) ?? ''), key]
  })

test('the console is asked in the network of the sandbox, as the administrator, and its answer is given', async ({
  root,
  world
}) => {
  const { started, outcome } = await done(world, (of) => of.console('look', { at: 'this' })(), { found: [1] })
  assert.equal(outcome, E.right({ found: [1] }))
  const administrator = {
    AWS_ACCESS_KEY_ID: 'key-of-1',
    AWS_SECRET_ACCESS_KEY: 'known-to-the-stand-in-alone'
  }
  const [{ file, args, options } = { file: '', args: [], options: {} }, ...others] = started
  assert.equal([file, args, others], ['in', ['it', '/venv/python', '/files/console.py', 'look', '{"at":"this"}'], []])
  const { cwd, env, timeout } = options as Readonly<Record<string, unknown>>
  assert.equal(
    { cwd, env, timeout },
    { cwd: root, env: sandboxEnvironment(world, '', '', administrator, process.env), timeout: 600_000 }
  )
  const strange = { ...stack, account: '444455556666' }
  const unknown = await done(world, (of) => of.console('look', {})(), null, {}, strange)
  assert.equal(askedIn(unknown.started), [['look', {}, '']])
})

test('a console that fails is told in its words, without the space around them', async ({ world }) => {
  const said: Array<unknown> = []
  await startedBy(
    (one) => {
      fs.writeSync(stdoutOf(one), 'AccessDenied: no\n\n')
      return { code: 2 }
    },
    async () => said.push(await inside(world, stack).console('look', {})())
  )
  assert.equal(said, [E.left('in it /venv/python /files/console.py look {} ended with 2\nAccessDenied: no')])
})

/** What the console is asked for the credentials of each, and by whose key. */
const questions: Readonly<Record<Who, readonly [action: string, parameters: object, key: string]>> = {
  bootstrap: ['assume', { arn: role('Bootstrap'), via: null }, 'key-of-1'],
  operator: ['assume', { arn: role('Operator'), via: user }, 'key-of-1'],
  automation: ['assume', { arn: role('Automation'), via: null }, 'key-of-1'],
  person: ['sign_in', { arn: user }, 'key-of-1'],
  stranger: ['assume', { arn: role('SomebodyElse'), via: null }, 'key-of-1'],
  'other-account': ['assume', { arn: role('ZentheaFoundationBootstrap', '999988887777'), via: null }, 'key-of-9']
}
test('each principal signs in once, in their own account and as their own role', async ({ world }) => {
  const all = Object.keys(questions) as ReadonlyArray<Who>
  const { started, outcome } = await done(world, async (of) => {
    const given = []
    for (const who of [...all, ...all]) given.push(await of.credentials(who)())
    return given
  })
  assert.equal(
    outcome,
    [...all, ...all].map(() => E.right({ AWS_ACCESS_KEY_ID: 'given' }))
  )
  assert.equal(askedIn(started), Object.values(questions))
})

test('an automation role that a user assumes is assumed by way of that user, and no other role is', async ({
  world
}) => {
  const both = { ...stack, via: { operator: null, automation: user } }
  const { started } = await done(
    world,
    async (of) => {
      for (const who of ['operator', 'automation', 'bootstrap', 'stranger'] as const) await of.credentials(who)()
    },
    {},
    {},
    both
  )
  assert.equal(
    askedIn(started).map((one) => (one as ReadonlyArray<{ via: unknown }>)[1]?.via),
    [null, user, null, null]
  )
})

test('after the handover the bootstrap principal is the next owner, who signs in anew', async ({ world }) => {
  const next = role('admins/ZentheaNextOwner')
  const { started } = await done(world, async (of) => {
    await of.credentials('bootstrap')()
    await of.write('stacks/staging-eu.ts', `  bootstrapPrincipal: '${next}x'`)()
    assert.is(roleOf(world, stack, 'bootstrap'), role('Bootstrap'))
    await of.write('stacks/staging-eu.ts', `  bootstrapPrincipal: '${next}'`)()
    assert.is(roleOf(world, stack, 'bootstrap'), next)
    await of.credentials('bootstrap')()
    await of.credentials('bootstrap')()
  })
  assert.equal(askedIn(started), [
    ['assume', { arn: role('Bootstrap'), via: null }, 'key-of-1'],
    ['assume', { arn: next, via: null }, 'key-of-1']
  ])
})

test('where the stack file is gone from the copy, the bootstrap principal is the first one', async ({ world }) => {
  const of = inside(world, stack)
  await of.write('stacks/staging-eu.ts', `bootstrapPrincipal: '${role('admins/ZentheaNextOwner')}'`)()
  fs.rmSync(join(world.folder, 'project/stacks'), { recursive: true })
  assert.is(roleOf(world, stack, 'bootstrap'), role('Bootstrap'))
})

test('a role that is not there yet, and a stack that trusts no user, are told with what to type', async ({ world }) => {
  const none = await done(world, (of) => of.credentials('operator')(), null)
  assert.equal(none.outcome, E.left('staging-eu has no operator role yet: day 0 makes it. Type: tour --yes'))
  const rolesAlone = await done(world, (of) => of.credentials('person')(), {}, {}, { ...stack, person: null })
  assert.equal(
    rolesAlone.outcome,
    E.left('staging-eu trusts roles alone, so no user of this account assumes a role of it')
  )
  assert.equal(rolesAlone.started, [])
})

test('a line is shown while it runs unless it is not to be, and nothing is typed where nothing is said', async ({
  world
}) => {
  const shown: Array<string> = []
  const { stdout } = process
  const before = Object.getOwnPropertyDescriptor(stdout, 'write')
  const runs = async (isShown?: boolean) => {
    Object.assign(stdout, { write: (text: string) => shown.push(text) > 0 })
    try {
      return await done(
        world,
        (of) => (isShown === undefined ? of.run('x', 'operator') : of.run('x', 'operator', [], isShown))(),
        {},
        { stdout: 'on the screen' }
      )
    } finally {
      if (before === undefined) Reflect.deleteProperty(stdout, 'write')
      else Object.defineProperty(stdout, 'write', before)
    }
  }
  const first = await runs()
  assert.equal(first.outcome, E.right({ code: 0, screen: 'on the screen' }))
  assert.equal(first.started.at(-1)?.args.slice(2, 4), ['/files/at-terminal.py', '[]'])
  await runs(false)
  assert.is(shown.join(''), 'on the screen')
})

test('a shell that cannot be started is told in the words of the system', async ({ world }) => {
  const error = new Error('spawn in ENOENT')
  const ran = await done(world, (of) => of.run('x', 'operator', [], false)(), {}, { error })
  assert.equal(ran.outcome, E.left('spawn in ENOENT'))
  const byHand = await done(world, (of) => of.byHand('x', 'operator')(), {}, { error })
  assert.equal(byHand.outcome, E.left('spawn in ENOENT'))
  const strange = await done(world, (of) => of.run('x', 'operator')(), null)
  assert.equal(strange.outcome, E.left('staging-eu has no operator role yet: day 0 makes it. Type: tour --yes'))
})

test('files of the copy are read and written, with the folders above them', async ({ root, world }) => {
  const of = inside(world, stack)
  assert.equal([of.world, of.stack], [world, stack])
  assert.equal(await of.write('a/new/file.txt', 'ä\n')(), E.right(undefined))
  assert.is(fs.readFileSync(join(root, 'project/a/new/file.txt'), 'utf8'), 'ä\n')
  assert.equal(await of.read('a/new/file.txt')(), E.right('ä\n'))
  const none = await of.read('nowhere')()
  assert.match(E.isLeft(none) ? none.left : '', /^ENOENT/)
})

test('what happens on the way to AWS is said by files beside the recording', async ({ root, world }) => {
  const { way } = inside(world, stack)
  const at = (name: string): string | undefined =>
    fs.existsSync(join(root, 'aws', name)) ? fs.readFileSync(join(root, 'aws', name), 'utf8') : undefined
  way.hold('PUT /a')()
  assert.is(at('hold'), 'PUT /a')
  fs.writeFileSync(join(root, 'aws/held'), '.')
  assert.equal(await way.held(), E.right(undefined))
  way.release()
  assert.is(at('hold'), undefined)
  way.hold('PUT /b')()
  assert.is(at('held'), undefined, 'what was held before')
  way.cutAt('GET /c')()
  way.expireAt('GET /d')()
  assert.equal([at('cut-at'), at('expire-at')], ['GET /c', 'GET /d'])
  way.mend()
  assert.is(at('cut-at'), undefined)
})

test.run()
