import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { changeableOnTheWay, changeableToReach } from '../../../src/outside/files/changeable.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: AbsolutePath; at: (path: string) => AbsolutePath }>('what others could change')
test.before.each((place) => {
  place.root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-changeable-'))))
  place.at = (path) => absolutePath(join(place.root, path))
  fs.mkdirSync(place.at('a/b'), { recursive: true })
  fs.writeFileSync(place.at('a/b/file'), '')
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** What `ls -ldn` shows of a thing that a group may write to, and whether others may change it then. Source: POSIX, ls. */
const shown: ReadonlyArray<readonly [ending: Ending, isChangeable: boolean]> = [
  [{ stdout: '-rw-rw-r-- 1 0 0 0 Jan 1 00:00 file\n' }, false],
  [{ stdout: '-rw-rw-r--. 1 0 0 0 Jan 1 00:00 file\n' }, false],
  [{ stdout: '-rw-rw-r--@ 1 0 0 0 Jan 1 00:00 file\n' }, false],
  [{ stdout: 'drwxrwsr-t 1 0 0 0 Jan 1 00:00 file\n' }, false],
  [{ stdout: '-rw-rw-r--+ 1 0 0 0 Jan 1 00:00 file\n' }, true],
  [{ stdout: 'x -rw-rw-r-- 1 0 0 0 Jan 1 00:00 file\n' }, true],
  [{ stdout: '-rw-rw-r 1\n' }, true],
  [{ stdout: '' }, true],
  [{ code: 1, stdout: '-rw-rw-r-- 1 0 0 0 Jan 1 00:00 file\n' }, true]
]

test('of a thing that a group may write to, the list of access decides, and an unknown one counts as there', async ({
  at
}) => {
  if (process.platform !== 'linux') return
  fs.chmodSync(at('a/b/file'), 0o664)
  for (const [ending, isChangeable] of shown) {
    let found: ReadonlyArray<string> = []
    const started = await startedBy(
      () => ending,
      async () => {
        found = await changeableOnTheWay(at('a/b/file'))
      }
    )
    assert.equal(found, isChangeable ? [at('a/b/file')] : [], JSON.stringify(ending))
    assert.equal(started, [
      { by: 'execFile', file: '/bin/ls', args: ['-ldn', '--', at('a/b/file')], options: { env: { LC_ALL: 'C' } } }
    ])
  }
})

test('a list of access is asked for only where a group may write and the sticky bit does not hold it off', async ({
  at
}) => {
  fs.chmodSync(at('a/b/file'), 0o644)
  fs.chmodSync(at('a'), 0o1775)
  const started = await startedBy(
    () => ({}),
    () => changeableOnTheWay(at('a/b/file'))
  )
  assert.equal(started, [])
})

test('a sticky folder may be on the way, and the last one only to make new things in it', async ({ at }) => {
  fs.chmodSync(at('a/b'), 0o1777)
  assert.equal(await changeableOnTheWay(at('a/b')), [at('a/b')])
  assert.equal(await changeableOnTheWay(at('a/b'), 'make'), [])
  assert.equal(await changeableOnTheWay(at('a/b/file')), [])
})

test('a link counts by the way to what it leads to, also where that is not there yet', async ({ at }) => {
  fs.mkdirSync(at('open'))
  fs.symlinkSync('../open/there', at('a/link'))
  fs.chmodSync(at('open'), 0o777)
  assert.equal(await changeableToReach(at('a/link')), [at('open')])
  assert.equal(await changeableToReach(at('a/nothing/below')), [])
  fs.symlinkSync('loop', at('a/loop'))
  assert.equal(await changeableToReach(at('a/loop')), [])
})

test('what the system does not let be looked at is told', async ({ at }) => {
  const said = await changeableToReach(at(`a/${'x'.repeat(300)}`)).then(String, (error: Error) => error.message)
  assert.match(said, 'ENAMETOOLONG')
})

test('a device that everybody may write to is not found there by others', async () => {
  assert.equal(await changeableToReach(absolutePath('/dev/null')), [])
})

if (process.getuid?.() === 0)
  test('what is of this user is safe to it, and to another user it is not', async ({ at }) => {
    const OWN = 12_345
    const uid = Object.getOwnPropertyDescriptor(process, 'getuid')
    fs.chownSync(at('a/b/file'), OWN, OWN)
    try {
      for (const [me, found] of [
        [OWN, []],
        [OWN + 1, [at('a/b/file')]]
      ] as const) {
        Object.defineProperty(process, 'getuid', { value: () => me, configurable: true, writable: true })
        assert.equal(await changeableOnTheWay(at('a/b/file')), found)
      }
    } finally {
      if (uid !== undefined) Object.defineProperty(process, 'getuid', uid)
    }
  })

test.run()
