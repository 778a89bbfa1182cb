import * as E from 'fp-ts/lib/Either.js'
import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { OutputCalls } from '../../../src/outside/files/calls.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import type { FileAction } from '../../../src/outside/files/files.port.ts'
import { inTempProject } from '../../support/temp-project.ts'
import type { TempProject } from '../../support/temp-project.ts'

const test = suite('output files, failures')

const PATH = 'out/a-eu/main.tf.json'
const OLD = '{"old":true}\n'
const NEW = Buffer.from('{"new":true}\n')

const refused = (code: string): never => {
  throw Object.assign(new Error(`${code}: as the system says it`), { code })
}

const systemRefused = (action: FileAction, path: string, code: string) =>
  E.left({ _tag: 'SystemRefused', action, path, code, message: `${code}: as the system says it` })

const temporary = `out/a-eu/.main.tf.json.${process.pid}.tmp`

const writing: ReadonlyArray<readonly [string, Partial<OutputCalls>, ReturnType<typeof systemRefused>]> = [
  ['a full disk', { writeFileSync: () => refused('ENOSPC') }, systemRefused('write', temporary, 'ENOSPC')],
  ['a full disk, told late', { fsyncSync: () => refused('ENOSPC') }, systemRefused('sync', temporary, 'ENOSPC')],
  ['a read-only disk', { openSync: () => refused('EROFS') }, systemRefused('open', temporary, 'EROFS')],
  ['a folder without rights', { openSync: () => refused('EACCES') }, systemRefused('open', temporary, 'EACCES')],
  [
    'a name that is too long',
    { openSync: () => refused('ENAMETOOLONG') },
    systemRefused('open', temporary, 'ENAMETOOLONG')
  ],
  ['a rename that is refused', { renameSync: () => refused('EPERM') }, systemRefused('rename', PATH, 'EPERM')],
  ['a folder that cannot be seen', { lstatSync: () => refused('EACCES') }, systemRefused('look at', 'out', 'EACCES')]
]

for (const [name, calls, expected] of writing)
  test(`${name}: the failure is told, the old file stays, and no temporary file`, () =>
    inTempProject({ [PATH]: OLD }, async ({ root, read, names }) => {
      assert.equal(await outputFiles({ ...fs, ...calls }).write(root, PATH, NEW)(), expected)
      assert.is(read(PATH), OLD)
      assert.equal(names('out/a-eu'), ['main.tf.json'])
    }))

test('a folder stacks/ that can be listed no more when its names are asked for is told by its name', () =>
  inTempProject({ 'stacks/a.ts': '' }, async ({ root }) => {
    const calls = {
      ...fs,
      readdirSync: (path: string, options?: { readonly withFileTypes: true }) =>
        options === undefined && path.endsWith('/stacks') ? refused('EACCES') : fs.readdirSync(path, options as never)
    } as unknown as OutputCalls
    assert.equal(await outputFiles(calls).sources(root)(), systemRefused('list', 'stacks', 'EACCES'))
  }))

test('half of the bytes on a disk that fills up: the old file stays, and no temporary file', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, read, names }) => {
    const calls: OutputCalls = {
      ...fs,
      writeFileSync: (file) => {
        fs.writeFileSync(file, NEW.subarray(0, 5))
        refused('ENOSPC')
      }
    }
    assert.equal(await outputFiles(calls).write(root, PATH, NEW)(), systemRefused('write', temporary, 'ENOSPC'))
    assert.is(read(PATH), OLD)
    assert.equal(names('out/a-eu'), ['main.tf.json'])
  }))

test('the first failure is told, not the ones of cleaning up after it', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, read }) => {
    const calls: OutputCalls = {
      ...fs,
      writeFileSync: () => refused('ENOSPC'),
      closeSync: (descriptor) => {
        fs.closeSync(descriptor)
        refused('EIO')
      },
      unlinkSync: () => refused('EIO')
    }
    assert.equal(await outputFiles(calls).write(root, PATH, NEW)(), systemRefused('write', temporary, 'ENOSPC'))
    assert.is(read(PATH), OLD)
  }))

test('bytes that are only refused on closing are not renamed into place', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, read, names }) => {
    const calls: OutputCalls = {
      ...fs,
      closeSync: (descriptor) => {
        fs.closeSync(descriptor)
        refused('EDQUOT')
      }
    }
    assert.equal(await outputFiles(calls).write(root, PATH, NEW)(), systemRefused('close', temporary, 'EDQUOT'))
    assert.is(read(PATH), OLD)
    assert.equal(names('out/a-eu'), ['main.tf.json'])
  }))

const failingFolderSync = (at: TempProject['at'], code: string): OutputCalls => {
  const folders = new Set<number>()
  return {
    ...fs,
    openSync: (path, ...rest) => {
      const descriptor = fs.openSync(path, ...rest)
      if (path === at('out/a-eu')) folders.add(descriptor)
      return descriptor
    },
    fsyncSync: (descriptor) => (folders.has(descriptor) ? refused(code) : fs.fsyncSync(descriptor))
  }
}

for (const code of ['EINVAL', 'ENOTSUP', 'EPERM'])
  test(`a file system that cannot flush a folder (${code}) can still be written to`, () =>
    inTempProject({ [PATH]: OLD }, async ({ root, at, read }) => {
      assert.equal(await outputFiles(failingFolderSync(at, code)).write(root, PATH, NEW)(), E.right(undefined))
      assert.is(read(PATH), '{"new":true}\n')
    }))

test('a folder that fails to be flushed is a failure', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, at }) => {
    assert.equal(
      await outputFiles(failingFolderSync(at, 'EIO')).write(root, PATH, NEW)(),
      systemRefused('sync', 'out/a-eu', 'EIO')
    )
  }))

test('folders that cannot be made, read or listed are failures', () =>
  inTempProject({ 'out/b/.main.tf.json.99999999999.tmp': '' }, async ({ root }) => {
    const noFolder = outputFiles({ ...fs, mkdirSync: () => refused('ENOSPC') })
    assert.equal(await noFolder.write(root, PATH, NEW)(), systemRefused('make', 'out/a-eu', 'ENOSPC'))
    const noList = outputFiles({ ...fs, readdirSync: () => refused('EACCES') })
    assert.equal(await noList.sources(root)(), systemRefused('list', 'stacks', 'EACCES'))
    assert.equal(await noList.outputs(root)(), systemRefused('list', 'out', 'EACCES'))
    assert.equal(await noList.sweep(root)(), systemRefused('list', 'out', 'EACCES'))
    const noPlace = outputFiles({ ...fs, realpathSync: (() => refused('EACCES')) as never })
    assert.equal(await noPlace.sources(root)(), systemRefused('look at', '.', 'EACCES'))
    const noRemoval = outputFiles({ ...fs, unlinkSync: () => refused('EROFS') })
    assert.equal(await noRemoval.sweep(root)(), systemRefused('remove', 'out/b/.main.tf.json.99999999999.tmp', 'EROFS'))
  }))

test('a file that cannot be read is a failure, not a file that is not there', () =>
  inTempProject({ [PATH]: OLD }, async ({ root }) => {
    const calls = outputFiles({ ...fs, readFileSync: () => refused('EACCES') })
    assert.equal(await calls.read(root, PATH)(), systemRefused('read', PATH, 'EACCES'))
  }))

test('a folder that another run makes at the same moment is used', () =>
  inTempProject({}, async ({ root, read }) => {
    const calls: OutputCalls = {
      ...fs,
      mkdirSync: (path: fs.PathLike) => {
        fs.mkdirSync(path)
        refused('EEXIST')
      }
    }
    assert.equal(await outputFiles(calls).write(root, PATH, NEW)(), E.right(undefined))
    assert.is(read(PATH), '{"new":true}\n')
  }))

test('an exception without a code of the system is a defect and stays one', () =>
  inTempProject({ [PATH]: OLD }, async ({ root }) => {
    const calls: OutputCalls = {
      ...fs,
      lstatSync: () => {
        throw new TypeError('a defect')
      }
    }
    const outcome = await outputFiles(calls)
      .read(root, PATH)()
      .catch((error: unknown) => error)
    assert.instance(outcome, TypeError)
  }))

const elsewhere = { 'elsewhere/a-eu/main.tf.json': OLD }

const wrongKinds: ReadonlyArray<readonly [string, (made: TempProject) => void, object]> = [
  [
    'out is a symbolic link',
    ({ at }) => fs.symlinkSync('elsewhere', at('out')),
    { path: 'out', expected: 'folder', found: 'symbolic link' }
  ],
  [
    'out is a symbolic link to nothing',
    ({ at }) => fs.symlinkSync('nowhere', at('out')),
    { path: 'out', expected: 'folder', found: 'symbolic link' }
  ],
  ['out is a file', ({ write }) => write('out', ''), { path: 'out', expected: 'folder', found: 'regular file' }],
  [
    'the folder of the stack is a symbolic link',
    ({ at }) => {
      fs.mkdirSync(at('out'))
      fs.symlinkSync('../elsewhere/a-eu', at('out/a-eu'))
    },
    { path: 'out/a-eu', expected: 'folder', found: 'symbolic link' }
  ],
  [
    'the file is a symbolic link',
    ({ at }) => {
      fs.mkdirSync(at('out/a-eu'), { recursive: true })
      fs.symlinkSync('../../elsewhere/a-eu/main.tf.json', at(PATH))
    },
    { path: PATH, expected: 'regular file', found: 'symbolic link' }
  ],
  [
    'the file is a folder',
    ({ at }) => fs.mkdirSync(at(PATH), { recursive: true }),
    { path: PATH, expected: 'regular file', found: 'folder' }
  ]
]

for (const [name, prepare, expected] of wrongKinds)
  test(`${name}: a failure, nothing is followed, nothing is replaced`, () =>
    inTempProject(elsewhere, async (made) => {
      prepare(made)
      const failure = E.left({ _tag: 'WrongKind', ...expected })
      assert.equal(await outputFiles().read(made.root, PATH)(), failure)
      assert.equal(await outputFiles().write(made.root, PATH, NEW)(), failure)
      assert.is(made.read('elsewhere/a-eu/main.tf.json'), OLD)
      assert.equal(made.names('elsewhere/a-eu'), ['main.tf.json'])
    }))

test('something in the place of the temporary file is a failure, and is not followed', () =>
  inTempProject({ ...elsewhere, [PATH]: OLD }, async ({ root, at, read }) => {
    fs.symlinkSync(at('elsewhere/a-eu/main.tf.json'), at(temporary))
    const outcome = await outputFiles().write(root, PATH, NEW)()
    assert.ok(E.isLeft(outcome) && outcome.left._tag === 'SystemRefused')
    assert.equal([outcome.left.action, outcome.left.code], ['open', 'EEXIST'])
    assert.is(read('elsewhere/a-eu/main.tf.json'), OLD)
  }))

test('a sweep follows no link either', () =>
  inTempProject({ 'elsewhere/.main.tf.json.99999999999.tmp': '' }, async ({ root, at, names }) => {
    fs.mkdirSync(at('out'))
    fs.symlinkSync('../elsewhere', at('out/a-eu'))
    assert.equal(await outputFiles().sweep(root)(), E.right(undefined))
    assert.equal(names('elsewhere'), ['.main.tf.json.99999999999.tmp'])
    fs.rmSync(at('out'), { recursive: true })
    fs.symlinkSync('elsewhere', at('out'))
    const failure = { _tag: 'WrongKind', path: 'out', expected: 'folder', found: 'symbolic link' }
    assert.equal(await outputFiles().sweep(root)(), E.left(failure))
    assert.equal(await outputFiles().outputs(root)(), E.left(failure))
  }))

test.run()
