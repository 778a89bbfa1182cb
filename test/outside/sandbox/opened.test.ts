import * as E from 'fp-ts/lib/Either.js'
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { openSandbox } from '../../../src/outside/sandbox/open.ts'
import { onPath } from '../../../src/outside/stand-in/on-path.ts'
import { type Ending, type Started, startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: string }>('opening a sandbox')
test.before.each((place) => {
  place.root = realpathSync(mkdtempSync(join(tmpdir(), 'zenthea-sandbox-')))
})
test.after.each(({ root }) => rmSync(root, { recursive: true, force: true }))

const given = { PATH: process.env['PATH'] }

/** Opens a sandbox whose programs end so, as far as its stacks, and gives what is said and told. */
const opened = async (
  root: string,
  ending: (started: Started) => Ending,
  isKept = false,
  refusal: unknown = new Error('not that far')
) => {
  let said: unknown
  const told: Array<string> = []
  const before = process.env['TMPDIR']
  const started = await startedBy(ending, async () => {
    said = await openSandbox({
      project: join(root, 'project'),
      checkout: '/checkout',
      isOffline: true,
      keptIn: join(root, 'kept'),
      isKept,
      isReset: false,
      tell: (line) => void told.push(line),
      stacksIn: () =>
        (async () => {
          throw refusal
        })(),
      keep: () => undefined
    })()
  })
  const temporary = process.env['TMPDIR']
  if (before === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = before
  return { started, said, told, temporary }
}

test('one that cannot be opened is undone: what clears it away ends, and its place is free again', async ({ root }) => {
  const ended: Array<string> = []
  const { started, said, told, temporary } = await opened(
    root,
    ({ by, args }) => {
      if (by === 'spawn') return { stdout: 'ready\n', stays: true, ends: () => void ended.push('janitor') }
      return args.includes('status') ? { stdout: ' M stacks/a.ts\n' } : {}
    },
    true
  )
  assert.equal(said, E.left('not that far'))
  assert.equal(ended, ['janitor'])
  assert.equal(told, ['not in the copy, since it is not committed: M stacks/a.ts'])
  assert.is(existsSync(`${join(root, 'kept')}.open`), false)
  assert.is(temporary, join(root, 'kept/t'))
  for (const name of ['kept', 'kept/home', 'kept/t']) assert.is(statSync(join(root, name)).mode & 0o777, 0o700, name)
  const copy = started
    .filter(({ by }) => by !== 'spawn')
    .map(({ file, args, options }) => ({ file, args, cwd: (options as { cwd?: string }).cwd }))
  assert.equal([copy[0]?.file, copy[0]?.args.includes(join(root, 'project'))], ['git', true])
  assert.equal([copy.at(-1)?.file, copy.at(-1)?.cwd], ['git', join(root, 'kept/project')])
})

test('a folder that another user has put in its place is not taken', async ({ root }) => {
  let place = ''
  const { started, said } = await opened(root, ({ by, args }) => {
    if (by !== 'spawn') return {}
    place = args[1] ?? ''
    mkdirSync(place)
    return { stdout: 'ready\n', stays: true }
  })
  assert.match(JSON.stringify(said), 'EEXIST')
  assert.is(started.length, 1)
  assert.is(existsSync(join(place, 'home')), false)
  rmSync(place, { recursive: true })
})

test('what is thrown as a text is told as it is', async ({ root }) => {
  const { said } = await opened(
    root,
    ({ by }) => (by === 'spawn' ? { stdout: 'ready\n', stays: true } : {}),
    true,
    'in words alone'
  )
  assert.equal(said, E.left('in words alone'))
})

test('what clears a sandbox away is there first, in a session of its own; a kept one is not removed', async ({
  root
}) => {
  const { started, said } = await opened(root, () => ({ code: 1 }))
  const [janitor] = started
  assert.match(janitor?.args[1] ?? '', /\/sandbox-[0-9a-f]{8}$/)
  assert.equal(started, [
    {
      by: 'spawn',
      file: onPath('python3') ?? 'python3',
      args: ['/checkout/src/outside/stand-in/files/janitor.py', janitor?.args[1] ?? ''],
      options: { env: given, stdio: ['pipe', 'pipe', 'pipe'], detached: true }
    }
  ])
  assert.equal(said, E.left('the process that clears a sandbox away did not start (1)'))
  const failed = await opened(root, () => ({ code: 1, stderr: 'Traceback:\nOSError: no such folder\n' }))
  assert.equal(
    failed.said,
    E.left('the process that clears a sandbox away did not start (1): Traceback:\nOSError: no such folder')
  )
  const kept = await opened(root, () => ({ error: new Error('ENOENT') }), true)
  assert.equal(kept.started[0]?.args.slice(1), [join(root, 'kept'), 'keep'])
  assert.equal(kept.said, E.left('python3 is not on PATH: put Python 3.10 or later there'))
})

test.run()
