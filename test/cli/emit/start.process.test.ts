import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { modulesOf } from '../../support/module-trace.ts'
import { FULL_OUTPUT, TERMINAL } from '../../support/preload.ts'
import { type TempProject, inTempProject } from '../../support/temp-project.ts'

const test = suite('the start of emit')

const repository = (path: string): string => fs.readFileSync(new URL(`../../project/${path}`, import.meta.url), 'utf8')
const COMMITTED = Object.fromEntries(
  [
    'stacks/staging-eu.ts',
    'stacks/production-eu.ts',
    'out/staging-eu/main.tf.json',
    'out/production-eu/main.tf.json'
  ].map((path) => [path, repository(path)])
)

/** Makes the stacks as young as an author's last save, or as old as what was emitted long ago. */
const saved = ({ at, names }: TempProject, when: 'before' | 'after'): void => {
  const now = Date.now() / 1000
  const time = when === 'after' ? now + 60 : now - 60
  for (const name of names('stacks')) fs.utimesSync(at(`stacks/${name}`), time, time)
}

test('where nothing changed, this thread loads neither the program nor a loader for it', async () => {
  const modules = await modulesOf('emit', ['--check'], COMMITTED)
  const main = modules.filter((module) => module.startsWith('main'))
  assert.ok(main.some((module) => module.endsWith('/src/cli/emit/unchanged.js')))
  assert.equal(
    main.filter((module) => /\.ts$|^main imports .*node_modules/.test(module)),
    []
  )
})

for (const args of [[], ['--json']])
  test(`[${args.join(' ')}] where there is something to do: the program, and one thread that reads stacks`, async () => {
    const { 'stacks/staging-eu.ts': text = '' } = COMMITTED
    const modules = await modulesOf('emit', args, { 'stacks/staging-eu.ts': text })
    assert.ok(modules.some((module) => module.startsWith('main') && module.endsWith('/src/cli/emit/program.ts')))
    assert.is(modules.filter((module) => module.startsWith('worker') && module.endsWith('/stack/entry.js')).length, 1)
  })

for (const args of [[], ['--check'], ['stacks/staging-eu.ts']])
  test(`[${args.join(' ')}]: the same words with the program and without, on a terminal too`, () =>
    inTempProject(COMMITTED, async (made) => {
      const options = { preload: TERMINAL, env: { TERM: 'xterm' } }
      saved(made, 'before')
      const quick = await made.emit(args, options)
      saved(made, 'after')
      const whole = await made.emit(args, options)
      assert.match(quick.stdout, '\x1b[')
      assert.equal(quick, whole)
    }))

test('what the program has to say, it says of the run that was begun', () =>
  inTempProject(COMMITTED, async (made) => {
    const text = made.read('stacks/staging-eu.ts')
    made.write('stacks/staging-eu.ts', text.replace("phase: 'J.7.0'", "phase: 'J.9.9'"))
    saved(made, 'before')
    const quick = await made.emit([])
    saved(made, 'after')
    const whole = await made.emit([])
    assert.equal([quick.code, quick.stdout], [1, ''])
    assert.match(quick.stderr, /^stacks\/staging-eu\.ts: 1 problem$/m)
    assert.equal(quick, whole)
  }))

test('a stack that never ends, and whose file is younger', () =>
  inTempProject(COMMITTED, async (made) => {
    made.write('stacks/staging-eu.ts', 'export const then = () => 1\nexport default 1')
    saved(made, 'before')
    const { code, stderr } = await made.emit(['stacks/staging-eu.ts'])
    assert.is(code, 1)
    assert.match(stderr, 'it waits for something that never comes')
  }))

test('a change that the clock does not show is written all the same', () =>
  inTempProject(COMMITTED, async (made) => {
    const text = made.read('out/staging-eu/main.tf.json')
    made.write('out/staging-eu/main.tf.json', text.replace('eu-central-1', 'eu-central-9'))
    saved(made, 'before')
    const { code, stdout } = await made.emit([])
    assert.is(code, 0)
    assert.match(stdout, /staging-eu\/main\.tf\.json {2}written/)
    assert.is(made.read('out/staging-eu/main.tf.json'), text)
  }))

test('a reader who goes away changes nothing', () =>
  inTempProject(COMMITTED, async (made) => {
    saved(made, 'before')
    const { code, stderr } = await made.emit([], { isUnheard: true })
    assert.equal([code, stderr], [0, ''])
  }))

test('results that cannot be printed for another reason are 1', () =>
  inTempProject(COMMITTED, async (made) => {
    saved(made, 'before')
    const { code, stderr } = await made.emit([], { preload: FULL_OUTPUT })
    assert.equal([code, stderr], [1, 'emit: cannot print the results: ENOSPC: words\n'])
  }))

test.run()
