import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seedArguments } from '../../../src/commands/seed/arguments.ts'

const test = suite('the command line of seed')

const read = (...argv: ReadonlyArray<string>) => seedArguments('/project', argv)
const nothing = {
  ...{ files: [], isDryRun: false, isPolicy: false, help: false },
  route: { proxy: undefined, caBundle: undefined }
}

test('an option is read as it is typed, and none has another value', () => {
  for (const [argv, differs] of [
    [[], {}],
    [['staging-eu', 'prod-eu'], { files: ['staging-eu', 'prod-eu'] }],
    [['--dry-run'], { isDryRun: true }],
    [['--policy'], { isPolicy: true }],
    [['-h'], { help: true }],
    [['--help', '--debug'], { help: true }],
    [
      ['--proxy', 'http://proxy.example:3128', '--ca-bundle', 'ca.pem'],
      { route: { proxy: 'http://proxy.example:3128', caBundle: '/project/ca.pem' } }
    ]
  ] as const)
    assert.equal(read(...argv), E.right({ ...nothing, ...differs }), argv.join(' '))
})

test('a dry run creates nothing and a policy asks nothing: both together, or a proxy that is not one, are refused', () => {
  assert.equal(
    read('staging-eu', '--policy', '--dry-run'),
    E.left({ _tag: 'NotUnderstood', message: 'choose one of --dry-run and --policy' })
  )
  assert.equal(read('staging-eu', '--proxy', 'proxy:1'), E.left({ _tag: 'NotAProxy' }))
})

test.run()
