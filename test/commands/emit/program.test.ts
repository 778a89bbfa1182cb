import * as E from 'fp-ts/lib/Either.js'
import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { OutputCalls } from '../../../src/outside/files/calls.ts'
import { outputFiles } from '../../../src/outside/files/files.ts'
import { emitProgram } from '../../../src/commands/emit/program.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { EmitPorts } from '../../../src/commands/emit/run.ts'
import { inTempProject } from '../../support/temp-project.ts'
import { declaration } from '../../support/valid-blocks.ts'
import type { TempProject } from '../../support/temp-project.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'

const test = suite('emit program')

type Ran = { readonly code: number; readonly out: string; readonly err: string; readonly asked: ReadonlyArray<unknown> }

/** A stack is broken when its file holds that word; else it emits what its file holds. */
const program =
  ({ root, read, has }: TempProject, calls: OutputCalls = fs) =>
  async (...argv: ReadonlyArray<string>): Promise<Ran> => {
    const said = { out: '', err: '' }
    const asked: Array<unknown> = []
    const stackEvaluator: EmitPorts['stackEvaluator'] = (options) => ({
      emitAll: (project, sources) => async () => {
        asked.push({ ...options, project, sources })
        return sources.map((source) => {
          const stack = source.slice('stacks/'.length, -'.ts'.length)
          const text = has(source) ? read(source) : 'broken'
          const problem: Diagnostic = {
            rule: 'some-rule',
            clause: 'J.7.0 §4',
            at: ['backend', 'key'],
            expected: 'this',
            actual: 'that',
            remedy: `mend ${stack}`
          }
          return {
            source,
            imports: [],
            read: new Map(),
            file: text.startsWith('broken')
              ? E.left([problem] as const)
              : E.right({
                  declaration,
                  stack,
                  path: `out/${stack}/main.tf.json`,
                  text,
                  review: { path: `out/${stack}/REVIEW.md`, text: PAGE },
                  resources: 2,
                  trusted: []
                })
          }
        })
      }
    })
    const terminal = {
      out: (text: string) => void (said.out += text),
      err: (text: string) => void (said.err += text),
      paintOut: plain,
      paintErr: plain
    }
    const code = await emitProgram({ stackEvaluator, outputFiles: outputFiles(calls) }, terminal, root, argv)()
    return { code, asked, ...said }
  }

const PAGE = '# page\n'
const PAGES = { 'out/a/REVIEW.md': PAGE, 'out/b/REVIEW.md': PAGE }
const TWO = { 'stacks/a.ts': '{}\n', 'stacks/b.ts': '{"ä":1}\n' }
// By sha256sum.
const A = 'ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356'
const B = '9395caf98b7fd242be0234c910b65c23c47ea28ed8bdd3cd9c782987f854fdfd'
const P = 'e97d341d4c5d5522f07a20bca64237d0fc847532cc73296df36dfcb4c7c88cb2'

/** What is said of both files of a stack, the page first. */
const lines = (stack: string, status: string, digest: string): string =>
  `out/${stack}/REVIEW.md  ${status}  sha256:${P}\nout/${stack}/main.tf.json  ${status}  2 resources  sha256:${digest}\n`

test('no file named: all stacks are written, one line each, and the second time unchanged', () =>
  inTempProject(TWO, async (made) => {
    const emit = program(made)
    assert.equal(await emit(), {
      code: 0,
      out: lines('a', 'written', A) + lines('b', 'written', B),
      err: '',
      asked: [{ patienceSeconds: 10, project: made.root, sources: ['stacks/a.ts', 'stacks/b.ts'] }]
    })
    assert.equal([made.read('out/b/main.tf.json'), made.read('out/b/REVIEW.md')], ['{"ä":1}\n', PAGE])
    const before = fs.statSync(made.at('out/a/main.tf.json'), { bigint: true })
    const again = await emit()
    assert.is(again.out, lines('a', 'unchanged', A) + lines('b', 'unchanged', B))
    const after = fs.statSync(made.at('out/a/main.tf.json'), { bigint: true })
    assert.equal([after.mtimeNs, after.ino], [before.mtimeNs, before.ino])
  }))

test('a named file: all stacks are asked for, that one is written', () =>
  inTempProject(TWO, async (made) => {
    const ran = await program(made)('stacks/b.ts', '--patience', '3')
    assert.is(ran.out, lines('b', 'written', B))
    assert.equal(ran.asked, [{ patienceSeconds: 3, project: made.root, sources: ['stacks/a.ts', 'stacks/b.ts'] }])
    assert.is(made.has('out/a'), false)
  }))

test('the problems of all named stacks at once, of no other, and nothing is written', () =>
  inTempProject({ ...TWO, 'stacks/c.ts': 'broken', 'stacks/d.ts': 'broken', 'stacks/e.ts': 'broken' }, async (made) => {
    const ran = await program(made)('stacks/d.ts', 'stacks/a.ts', 'stacks/c.ts')
    assert.is(ran.code, 1)
    assert.is(ran.out, '')
    assert.equal(ran.err.match(/mend \w/g), ['mend c', 'mend d'])
    assert.match(ran.err, /^2 problems in 2 stacks; nothing was written$/m)
    assert.is(made.has('out'), false)
  }))

test('of eleven stacks the files that are as before are counted alone; with --all, or named, each is listed', () => {
  const eleven = Array.from('abcdefghijk', (name) => [`stacks/${name}.ts`, '{}\n'] as const)
  return inTempProject(Object.fromEntries(eleven), async (made) => {
    const listed = async (...argv: ReadonlyArray<string>): Promise<readonly [number, string | undefined]> => {
      const told = (await program(made)(...argv)).out.trimEnd().split('\n')
      return [told.filter((line) => line.startsWith('out/')).length, told.at(-1)]
    }
    assert.equal(await listed(), [22, '22 files: 22 written'])
    const total = '22 files: 22 unchanged'
    assert.equal(await listed(), [0, total])
    assert.equal(await listed('--all'), [22, total])
    assert.equal(await listed(...eleven.map(([source]) => source)), [22, total])
    assert.equal(await listed('stacks/*.ts'), [22, total])
    assert.equal((await listed('stacks/a.ts'))[0], 2)
  })
})

test('a named file that is not there is asked for', () =>
  inTempProject(TWO, async (made) => {
    const ran = await program(made)('stacks/gone.ts')
    assert.equal([ran.code, ran.err.includes('mend gone')], [1, true])
  }))

test('--check: up to date is 0', () =>
  inTempProject({ ...TWO, ...PAGES, 'out/a/main.tf.json': '{}\n', 'out/b/main.tf.json': '{"ä":1}\n' }, async (made) => {
    assert.equal(await program(made)('--check'), {
      code: 0,
      out: lines('a', 'up to date', A) + lines('b', 'up to date', B),
      err: '',
      asked: [{ patienceSeconds: 10, project: made.root, sources: ['stacks/a.ts', 'stacks/b.ts'] }]
    })
  }))

test('--check: what differs, is missing or belongs to no stack is 1, and nothing is touched', () =>
  inTempProject(
    {
      ...TWO,
      'out/a/REVIEW.md': PAGE,
      'out/a/main.tf.json': '[]\n',
      'out/gone/REVIEW.md': PAGE,
      'out/gone/main.tf.json': '{}\n',
      'out/a/.main.tf.json.99999999999.tmp': 'left by a run that was killed'
    },
    async (made) => {
      const ran = await program(made)('--check')
      assert.is(ran.code, 1)
      assert.is(
        ran.out,
        `out/a/REVIEW.md  up to date  sha256:${P}
out/a/main.tf.json  differs  2 resources  sha256:${A}
out/b/REVIEW.md  missing  sha256:${P}
out/b/main.tf.json  missing  2 resources  sha256:${B}
out/gone/REVIEW.md  belongs to no stack
out/gone/main.tf.json  belongs to no stack

--- out/a/main.tf.json (committed)
+++ out/a/main.tf.json (emitted)
@@ -1,1 +1,1 @@
-[]
+{}
`
      )
      assert.match(ran.err, /^5 of 6 emitted files are not what the stacks declare; nothing was written$/m)
      assert.is(made.read('out/a/main.tf.json'), '[]\n')
      assert.equal(made.names('out/a'), ['.main.tf.json.99999999999.tmp', 'REVIEW.md', 'main.tf.json'])
      assert.is(made.has('out/b'), false)
    }
  ))

test('--check of a named stack is about that one alone', () =>
  inTempProject(
    { ...TWO, ...PAGES, 'out/b/main.tf.json': '{"ä":1}\n', 'out/gone/main.tf.json': '{}\n' },
    async (made) => {
      assert.equal((await program(made)('--check', 'stacks/b.ts')).code, 0)
      assert.equal((await program(made)('--check', 'stacks/a.ts')).code, 1)
    }
  ))

test('--check after the last stack is gone: what it left belongs to no stack', () =>
  inTempProject({ 'stacks/README.md': '', 'out/gone/main.tf.json': '{}\n' }, async (made) => {
    const ran = await program(made)('--check')
    assert.equal([ran.code, ran.out], [1, 'out/gone/main.tf.json  belongs to no stack\n'])
  }))

test('--json: one document on stdout, nothing on stderr, the same exit code', () =>
  inTempProject({ ...TWO, 'stacks/c.ts': 'broken' }, async (made) => {
    const fine = await program(made)('--json', 'stacks/a.ts')
    assert.equal([fine.code, fine.err, JSON.parse(fine.out).files[1].status], [0, '', 'written'])
    const refused = await program(made)('--json')
    const { exitCode, files, problems } = JSON.parse(refused.out)
    assert.equal([refused.code, refused.err, exitCode, files, problems.length], [1, '', 1, [], 1])
    const differs = await program(made)('--json', '--check', 'stacks/b.ts')
    assert.equal([differs.code, differs.err, JSON.parse(differs.out).files[1].status], [1, '', 'missing'])
  }))

test('--help is told on stdout, and nothing is asked for', () =>
  inTempProject({}, async (made) => {
    const ran = await program(made)('--help', 'no-stack')
    assert.equal([ran.code, ran.err, ran.asked], [0, '', []])
    for (const word of ['--check', '--json', '--patience', '--debug', '--help', 'Exit codes', 'NO_COLOR'])
      assert.match(ran.out, word)
  }))

for (const [name, argv, files, words] of [
  ['an unknown option', ['--chekc'], TWO, "Unknown option '--chekc'"],
  ['a file outside of stacks/', ['a.ts'], TWO, "'a.ts' is not a stack file"],
  ['a patience that is none', ['--patience', 'ten'], TWO, 'from 0.1 to 3600'],
  ['files of two projects', ['stacks/a.ts', '../stacks/b.ts'], TWO, 'two projects'],
  ['a folder without stacks', [], {}, "no folder 'stacks'"],
  ['a folder stacks without stack files', [], { 'stacks/README.md': '' }, "the folder 'stacks' has no stack file"],
  ['the same, checked', ['--check'], { 'stacks/README.md': '' }, "the folder 'stacks' has no stack file"],
  ['an option that would repaint the terminal', ['--\x1b[2J'], TWO, "'--\\u{1b}[2J'"]
] as const)
  test(`${name}: 2, one line, and a pointer to --help`, () =>
    inTempProject(files, async (made) => {
      const ran = await program(made)(...argv)
      assert.equal([ran.code, ran.out, made.has('out')], [2, '', false])
      assert.match(ran.err, words)
      assert.not.match(ran.err, made.root.slice(1), 'a folder of the machine')
      assert.match(
        ran.err,
        /^emit: [^\n]*\nSee npm run emit -- --help\nWhat this means and why: npm run explain -- [a-z-]+\n$/
      )
    }))

test('a place that cannot be written to is seen before anything is written', () =>
  inTempProject(TWO, async (made) => {
    made.write('out/b', 'a file')
    const ran = await program(made)()
    assert.equal([ran.code, ran.out], [1, ''])
    assert.match(ran.err, 'out/b is a regular file, where a folder belongs')
    assert.is(made.has('out/a'), false)
  }))

test('one write that fails is told, and does not stop the others', () =>
  inTempProject(TWO, async (made) => {
    const calls: OutputCalls = {
      ...fs,
      renameSync: (from, to) => {
        if (to === made.at('out/a/main.tf.json'))
          throw Object.assign(new Error('EROFS: read-only file system, rename'), { code: 'EROFS' })
        fs.renameSync(from, to)
      }
    }
    const ran = await program(made, calls)()
    assert.equal([ran.code, ran.out], [1, `out/a/REVIEW.md  written  sha256:${P}\n${lines('b', 'written', B)}`])
    assert.match(ran.err, /^cannot rename out\/a\/main\.tf\.json: EROFS: read-only file system, rename$/m)
    assert.match(ran.err, 'Mount the read-only disk writable')
  }))

test('a page that cannot be written: the file beside it stays as it was, and the other stacks are written', () =>
  inTempProject({ ...TWO, 'out/a/main.tf.json': '[]\n' }, async (made) => {
    const calls: OutputCalls = {
      ...fs,
      renameSync: (from, to) => {
        if (to === made.at('out/a/REVIEW.md')) throw Object.assign(new Error('EIO: i/o error, rename'), { code: 'EIO' })
        fs.renameSync(from, to)
      }
    }
    const ran = await program(made, calls)()
    assert.equal([ran.code, ran.out, made.read('out/a/main.tf.json')], [1, lines('b', 'written', B), '[]\n'])
    assert.match(ran.err, /^cannot rename out\/a\/REVIEW\.md: /m)
  }))

test('--check: a page that was edited by hand differs, and one without its file is told', () =>
  inTempProject(
    {
      ...TWO,
      ...PAGES,
      'out/a/main.tf.json': '{}\n',
      'out/b/main.tf.json': '{"ä":1}\n',
      'out/b/REVIEW.md': '# pag\n',
      'out/c/REVIEW.md': PAGE
    },
    async (made) => {
      const ran = await program(made)('--check')
      assert.is(ran.code, 1)
      assert.match(ran.out, `out/b/REVIEW.md  differs  sha256:${P}\n`)
      assert.match(ran.out, 'out/c/REVIEW.md  belongs to no stack\n')
      assert.match(ran.out, '-# pag\n+# page\n')
      assert.match(ran.err, /^2 of 5 emitted files/m)
    }
  ))

test('what an interrupted run left is removed although nothing is to be written', () =>
  inTempProject(
    { ...TWO, 'out/a/main.tf.json': '{}\n', 'out/b/.main.tf.json.99999999999.tmp': 'half' },
    async (made) => {
      const ran = await program(made)('stacks/a.ts')
      assert.match(ran.out, 'unchanged')
      assert.equal(made.names('out/b'), [])
    }
  ))

test('out/ that is a link elsewhere: one failure, nothing followed', () =>
  inTempProject({ ...TWO, 'elsewhere/keep': '' }, async (made) => {
    fs.symlinkSync('elsewhere', made.at('out'))
    for (const argv of [[], ['--check']]) {
      const ran = await program(made)(...argv)
      assert.is(ran.code, 1)
      assert.is(ran.err.split('out is a symbolic link, where a folder belongs; it was left alone').length, 2, ran.err)
    }
    assert.equal(made.names('elsewhere'), ['keep'])
  }))

test('--check: a file that cannot be read does not hide the others', () =>
  inTempProject({ ...TWO, ...PAGES, 'out/b/main.tf.json': '{"ä":1}\n' }, async (made) => {
    fs.mkdirSync(made.at('out/a/main.tf.json'), { recursive: true })
    const ran = await program(made)('--check')
    assert.equal([ran.code, ran.out], [1, `out/a/REVIEW.md  up to date  sha256:${P}\n${lines('b', 'up to date', B)}`])
    assert.match(ran.err, 'out/a/main.tf.json is a folder, where a regular file belongs')
  }))

test.run()
