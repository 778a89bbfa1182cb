import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { FULL_OUTPUT, TERMINAL } from '../../support/preload.ts'
import { inTempProject } from '../../support/temp-project.ts'

const test = suite('emit, as a process')

const repository = (path: string): string => fs.readFileSync(new URL(`../../project/${path}`, import.meta.url), 'utf8')

const STAGING = repository('stacks/staging-eu.ts')
const PRODUCTION = repository('stacks/production-eu.ts')
const BOTH = { 'stacks/staging-eu.ts': STAGING, 'stacks/production-eu.ts': PRODUCTION }
const BROKEN = { 'stacks/staging-eu.ts': STAGING.replace("phase: 'J.7.0'", "phase: 'J.9.9'") }

const LINE =
  /^out\/(staging|production)-eu\/(?:REVIEW\.md {2}written|main\.tf\.json {2}written {2}\d+ resources) {2}sha256:[0-9a-f]{64}$/

test('all stacks are written, one line each, then unchanged, then up to date', () =>
  inTempProject(BOTH, async ({ emit, read, names }) => {
    const first = await emit([])
    assert.equal([first.code, first.stderr], [0, ''])
    const lines = first.stdout.trimEnd().split('\n')
    assert.is(lines.length, 4)
    for (const line of lines) assert.match(line, LINE)
    assert.is(JSON.parse(read('out/staging-eu/main.tf.json')).terraform.backend.s3.bucket, 'zenthea-staging-eu-tfstate')
    assert.equal(names('out/staging-eu'), ['REVIEW.md', 'main.tf.json'])

    const second = await emit([])
    assert.equal([second.code, second.stdout], [0, first.stdout.replaceAll('written', 'unchanged')])
    const checked = await emit(['--check'])
    assert.equal([checked.code, checked.stdout], [0, first.stdout.replaceAll('written', 'up to date')])
  }))

test('from another working directory, by an absolute path and by a relative one', () =>
  inTempProject(BOTH, async ({ emit, at, has }) => {
    const absolute = await emit([at('stacks/staging-eu.ts')], { cwd: '/' })
    assert.equal([absolute.code, absolute.stderr, has('out/production-eu')], [0, '', false])
    const relative = await emit(['production-eu.ts'], { cwd: at('stacks') })
    assert.equal([relative.code, relative.stderr, has('out/production-eu')], [0, '', true])
  }))

test('a broken stack: 1, problems on stderr, nothing on stdout, nothing written, no stack trace', () =>
  inTempProject({ ...BOTH, ...BROKEN }, async ({ emit, has }) => {
    const ran = await emit(['stacks/staging-eu.ts'])
    assert.equal([ran.code, ran.stdout, has('out')], [1, '', false])
    assert.match(ran.stderr, /^stacks\/staging-eu\.ts: 1 problem$/m)
    assert.match(ran.stderr, /^ {2}stacks\/staging-eu\.ts:\d+:\d+ {2}phase$/m)
    assert.not.match(ran.stderr, /^\s+at /m)
    assert.not.match(ran.stderr, '\x1b')
  }))

test('--json: a document and nothing else', () =>
  inTempProject(BROKEN, async ({ emit }) => {
    const ran = await emit(['--json'])
    assert.equal([ran.code, ran.stderr], [1, ''])
    const { version, exitCode, problems } = JSON.parse(ran.stdout)
    assert.equal([version, exitCode, problems[0].source, problems[0].at], [1, 1, 'stacks/staging-eu.ts', ['phase']])
  }))

const UNLOADABLE = {
  'stacks/syntax.ts': 'export default = 1\n',
  'stacks/nothing.ts': 'export const name = 1\n',
  'stacks/other.ts': 'export default 7\n',
  'stacks/throws.ts': "throw new Error('on purpose')\n",
  'stacks/loops.ts': 'const loop = (): never => {\n  for (;;);\n}\nexport default loop()\n',
  'stacks/script.ts': 'export default process.env\n'
}

test('files that cannot be made into stacks: each is told, at once, and nothing of a stack trace', () =>
  inTempProject(UNLOADABLE, async ({ emit, has }) => {
    const named = [...Object.keys(UNLOADABLE), 'stacks/gone.ts']
    const ran = await emit([...named, '--patience', '1'])
    assert.equal([ran.code, ran.stdout, has('out')], [1, '', false])
    const told = [...ran.stderr.matchAll(/^(stacks\/\w+\.ts): 1 problem$/gm)].map(([, source]) => source)
    assert.equal(told, named.toSorted())
    assert.match(ran.stderr, /^7 problems in 7 stacks; nothing was written$/m)
    assert.not.match(ran.stderr, /^\s+at /m)
  }))

test('an unknown option: 2', () =>
  inTempProject(BOTH, async ({ emit }) => {
    const ran = await emit(['--chekc'])
    assert.equal([ran.code, ran.stdout], [2, ''])
    assert.match(ran.stderr, "Unknown option '--chekc'")
  }))

test('colour on a terminal, and none with NO_COLOR', () =>
  inTempProject({ ...BOTH, ...BROKEN }, async ({ emit }) => {
    const env = { TERM: 'xterm' }
    const [red, white] = await Promise.all([
      emit([], { preload: TERMINAL, env }),
      emit([], { preload: TERMINAL, env: { ...env, NO_COLOR: '1' } })
    ])
    assert.match(red.stderr, '\x1b[31m')
    assert.not.match(white.stderr, '\x1b')
  }))

/** Fails one call of node:fs inside of out/ with a code of the system. */
const failing = (call: string, code: string): string => `
  import fs from 'node:fs'
  const real = fs.${call}
  fs.${call} = (path, ...rest) => {
    if (!String(path).includes('/out/')) return real(path, ...rest)
    throw Object.assign(new Error('${code}: as the system says it'), { code: '${code}' })
  }`

for (const [call, code, words] of [
  ['openSync', 'ENOSPC', 'Make room on the full disk'],
  ['mkdirSync', 'EACCES', 'Give yourself the right']
] as const)
  test(`${code}: 1, the words of the system, what to do, and no stack trace`, () =>
    inTempProject(BOTH, async ({ emit, has }) => {
      const ran = await emit(['stacks/staging-eu.ts'], { preload: failing(call, code) })
      assert.equal([ran.code, ran.stdout, has('out/staging-eu/main.tf.json')], [1, '', false])
      assert.match(ran.stderr, `${code}: as the system says it`)
      assert.match(ran.stderr, words)
      assert.not.match(ran.stderr, /^\s+at /m)
    }))

test('killed before the rename: the old file, and the next run leaves no litter', () =>
  inTempProject(BOTH, async ({ emit, read, write, names }) => {
    write('out/staging-eu/main.tf.json', 'old\n')
    const preload = `
      import fs from 'node:fs'
      fs.renameSync = () => { process.kill(process.pid, 'SIGKILL'); for (;;); }`
    const killed = await emit(['stacks/staging-eu.ts'], { preload })
    assert.is(killed.signal, 'SIGKILL')
    assert.is(read('out/staging-eu/main.tf.json'), 'old\n')
    assert.is(names('out/staging-eu').length, 2)
    assert.is((await emit([])).code, 0)
    assert.equal(names('out/staging-eu'), ['REVIEW.md', 'main.tf.json'])
  }))

test('a defect: one line, 1, and a stack trace only for --debug', () =>
  inTempProject(BOTH, async ({ emit }) => {
    const preload = `
      import fs from 'node:fs'
      fs.renameSync = () => { throw new TypeError('something\\x1b[2J') }`
    const quiet = await emit([], { preload })
    assert.equal([quiet.code, quiet.stdout], [1, ''])
    assert.is(
      quiet.stderr,
      'emit: this is a defect of emit, not of your stacks: TypeError: something\\u{1b}[2J\n' +
        'Report it, with what --debug shows beside it.\n' +
        'What this means and why: npm run explain -- defect\n'
    )
    const loud = await emit(['--debug'], { preload })
    assert.is(loud.code, 1)
    const [, file = '', line = ''] = /^\s+at [^\n]*?([^\s(]+\.ts):(\d+):\d+/m.exec(loud.stderr) ?? []
    const lines = fs.readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8').split('\n')
    assert.match(lines[Number(line) - 1] ?? '', 'renameSync')
  }))

test('a reader who goes away changes nothing', () =>
  inTempProject(BOTH, async ({ emit, has }) => {
    const ran = await emit([], { isUnheard: true })
    assert.equal([ran.code, ran.stderr, has('out/staging-eu/main.tf.json')], [0, '', true])
  }))

test('results that cannot be printed for another reason are 1', () =>
  inTempProject(BOTH, async ({ emit }) => {
    const ran = await emit([], { preload: FULL_OUTPUT })
    assert.equal(
      [ran.code, ran.stderr],
      [1, 'emit: cannot print the results: ENOSPC: words\nWhat this means and why: npm run explain -- not-printed\n']
    )
  }))

test.run()
