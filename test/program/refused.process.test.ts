import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inCheckout } from '../support/checkout.ts'

const COMMANDS = ['emit', 'review', 'seed', 'preflight', 'tofu', 'sandbox'] as const
const explain = (word: string): string => `What this means and why: npm run explain -- ${word}\n`
const NOT_INSTALLED = `zenthea: node_modules does not hold the packages of package-lock.json; run npm ci where package.json lies\n${explain('not-installed')}`

const ofNode = (version: string): string =>
  `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`

const test = suite('a program that cannot be run')

test('without node_modules every command says what to do, also when it was built before', () =>
  inCheckout(async ({ at, run }) => {
    assert.is((await run('emit', ['--help'])).code, 0)
    fs.rmSync(at('node_modules'))
    for (const command of COMMANDS)
      for (const args of [[], ['--help']]) {
        const { code, stdout, stderr } = await run(command, args)
        assert.equal([code, stdout, stderr], [2, '', NOT_INSTALLED])
      }
  }))

test('nothing is built of other packages than those of the lock file', () =>
  inCheckout(async ({ at, run, built }) => {
    const lock = fs.readFileSync(at('package-lock.json'), 'utf8')
    const parsed = JSON.parse(lock)
    const { version } = parsed.packages['node_modules/fp-ts']
    for (const edited of [
      lock.replace(`"version": "${version}"`, '"version": "2.16.12"'),
      lock.replace('"node_modules/fp-ts"', '"node_modules/not-there"')
    ]) {
      assert.is.not(edited, lock)
      fs.writeFileSync(at('package-lock.json'), edited)
      const { code, stdout, stderr } = await run('emit', ['--help'])
      assert.equal([code, stdout, stderr, built()], [2, '', NOT_INSTALLED, []])
    }
  }))

for (const version of ['18.20.8', '20.18.3'])
  test(`Node ${version} is told to be too old`, () =>
    inCheckout(async ({ run, built }) => {
      const { code, stdout, stderr } = await run('emit', ['--check'], { preload: ofNode(version) })
      assert.equal([code, stdout, built()], [2, '', []])
      assert.is(stderr, `zenthea: Node ${version} is too old; install Node 20.19 or later\n${explain('node-too-old')}`)
    }))

test('Node 20.19 and later are new enough', () =>
  inCheckout(async ({ run }) => {
    for (const version of ['20.19.0', '22.0.0', '100.0.0'])
      assert.is((await run('emit', ['--help'], { preload: ofNode(version) })).code, 0, version)
  }))

test.run()
