import * as E from 'fp-ts/lib/Either.js'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inside, roleOf } from '../../../src/outside/sandbox/inside.ts'
import type { Inside, Who, World } from '../../../src/outside/sandbox/world.port.ts'
import { role, sandboxStack as stack, user } from '../../support/sandbox-stack.ts'

type Asked = { readonly action: string; readonly parameters: unknown; readonly key: string; readonly cwd: string }
type Place = { root: string; world: World; in: Inside; asked: () => ReadonlyArray<Asked> }
const test = suite<Place>('what is done in a sandbox')

const real = fileURLToPath(new URL('../../../src/outside/stand-in/files', import.meta.url))

/** A console that writes down what it is asked, and answers with credentials that name it; null while `none` is there. */
const CONSOLE = `import json, os, sys
here = os.path.dirname(os.path.abspath(__file__))
key = os.environ["AWS_ACCESS_KEY_ID"]
with open(os.path.join(here, "asked"), "a") as file:
    asked = {"action": sys.argv[1], "parameters": json.loads(sys.argv[2]), "key": key, "cwd": os.getcwd()}
    file.write(json.dumps(asked) + "\\n")
print(json.dumps(None if os.path.exists(os.path.join(here, "none")) else {"AWS_ACCESS_KEY_ID": "of-" + sys.argv[1]}))
`

test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-inside-')))
  const [folder, files] = [join(place.root, 'sandbox'), join(place.root, 'files')]
  for (const path of ['home', 't', 'aws', 'project/stacks']) fs.mkdirSync(join(folder, path), { recursive: true })
  fs.mkdirSync(files)
  for (const name of ['at-terminal.py', 'rc.bash']) fs.copyFileSync(join(real, name), join(files, name))
  fs.writeFileSync(join(files, 'console.py'), CONSOLE)
  place.asked = () =>
    fs.existsSync(join(files, 'asked'))
      ? fs
          .readFileSync(join(files, 'asked'), 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Asked)
      : []
  place.world = {
    folder,
    checkout: place.root,
    files,
    python: 'python3',
    tofu: join(place.root, 'bin/tofu'),
    proxy: 'http://127.0.0.1:1',
    authority: join(folder, 'aws/ca.pem'),
    stacks: [stack],
    keys: { '111122223333': 'key-of-1', '999988887777': 'key-of-9' },
    foreign: '999988887777',
    isEnforced: true,
    within: []
  }
  place.in = inside(place.world, stack)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const right = async <A>(task: () => Promise<E.Either<string, A>>): Promise<A> => {
  const outcome = await task()
  if (E.isLeft(outcome)) throw new Error(outcome.left)
  return outcome.right
}

test('the console is asked as the administrator of the account, in the folder of the sandbox', async (place) => {
  assert.equal(await right(place.in.console('look', { at: 'this' })), { AWS_ACCESS_KEY_ID: 'of-look' })
  assert.equal(place.asked(), [
    { action: 'look', parameters: { at: 'this' }, key: 'key-of-1', cwd: place.world.folder }
  ])
})

/** What is asked for the credentials of each, and in whose account. */
const questions: Readonly<Record<Who, Omit<Asked, 'cwd'>>> = {
  bootstrap: { action: 'assume', parameters: { arn: role('Bootstrap'), via: null }, key: 'key-of-1' },
  operator: { action: 'assume', parameters: { arn: role('Operator'), via: user }, key: 'key-of-1' },
  automation: { action: 'assume', parameters: { arn: role('Automation'), via: null }, key: 'key-of-1' },
  person: { action: 'sign_in', parameters: { arn: user }, key: 'key-of-1' },
  stranger: { action: 'assume', parameters: { arn: role('SomebodyElse'), via: null }, key: 'key-of-1' },
  'other-account': {
    action: 'assume',
    parameters: { arn: role('ZentheaFoundationBootstrap', '999988887777'), via: null },
    key: 'key-of-9'
  }
}
test('each principal signs in once, in their own account and as their own role, however often they type', async (place) => {
  for (const who of Object.keys(questions) as ReadonlyArray<Who>) {
    const given = await right(place.in.credentials(who))
    assert.equal(given, { AWS_ACCESS_KEY_ID: `of-${questions[who].action}` })
    assert.is(await right(place.in.credentials(who)), given)
  }
  assert.equal(
    place.asked().map(({ cwd: _, ...asked }) => asked),
    Object.values(questions)
  )
})

test('after the handover the bootstrap principal is the next owner, who signs in anew', async (place) => {
  await right(place.in.credentials('bootstrap'))
  const next = role('admins/ZentheaNextOwner')
  await right(place.in.write('stacks/staging-eu.ts', `bootstrapPrincipal: '${next}'`))
  assert.is(roleOf(place.world, stack, 'bootstrap'), next)
  await right(place.in.credentials('bootstrap'))
  assert.equal(
    place.asked().map(({ parameters }) => parameters),
    [
      { arn: role('Bootstrap'), via: null },
      { arn: next, via: null }
    ]
  )
})

test('a role that is not there yet, and a stack that trusts no user, are sentences with what to type', async (place) => {
  fs.writeFileSync(join(place.world.files, 'none'), '')
  assert.equal(
    await place.in.credentials('operator')(),
    E.left('staging-eu has no operator role yet: day 0 makes it. Type: tour --yes')
  )
  assert.equal(
    await inside(place.world, { ...stack, person: null }).credentials('person')(),
    E.left('staging-eu trusts roles alone, so no user of this account assumes a role of it')
  )
})

test('a line runs in bash at the copy, with the programs by their names, as who was named', async (place) => {
  const line = 'echo "$PWD $AWS_ACCESS_KEY_ID $SANDBOX_WHO $SANDBOX_STACK $TERM"; type -t preflight; exit 3'
  assert.equal(await right(place.in.run(line, 'operator', [], false)), {
    code: 3,
    screen: `${place.world.folder}/project of-assume operator staging-eu dumb\nfunction\n`
  })
})

test('what a line asks at the terminal is typed', async (place) => {
  const { screen } = await right(
    place.in.run('read -r -p "Name? " name; echo "<$name>"', 'operator', [['Name? ', 'me\n']], false)
  )
  assert.match(screen, '<me>')
})

test('what a line says is shown as it is said, unless it is for this program alone', async (place) => {
  const shown: Array<string> = []
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = (text: string | Uint8Array) => shown.push(String(text)) > 0
  try {
    await right(place.in.run('echo one', 'operator'))
    await right(place.in.run('echo two', 'operator', [], false))
  } finally {
    process.stdout.write = write
  }
  assert.is(shown.join(''), 'one\n')
})

test('a line by hand runs at the copy too, and gives its exit code', async (place) => {
  const line = 'type -t preflight > kind; echo "$PWD $SANDBOX_WHO" > where; exit 4'
  assert.is(await right(place.in.byHand(line, 'person')), 4)
  assert.is(await right(place.in.read('where')), `${place.world.folder}/project person\n`)
  assert.is(await right(place.in.read('kind')), 'function\n')
  assert.is(await right(place.in.byHand('kill -9 $$', 'person')), 1)
})

test('all that runs there is run within what encloses the sandbox', async (place) => {
  const enclosed = inside({ ...place.world, within: ['/usr/bin/env', 'AWS_ACCESS_KEY_ID=enclosed'] }, stack)
  await right(enclosed.credentials('person'))
  assert.is(place.asked()[0]?.key, 'enclosed')
  assert.is((await right(enclosed.run('echo $AWS_ACCESS_KEY_ID', 'person', [], false))).screen, 'enclosed\n')
  await right(enclosed.byHand('echo $AWS_ACCESS_KEY_ID > key', 'person'))
  assert.is(await right(enclosed.read('key')), 'enclosed\n')
})

test('a file of the copy is read and written, in folders that are not there yet', async (place) => {
  await right(place.in.write('a/b/c', 'text'))
  assert.is(fs.readFileSync(join(place.world.folder, 'project/a/b/c'), 'utf8'), 'text')
  assert.is(await right(place.in.read('a/b/c')), 'text')
  assert.match(JSON.stringify(await place.in.read('a/b/d')()), /ENOENT/)
})

test('an accident speaks to the stand-in of this sandbox', async (place) => {
  const at = (name: string) => join(place.world.folder, 'aws', name)
  place.in.way.hold('PutObject')()
  assert.is(fs.readFileSync(at('hold'), 'utf8'), 'PutObject')
  fs.writeFileSync(at('held'), '.')
  assert.equal(await place.in.way.held(), E.right(undefined))
  place.in.way.release()
  assert.not.ok(fs.existsSync(at('hold')))
  place.in.way.cutAt('DeleteItem')()
  assert.is(fs.readFileSync(at('cut-at'), 'utf8'), 'DeleteItem')
  place.in.way.mend()
  assert.not.ok(fs.existsSync(at('cut-at')))
  place.in.way.expireAt('GetItem')()
  assert.is(fs.readFileSync(at('expire-at'), 'utf8'), 'GetItem')
})

/** A process that looks like a tofu at work in a folder, in a group of its own; resolves when it runs. */
const atWork = async (...args: ReadonlyArray<string>) => {
  const child = spawn(process.execPath, ['-e', 'console.log(1);setInterval(() => undefined, 1e6)', '--', ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore']
  })
  await once(child.stdout, 'data')
  return child
}

test('one tofu that applies a plan of this sandbox is killed, and no other process is', async (place) => {
  const none = E.left('there is not one tofu that applies')
  assert.equal(await place.in.killTofu(), none)
  const here = join(place.world.folder, 'a.tfplan')
  const others = await Promise.all([
    atWork('plan', 'x', here),
    atWork('x', 'apply', join(place.root, 'elsewhere/a.tfplan')),
    atWork('x', 'apply', join(place.world.folder, 'main.tf.json'))
  ])
  const [first, second] = [await atWork('x', 'apply', here), await atWork('x', 'apply', here)]
  try {
    assert.equal(await place.in.killTofu(), none)
    const [ended] = [once(first, 'exit'), second.kill('SIGKILL'), await once(second, 'exit')]
    assert.equal(await place.in.killTofu(), E.right(undefined))
    assert.equal(await ended, [null, 'SIGKILL'])
    assert.equal(
      others.map(({ exitCode, signalCode }) => [exitCode, signalCode]),
      others.map(() => [null, null])
    )
  } finally {
    for (const child of [...others, first, second]) child.kill('SIGKILL')
  }
})

test.run()
