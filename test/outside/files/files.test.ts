import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import fs from 'node:fs'
import { relative } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { isRunning } from '../../../src/outside/files/leftovers.ts'
import type { OutputCalls } from '../../../src/outside/files/calls.ts'
import { inTempProject } from '../../support/temp-project.ts'

const test = suite('output files')

const PATH = 'out/a-eu/main.tf.json'
const OLD = '{"old":true}\n'
const NEW = Buffer.from('{"ä":1}\n')

test('the stack files are listed by code unit, without dot files, folders below and other endings', () =>
  inTempProject(
    {
      'stacks/b.ts': '',
      'stacks/ä.ts': '',
      'stacks/a-b.ts': '',
      'stacks/a.ts': '',
      'stacks/B.ts': '',
      'stacks/.hidden.ts': '',
      'stacks/shared/names.ts': '',
      'stacks/notes.md': ''
    },
    async ({ root }) => {
      assert.equal(
        await outputFiles().sources(root)(),
        E.right(O.some(['stacks/B.ts', 'stacks/a-b.ts', 'stacks/a.ts', 'stacks/b.ts', 'stacks/ä.ts']))
      )
    }
  ))

test('a project without a folder stacks has none, which is not the same as an empty one', () =>
  inTempProject({}, async ({ root, at }) => {
    assert.equal(await outputFiles().sources(root)(), E.right(O.none))
    fs.mkdirSync(at('stacks'))
    assert.equal(await outputFiles().sources(root)(), E.right(O.some([])))
  }))

const nested: Readonly<Record<string, readonly [from: string, path: string]>> = {
  'stacks/stacks/b-eu.ts': ['.', 'stacks/stacks'],
  'stacks/inner/stacks/b-eu.ts': ['.', 'stacks/inner/stacks'],
  'stacks/a/b/stacks/b-eu.ts': ['stacks/a/b', '.'],
  'stacks/.hidden/stacks/b-eu.ts': ['stacks/.hidden', '.']
}
for (const [file, [from, path]] of Object.entries(nested))
  test(`a project inside stacks/ is refused from either side: ${file}`, () =>
    inTempProject({ 'stacks/a-eu.ts': '', [file]: '' }, async ({ at }) => {
      const found = E.left({ _tag: 'NestedProject', path })
      assert.equal(await outputFiles().sources(at(from))(), found)
      fs.symlinkSync(at(from), at('linked'))
      assert.equal(await outputFiles().sources(at('linked'))(), found)
    }))

for (const file of ['stacks/shared/stacks.ts', 'stacks/stacks/notes.md', 'other/stacks/b-eu.ts'])
  test(`no project inside stacks/: ${file}`, () =>
    inTempProject({ 'stacks/a-eu.ts': '', [file]: '' }, async ({ root, at }) => {
      assert.equal(await outputFiles().sources(root)(), E.right(O.some(['stacks/a-eu.ts'])))
      if (file.startsWith('other'))
        assert.equal(await outputFiles().sources(at('other'))(), E.right(O.some(['stacks/b-eu.ts'])))
    }))

test('only what a stack emits into a folder of out/ is an output: the file, and its page for reviewers', () =>
  inTempProject(
    {
      'out/b/main.tf.json': OLD,
      [PATH]: OLD,
      'out/a-eu/REVIEW.md': '',
      'out/c/other.tf.json': OLD,
      'out/d/REVIEW.md': '',
      'out/README.md': ''
    },
    async ({ root }) => {
      assert.equal(
        await outputFiles().outputs(root)(),
        E.right(['out/a-eu/REVIEW.md', PATH, 'out/b/main.tf.json', 'out/d/REVIEW.md'])
      )
    }
  ))

test('the order is the same for any order in which the system lists', () =>
  inTempProject(
    { 'stacks/a.ts': '', 'stacks/b.ts': '', 'stacks/c.ts': '', [PATH]: OLD, 'out/b/main.tf.json': OLD },
    async ({ root }) => {
      const readdirSync = ((...args: Parameters<typeof fs.readdirSync>) =>
        fs.readdirSync(...args).toReversed()) as unknown as typeof fs.readdirSync
      const files = outputFiles({ ...fs, readdirSync })
      assert.equal(await files.sources(root)(), E.right(O.some(['stacks/a.ts', 'stacks/b.ts', 'stacks/c.ts'])))
      assert.equal(await files.outputs(root)(), E.right([PATH, 'out/b/main.tf.json']))
    }
  ))

test('a project without out/ has no outputs', () =>
  inTempProject({}, async ({ root }) => {
    assert.equal(await outputFiles().outputs(root)(), E.right([]))
  }))

test('a folder of out/ that is a link to one with a main.tf.json is an output too', () =>
  inTempProject({ 'out/a-eu/main.tf.json': OLD }, async ({ root, at }) => {
    fs.symlinkSync('a-eu', at('out/z'))
    assert.equal(await outputFiles().outputs(root)(), E.right([PATH, 'out/z/main.tf.json']))
  }))

test('a link in out/ to a file or to nothing is not an output', () =>
  inTempProject({ 'out/notes.md': '', 'out/a-eu/main.tf.json': OLD }, async ({ root, at }) => {
    fs.symlinkSync('notes.md', at('out/b'))
    fs.symlinkSync('nowhere', at('out/c'))
    assert.equal(await outputFiles().outputs(root)(), E.right([PATH]))
  }))

test('each folder of out/ is told with all that lies in it, by kind; files beside the folders are not', () =>
  inTempProject(
    { [PATH]: OLD, 'out/a-eu/.hidden': '', 'out/a-eu/tests/a.tftest.hcl': '', 'out/b/x': '', 'out/notes.md': '' },
    async ({ root, at }) => {
      fs.symlinkSync('x', at('out/b/link'))
      assert.equal(
        await outputFiles().folders(root)(),
        E.right([
          {
            name: 'a-eu',
            entries: [
              { name: '.hidden', kind: 'regular file' },
              { name: 'main.tf.json', kind: 'regular file' },
              { name: 'tests', kind: 'folder' }
            ]
          },
          {
            name: 'b',
            entries: [
              { name: 'link', kind: 'symbolic link' },
              { name: 'x', kind: 'regular file' }
            ]
          }
        ])
      )
      fs.symlinkSync('a-eu', at('out/z'))
      assert.equal(
        await outputFiles().folders(root)(),
        E.left({ _tag: 'WrongKind', path: 'out/z', expected: 'folder', found: 'symbolic link' })
      )
    }
  ))

test('what is read are the bytes, and a file that is not there is an answer', () =>
  inTempProject({}, async ({ root, write }) => {
    assert.equal(await outputFiles().read(root, PATH)(), E.right(O.none))
    write('out/a-eu/other', '')
    assert.equal(await outputFiles().read(root, PATH)(), E.right(O.none))
    write(PATH, Uint8Array.of(0xff, 0xfe))
    assert.equal(await outputFiles().read(root, PATH)(), E.right(O.some(Buffer.of(0xff, 0xfe))))
  }))

test('writing makes both folders, and leaves the bytes and nothing else', () =>
  inTempProject({}, async ({ root, read, names }) => {
    assert.equal(await outputFiles().write(root, PATH, NEW)(), E.right(undefined))
    assert.is(read(PATH), '{"ä":1}\n')
    assert.equal(names('out/a-eu'), ['main.tf.json'])
    const page = 'out/a-eu/REVIEW.md'
    assert.equal(await outputFiles().write(root, page, NEW)(), E.right(undefined))
    assert.equal(await outputFiles().read(root, page)(), E.right(O.some(NEW)))
    assert.equal(names('out/a-eu'), ['REVIEW.md', 'main.tf.json'])
  }))

test('writing replaces the file as a whole: a reader who has it open still sees the old one', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, at, read, names }) => {
    const reader = fs.openSync(at(PATH), 'r')
    assert.equal(await outputFiles().write(root, PATH, NEW)(), E.right(undefined))
    assert.is(fs.readFileSync(reader, 'utf8'), OLD)
    fs.closeSync(reader)
    assert.is(read(PATH), '{"ä":1}\n')
    assert.equal(names('out/a-eu'), ['main.tf.json'])
  }))

test('the bytes are flushed before the rename, and the folder after it', () =>
  inTempProject({ [PATH]: OLD }, async ({ root }) => {
    const seen: Array<string> = []
    const opened = new Map<number, string>()
    const calls: OutputCalls = {
      ...fs,
      openSync: (path, ...rest) => {
        const descriptor = fs.openSync(path, ...rest)
        opened.set(descriptor, relative(root, String(path)).replace(String(process.pid), 'PID'))
        return descriptor
      },
      writeFileSync: (file, ...rest) => {
        seen.push(`write ${opened.get(Number(file))}`)
        fs.writeFileSync(file, ...rest)
      },
      fsyncSync: (descriptor) => {
        seen.push(`sync ${opened.get(descriptor)}`)
        fs.fsyncSync(descriptor)
      },
      renameSync: (from, to) => {
        seen.push(`rename to ${relative(root, String(to))}`)
        fs.renameSync(from, to)
      }
    }
    await outputFiles(calls).write(root, PATH, NEW)()
    assert.equal(seen, [
      'write out/a-eu/.main.tf.json.PID.tmp',
      'sync out/a-eu/.main.tf.json.PID.tmp',
      `rename to ${PATH}`,
      'sync out/a-eu'
    ])
  }))

test('nothing but out/<one folder>/main.tf.json and its page is read or written', () =>
  inTempProject({}, async ({ root, names }) => {
    for (const path of [
      'main.tf.json',
      'out/main.tf.json',
      'out/../main.tf.json',
      'out/a/../../main.tf.json',
      'out/a/b/main.tf.json',
      'out/a/other.json',
      'out/a/README.md',
      'out/a/b/REVIEW.md',
      'out/.git/REVIEW.md',
      'REVIEW.md',
      'out/a/REVIEW.md.tf.json',
      'out/.git/main.tf.json',
      '/out/a/main.tf.json',
      'out/a\\b/main.tf.json',
      'out/a/main.tf.json\n'
    ]) {
      const refusal = E.left({ _tag: 'NotAnOutput', path })
      assert.equal(await outputFiles().write(root, path, NEW)(), refusal, path)
      assert.equal(await outputFiles().read(root, path)(), refusal, path)
    }
    assert.equal(names('.'), ['node_modules', 'package.json'])
  }))

test('a sweep removes what processes that are gone left, and what runs keeps its file', () =>
  inTempProject({ [PATH]: OLD }, async ({ root, write, names }) => {
    const theirs = `.main.tf.json.${process.ppid}.tmp`
    write(`out/a-eu/${theirs}`, 'half')
    write(`out/a-eu/.main.tf.json.${process.pid}.tmp`, 'half')
    write('out/b/.main.tf.json.99999999999.tmp', 'half')
    write('out/b/.REVIEW.md.99999999999.tmp', 'half')
    write('stacks/.new-stack.99999999999.tmp', 'half')
    write('stacks/a-eu.ts', 'whole')
    write('out/b/.main.tf.json.notes.tmp', 'not ours')
    assert.equal(await outputFiles().sweep(root)(), E.right(undefined))
    assert.equal(names('out/a-eu'), [theirs, 'main.tf.json'])
    assert.equal(names('out/b'), ['.main.tf.json.notes.tmp'])
    assert.equal(names('stacks'), ['a-eu.ts'])
  }))

test('a process of another user is one that runs', () => {
  const forbidden = () => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  }
  const gone = () => {
    throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' })
  }
  assert.is(isRunning(7, forbidden), true)
  assert.is(isRunning(7, gone), false)
})

test('a sweep of a project without out/ does nothing', () =>
  inTempProject({}, async ({ root, has }) => {
    assert.equal(await outputFiles().sweep(root)(), E.right(undefined))
    assert.is(has('out'), false)
  }))

test.run()
