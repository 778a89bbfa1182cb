import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Checkout, inCheckout } from '../support/checkout.ts'

const STACK = 'stacks/staging-eu.ts'

/** Runs npm in a checkout, as a person does who types this line there. */
const npm = ({ at, cache }: Checkout, line: string) => {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(config|lifecycle|command)/i.test(name))
  const { status, stdout, stderr } = spawnSync('npm', line.split(' '), {
    cwd: at('.'),
    encoding: 'utf8',
    env: {
      ...Object.fromEntries(kept),
      XDG_CACHE_HOME: cache,
      XDG_STATE_HOME: `${cache}/state`,
      AWS_EC2_METADATA_DISABLED: 'true'
    }
  })
  return { code: status, stdout, stderr }
}

const test = suite('npm run')

test('without --: nothing is done, 2, and the line to type', () =>
  inCheckout(async (made) => {
    const emitted = made.at('out/staging-eu/main.tf.json')
    fs.writeFileSync(emitted, 'edited\n')
    for (const [line, kept, right] of [
      ['run emit --check', '--check', 'emit -- --check'],
      ['run emit --json', '--json', 'emit -- --json'],
      [`run emit ${STACK} --chekc`, '--chekc', `emit -- ${STACK} --chekc`],
      [`run seed ${STACK} --dry-run`, '--dry-run', `seed -- ${STACK} --dry-run`],
      [`run preflight ${STACK} --check lock`, '--check', `preflight -- ${STACK} --check=lock`],
      [`run tofu ${STACK} plan -destroy`, '--destroy', `tofu -- ${STACK} plan --destroy`]
    ] as const) {
      const { code, stderr } = npm(made, line)
      assert.is(code, 2, line)
      assert.match(stderr, `npm kept ${kept} for itself`)
      assert.match(stderr, `\n  npm run ${right}\n`)
    }
    assert.is(fs.readFileSync(emitted, 'utf8'), 'edited\n')
  }))

test('with --, and with settings of .npmrc: the command', () =>
  inCheckout(async (made) => {
    fs.writeFileSync(made.at('.npmrc'), 'proxy=http://proxy.example:3128\njson=true\ncheck=true\nnode-linker=hoisted\n')
    const { code, stdout } = npm(made, 'run --silent emit -- --check')
    assert.is(code, 0)
    assert.match(stdout, /^out\/staging-eu\/main\.tf\.json {2}up to date/m)
    const other = npm(made, 'run --silent preflight --proxy=http://other.example:1')
    assert.is(other.code, 2)
    assert.match(other.stderr, 'npm run preflight -- --proxy=http://other.example:1')
  }))

test.run()
