import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checkNames } from '../../../src/commands/preflight/check-names.ts'
import type { Redraw } from '../../../src/commands/preflight/show.ts'
import { awsFailure, healthyWorld, preflightTyped } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('what preflight says of a command line, and while it runs')

/** What is said of a command line in a world that is healthy but for calls that are tried again. */
const typed =
  (argv: ReadonlyArray<string>, isRetried = false): Screen =>
  async () => {
    const world = healthyWorld()
    if (isRetried)
      world.retried = [
        [awsFailure({ _tag: 'Throttled', code: 'SlowDown', message: 'slow down', status: 503, attempts: 1 }), 5, 500],
        [awsFailure({ _tag: 'Throttled', code: 'SlowDown', message: 'slow down', status: 503, attempts: 2 }), 5, 1000]
      ]
    const { code, out, err, asked } = await preflightTyped(world, argv)
    assert.is(asked.length > 0, code === 0 && !argv.includes('--help'), 'AWS is asked of a stack alone')
    return [...err.split('\n').filter((line) => line !== ''), ...out.trimEnd().split('\n'), `exit code ${code}`]
  }

readsAs(test, new URL('program.txt', import.meta.url), {
  'the help': typed(['staging-eu', '--help']),
  'an option that is not known': typed(['staging-eu', '--quick']),
  'a check that is not known': typed(['staging-eu', '--check', 'lock']),
  'no stack': typed([]),
  'two stacks': typed(['staging-eu', 'production-eu']),
  'a proxy that is not an address': typed(['staging-eu', '--proxy', 'nowhere']),
  'calls that are tried again': typed(['staging-eu', '--check', 'identity'], true),
  'calls that are tried again, beside a document': async () => {
    const lines = await typed(['staging-eu', '--check', 'identity', '--json'], true)()
    return lines.filter((line) => !/^[ {}[\]]/.test(line) || line.includes('again'))
  }
} satisfies Readonly<Record<string, Screen>>)

test('on a terminal that can be drawn over, the rows of the run are drawn, and written once at the end', async () => {
  const drawn: Array<string> = []
  const did: Array<string> = []
  const redraw: Redraw = Object.assign((text: string) => void drawn.push(text), {
    clear: () => void did.push('clear'),
    done: () => void did.push('done')
  })
  const namesIn = (text: string): ReadonlyArray<string> =>
    text.split('\n').flatMap((line) => /^ {2}([a-z-]+) {2,}/.exec(line)?.[1] ?? [])
  const { code, out } = await preflightTyped(healthyWorld(), ['staging-eu'], redraw)
  assert.is(code, 0)
  assert.equal(namesIn(drawn[0] ?? ''), checkNames)
  assert.match(drawn[0] ?? '', /reviewed-file +running/)
  assert.not.match(drawn.at(-1) ?? '', /running|due|waiting/)
  assert.equal(
    checkNames.filter((name) => !drawn.some((table) => new RegExp(`^  ${name} +running`, 'm').test(table))),
    ['state-clean'],
    'that one is judged on what state-whole read'
  )
  assert.equal(did, ['clear', 'done'])
  assert.equal(namesIn(out), checkNames)
  const one = await preflightTyped(healthyWorld(), ['staging-eu', '--check', 'bucket'], redraw)
  assert.equal(namesIn(one.out), ['environment', 'identity', 'bucket'])
  const json = await preflightTyped(healthyWorld(), ['staging-eu', '--json'], redraw)
  assert.equal(did, ['clear', 'done', 'clear', 'done'], 'nothing is drawn beside a document')
  assert.is(json.out[0], '{')
})

test.run()
