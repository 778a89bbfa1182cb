import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { missing, onPath } from '../../src/outside/stand-in/on-path.ts'

const python = onPath('python3')
if (python === undefined) throw missing('A pseudo-terminal', 'put python3 on PATH', 'it is not there')

const support = (name: string): string => fileURLToPath(new URL(`../support/${name}`, import.meta.url))
const loader = fileURLToPath(new URL('../../test/typescript.js', import.meta.url))

const test = suite('an answer that is typed before the question')

const asked = (...typing: ReadonlyArray<readonly [text: string, typed: string]>) =>
  new Promise<{ code: number | null; screen: string }>((resolve, reject) => {
    const child = spawn(
      python,
      [
        support('in-terminal.py'),
        JSON.stringify(typing),
        process.execPath,
        ...['--import', loader, support('asking-child.ts')]
      ],
      { env: { PATH: process.env['PATH'], TERM: 'dumb' }, stdio: ['ignore', 'pipe', 'inherit'] }
    )
    let screen = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (screen += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, screen }))
  })

for (const [what, ahead] of [
  ['a whole line', 'staging\n'],
  ['the beginning of a line', 'stag'],
  ['a pasted block', 'one\nstaging\ntwo\n'],
  ['the end of all input', '\u0004'],
  ['nothing', '']
] as const)
  test(`${what} is thrown away, and the answer after it counts`, async () => {
    const { screen } = await asked(['busy', ahead], ['Name: ', 'production\n'])
    assert.match(screen, 'answer "production"')
  })

test('Ctrl-C before the question and at it stays a signal', async () => {
  for (const typing of [[['busy', 'staging\n\u0003']], [['Name: ', '\u0003']]] as const) {
    const { code, screen } = await asked(...typing)
    assert.match(screen, 'interrupted')
    assert.is(code, 130)
  }
})

test.run()
