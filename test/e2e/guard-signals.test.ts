import { execFileSync, spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { missing, onPath } from '../../src/outside/stand-in/on-path.ts'

const python = onPath('python3')
if (python === undefined) throw missing('A pseudo-terminal', 'put python3 on PATH', 'it is not there')

const support = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url))
const loader = fileURLToPath(new URL('../../test/typescript.js', import.meta.url))
const npm = join(dirname(process.execPath), 'npm')

/** A tofu that says each signal it gets, ends well so long after the first, and at once at the second. */
const fake = (releasing: number): string => `
  const { appendFileSync } = require('node:fs')
  const say = (text) => { appendFileSync('said', text + '\\n'); try { console.log(text) } catch {} }
  process.stdout.on('error', () => {})
  let count = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {
    say(signal)
    if (signal === 'SIGHUP') return
    count += 1
    setTimeout(() => console.log('half a second'), 500)
    if (count === 2) process.exit(1)
    setTimeout(() => { say('released'); process.exit(0) }, ${releasing})
  })
  setTimeout(() => say('applying'), 100)
  setTimeout(() => { say('nobody came'); process.exit(9) }, 240_000)
`

/** One that needs no key press, in a shell: Node would abort at its end where the terminal is gone. */
const ALONE = `
  trap 'echo SIGHUP >> said' HUP
  echo applying >> said; echo applying
  sleep 2
  echo more
  echo released >> said
`

const test = suite<{ folder: string }>('signals while tofu runs at a terminal')
test.before.each((context) => {
  context.folder = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-signals-')))
})
test.after.each(({ folder }) => fs.rmSync(folder, { recursive: true, force: true }))

const inPython = (folder: string, helper: string, args: ReadonlyArray<string>) =>
  new Promise<{ code: number | null; screen: string }>((resolve, reject) => {
    const child = spawn(python, [support(helper), ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, TERM: 'dumb', NODE_OPTIONS: process.env['NODE_OPTIONS'] },
      stdio: ['ignore', 'pipe', 'inherit']
    })
    let screen = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, screen }))
  })

const guard = (...program: ReadonlyArray<string>): ReadonlyArray<string> => [
  process.execPath,
  ...['--import', loader, support('guard-child.ts'), 'ended', ...program]
]
const said = (folder: string): ReadonlyArray<string> => fs.readFileSync(join(folder, 'said'), 'utf8').trim().split('\n')
const ended = (folder: string): unknown => JSON.parse(fs.readFileSync(join(folder, 'ended'), 'utf8'))

test('Ctrl-C reaches tofu once, and is waited for', async ({ folder }) => {
  const typing = JSON.stringify([['applying', '\u0003']])
  const { code } = await inPython(folder, 'in-terminal.py', [typing, ...guard(process.execPath, '-e', fake(2000))])
  assert.is(code, 0)
  assert.equal(said(folder), ['applying', 'SIGINT', 'released'])
  assert.equal(ended(folder), { code: 0, interrupts: 1, isTerminalGone: false })
})

test('Ctrl-\\, which ends most programs at once, reaches tofu as Ctrl-C does', async ({ folder }) => {
  const typing = JSON.stringify([['applying', '\u001c']])
  const { code } = await inPython(folder, 'in-terminal.py', [typing, ...guard(process.execPath, '-e', fake(2000))])
  assert.is(code, 0)
  assert.equal(said(folder), ['applying', 'SIGINT', 'released'])
  assert.equal(ended(folder), { code: 0, interrupts: 1, isTerminalGone: false })
})

test('Ctrl-C reaches tofu once behind npm too', async ({ folder }) => {
  fs.writeFileSync(join(folder, 'fake.cjs'), fake(2000))
  const line = `${process.execPath} --import ${loader} ${support('guard-child.ts')} ended ${process.execPath} fake.cjs`
  fs.writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'p', private: true, scripts: { tofu: line } }))
  const typing = JSON.stringify([['applying', '\u0003']])
  await inPython(folder, 'in-terminal.py', [typing, npm, 'run', '-s', 'tofu'])
  const before = Date.now()
  while (!fs.existsSync(join(folder, 'ended')) && Date.now() - before < 120_000) execFileSync('sleep', ['0.1'])
  assert.equal(said(folder), ['applying', 'SIGINT', 'released'])
})

test('a second Ctrl-C is passed on, after a warning', async ({ folder }) => {
  const typing = JSON.stringify([
    ['applying', '\u0003'],
    ['half a second', '\u0003']
  ])
  const { code, screen } = await inPython(folder, 'in-terminal.py', [
    typing,
    ...guard(process.execPath, '-e', fake(200_000))
  ])
  assert.is(code, 1, screen)
  assert.equal(said(folder), ['applying', 'SIGINT', 'SIGINT'])
  assert.equal(ended(folder), { code: 1, interrupts: 2, isTerminalGone: false })
  assert.ok(screen.indexOf('asked 2') > screen.indexOf('half a second'))
})

test('a terminal that goes away does not reach tofu, which ends what it has begun', async ({ folder }) => {
  await inPython(folder, 'hang-up.py', [JSON.stringify([['applying', null]]), ...guard('/bin/sh', '-c', ALONE)])
  assert.equal(said(folder), ['applying', 'released'])
  assert.equal(ended(folder), { code: 0, interrupts: 0, isTerminalGone: true })
})

test.run()
