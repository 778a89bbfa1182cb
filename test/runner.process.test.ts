import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { find } from './runner/find.ts'

const project = fileURLToPath(new URL('..', import.meta.url))

type Files = Readonly<Record<string, ReadonlyArray<string>>>

/** Uses a folder with these files, each given by its lines. */
const inFolder = <A>(files: Files, use: (folder: string) => A): A => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-runner-'))
  try {
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    for (const [path, lines] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), lines.join('\n'))
    }
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Run = { readonly code: number | null; readonly text: string; readonly last: string | undefined }

/** Runs the runner over a folder with these files. */
const runOver = (files: Files, ...args: ReadonlyArray<string>): Run =>
  inFolder(files, (folder) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--import', './test/typescript.js', 'test/run.ts', '--in', folder, ...args],
      { cwd: project, encoding: 'utf8' }
    )
    return { code: status, text: stdout, last: stdout.trimEnd().split('\n').at(-1) }
  })

const importUvu = "import { suite } from 'uvu'"
const importAssert = "import * as assert from 'uvu/assert'"
const importChild = "import { execFileSync } from 'node:child_process'"
const importWorker = "import { Worker } from 'node:worker_threads'"
const importNet = "import { connect } from 'node:net'"
const open = "const test = suite('planted')"
const pass = "test('passes', () => { assert.is('a'.length, 1) })"
const run = 'test.run()'
const file = (...lines: ReadonlyArray<string>): ReadonlyArray<string> => [importUvu, importAssert, open, ...lines]
/** A test that uvu is told to treat otherwise; the word is apart, so that nobody who looks for it finds it here. */
const marked = (word: 'only' | 'skip'): ReadonlyArray<string> => file(pass, `test.${word}('this', () => {})`, run)
const green = file(pass, run)
const lingering = file("test('x', () => { setTimeout(() => {}, 99_000) })", run)

/** Each file stays green under uvu itself, or would stop the whole run; beside it, how the runner must call it. */
const planted: Readonly<Record<string, readonly [lines: ReadonlyArray<string>, said: RegExp]>> = {
  'forgets-run': [file(pass), /ran no suite.*\n.*|no test\.run\(\)/],
  'forgets-one-of-two-runs': [
    file(pass, "const other = suite('other')", "other('x', () => {})", run),
    /other\.run\(\)/
  ],
  'has-a-test-below-run': [file(pass, run, pass), /tests below test\.run\(\)/],
  'has-no-suite': [["import 'uvu'", ''], /ran no suite/],
  'has-an-empty-suite': [file(run), /suite 'planted' has no test/],
  'keeps-only': [marked('only'), /1 passed, 0 failed, 1 skipped/],
  skips: [marked('skip'), /1 passed, 0 failed, 1 skipped/],
  'throws-a-left': [file("test('x', () => { throw { _tag: 'Left', left: 'no' } })", run), /broke off after 0 of 1/],
  'throws-a-string': [file(pass, "test('x', () => { throw 'no' })", run), /broke off after 1 of 2/],
  'throws-nothing': [file("test('x', () => { throw undefined })", run), /broke off after 0 of 1/],
  'rejects-with-a-left': [file("test('x', () => Promise.reject({ _tag: 'Left' }))", run), /broke off after 0 of 1/],
  'throws-before': [file("test.before(() => { throw new Error('no') })", pass, run), /broke off after 0 of 1/],
  'throws-after': [file("test.after(() => { throw new Error('torn') })", pass, run), /torn/],
  'does-not-load': [file("throw new Error('not loaded')", pass, run), /does not load: Error: not loaded/],
  'does-not-parse': [file('const = 1', run), /does not load/],
  'imports-nothing': [file("import './nowhere.ts'", run), /does not load.*nowhere/],
  'lets-a-promise-go': [file("test('x', () => { void Promise.reject(new Error('gone')) })", run), /rejection.*gone/],
  'throws-in-a-timer': [file("test('x', () => { setTimeout(() => { throw new Error('late') }) })", run), /late/],
  'waits-for-nothing': [file("test('x', () => new Promise(() => {}))", run), /wait for what never comes/],
  'never-loads': [file(pass, 'await new Promise(() => {})', run), /wait for what never comes/],
  'starts-a-process': [
    file("test('x', () => { execFileSync('true') })", run, importChild),
    /starts a process: name it/
  ],
  'starts-a-thread': [
    file("test('x', () => new Worker('', { eval: true }).terminate())", run, importWorker),
    /a thread/
  ],
  'opens-a-connection': [
    file("test('x', () => connect(9, '127.0.0.1').on('error', () => {}))", run, importNet),
    /connection/
  ],
  exits: [file("test('x', () => { process.exit(0) })", run), /ended \(0\).*process\.exit/],
  'changes-the-environment': [file("test('x', () => { process.env.PLANTED = '1' })", run), /process\.env/],
  'changes-the-directory': [file("test('x', () => { process.chdir('/') })", run), /working directory/],
  fails: [file("test('this one', () => { assert.equal({ a: 1 }, { a: 2 }) })", run), /"this one"[^]*\+\+··"a":·2/]
}

const test = suite('runner')

test('a folder of green files is green, says how many tests passed, and leaves e2e to its own command', () => {
  const { code, last } = runOver({
    'a.test.ts': green,
    'deep/er/b.test.ts': file(pass, pass, run),
    'e2e/c.test.ts': green
  })
  assert.is(last, '3 passed, 0 failed, 0 skipped')
  assert.is(code, 0)
})

test('a file whose name says so may start processes; the unit tests are the others', () => {
  const files = {
    'a.process.test.ts': file("test('x', () => { execFileSync('true') })", run, importChild),
    'b.test.ts': green,
    'd.long.test.ts': green,
    'wire/c.test.ts': green
  }
  assert.is(runOver(files).last, '4 passed, 0 failed, 0 skipped')
  const { text, last } = runOver(files, '--unit')
  assert.match(text, /^ok {4}b\.test\.ts/)
  assert.is(last, '1 passed, 0 failed, 0 skipped')
  const beyond = runOver(files, '--beyond-unit')
  assert.not.match(beyond.text, 'ok    b.test.ts')
  assert.is(beyond.last, '3 passed, 0 failed, 0 skipped')
  const starting = { 'a.long.test.ts': files['a.process.test.ts'] }
  assert.match(runOver(starting).text, /FAIL {2}a\.long\.test\.ts[^]*starts a process/)
})

test('of one kind, what its name calls long begins first', () => {
  const { files } = inFolder({ 'e2e/a.test.ts': green, 'e2e/z.long.test.ts': green }, (folder) =>
    find(folder, [], ['e2e'])
  )
  assert.equal(files, ['e2e/z.long.test.ts', 'e2e/a.test.ts'])
})

test('every planted false green is red by name and reason, and green files beside it stay green', () => {
  const names = Object.keys(planted)
  const files = Object.fromEntries(Object.entries(planted).map(([name, [lines]]) => [`${name}.test.ts`, lines]))
  const { code, text, last } = runOver({
    ...files,
    'a-green.test.ts': green,
    'leaves-a-timer.test.ts': lingering,
    'z-green.test.ts': green
  })
  const sections = text.split(/^(?=(?:ok {4}|FAIL {2})\S)/m)
  for (const name of names) {
    const section = sections.find((line) => line.startsWith(`FAIL  ${name}.test.ts `)) ?? `${name} is not red`
    assert.match(section, planted[name]?.[1] ?? /^$/, section)
  }
  const passed = sections.flatMap((section) => (section.startsWith('ok') ? [section.split(',')[0] ?? ''] : []))
  assert.equal(
    passed.toSorted((one, other) => (one < other ? -1 : 1)),
    ['ok    a-green.test.ts (1 passed', 'ok    leaves-a-timer.test.ts (1 passed', 'ok    z-green.test.ts (1 passed']
  )
  assert.match(last ?? '', /^\d+ passed, \d+ failed, 2 skipped$/)
  assert.is(code, 1)
})

test('one file that throws a Left makes the exit code 1', () => {
  assert.is(runOver({ 'a.test.ts': green, 'b.test.ts': planted['throws-a-left']?.[0] ?? [] }).code, 1)
})

test('a red file is run again where that is asked for: green then is named, red stays red, many are none of it', () => {
  const unsteady = [
    "import { existsSync, writeFileSync } from 'node:fs'",
    "const seen = new URL('seen', import.meta.url)",
    "test('x', () => { const first = !existsSync(seen); writeFileSync(seen, ''); assert.not.ok(first) })"
  ]
  const files = { 'a.test.ts': green, 'b.test.ts': file(...unsteady, run) }
  const steady = runOver(files, '--again')
  assert.match(steady.text, /^FAIL {2}b\.test\.ts[^]*^Again, by itself: b\.test\.ts\nok {4}b\.test\.ts/m)
  assert.match(steady.text, /^UNSTEADY {2}b\.test\.ts was red/m)
  assert.is(steady.last, '2 passed, 0 failed, 0 skipped')
  assert.is(steady.code, 0)
  assert.is(runOver(files).code, 1)
  const red = file("test('x', () => { throw new Error('no') })", run)
  const stays = runOver({ ...files, 'c.test.ts': red }, '--again')
  assert.equal([stays.code, stays.last], [1, '2 passed, 1 failed, 0 skipped'])
  const many = Object.fromEntries(['d', 'e', 'f'].map((name) => [`${name}.test.ts`, red]))
  assert.not.match(runOver({ ...files, ...many }, '--again').text, /Again|UNSTEADY/)
})

test('a file that does not end within the limit is red', () => {
  const waits = file("test('x', () => new Promise((end) => setTimeout(end, 99_000)))", run)
  const { code, text } = runOver({ 'waits.test.ts': waits }, '--limit', '1')
  assert.match(text, /FAIL {2}waits\.test\.ts[^]*did not finish within 1 s/)
  assert.is(code, 1)
})

test('a filter runs the files with that text in their path, and is red when there is none', () => {
  const files = { 'charter/a.test.ts': green, 'domain/b.test.ts': planted['fails']?.[0] ?? [] }
  const { code, text, last } = runOver(files, 'charter', 'nowhere')
  assert.match(text, /no test file has 'nowhere' in its path/)
  assert.is(last, '1 passed, 1 failed, 0 skipped')
  assert.is(code, 1)
})

test('a folder without tests is at fault', () => {
  inFolder({ 'notes.ts': ['export {}'] }, (folder) => {
    assert.equal(find(folder, []), { files: [], faults: [`no file in ${folder} ends in .test.ts`] })
  })
})

test('so is a file of tests under another name, and not one that makes suites for others', () => {
  const maker = [importUvu, 'export const make = () => {', "  const test = suite('made')", '  test.run()', '}']
  inFolder({ 'a.test.ts': green, 'b.spec.ts': green, 'make.ts': maker }, (folder) => {
    const { files, faults } = find(folder, [])
    assert.equal(files, ['a.test.ts'])
    assert.is(faults.length, 1)
    assert.match(faults[0] ?? '', /^b\.spec\.ts holds tests/)
  })
})

test.run()
