import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ForeseenPorts, foreseen } from '../../../../src/commands/preflight/foreseen/foreseen.ts'
import { momentAt } from '../../../../src/diagnostics/kinds.ts'
import { clock } from '../../../../src/outside/process/clock.ts'
import { stagingIn } from '../staging-subject.ts'

const test = suite('what is foreseen of the next run of the guard')

const NOW = Date.UTC(2026, 0, 31, 12)
const subject = { ...stagingIn('/project'), imports: ['stacks/shared.ts'] }
const binary = { path: '/usr/bin/tofu', form: 'ELF', namesOpenTofu: true, isInCheckout: false, changeable: [] }

type Machine = {
  readonly changeable: unknown
  readonly states: unknown
  readonly found: unknown
  readonly folders: unknown
}
const right: Machine = {
  changeable: E.right([]),
  states: E.right([]),
  found: E.right(binary),
  folders: E.right(undefined)
}

/** What is foreseen on that machine, and what was asked of it. */
const onMachine = async (machine: Partial<Machine>, minutes = 15, more: Readonly<Record<string, string>> = {}) => {
  const { changeable, states, found, folders } = { ...right, ...machine }
  const asked: Array<unknown> = []
  const ports = {
    variables: { PATH: '/usr/bin', ...more },
    clock: { ...clock, now: () => momentAt(NOW) },
    finder: { find: (...of: ReadonlyArray<unknown>) => (asked.push(of), T.of(found)) },
    checkout: { changeable: (...of: ReadonlyArray<unknown>) => (asked.push(of), T.of(changeable)) },
    leftovers: { states: (stack: string) => (asked.push(stack), T.of(states)) },
    privateFolders: () => Promise.resolve(folders)
  } as unknown as ForeseenPorts
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x', expiration: NOW + minutes * 60_000 }
  return { said: await foreseen(subject, credentials, ports)(), asked }
}

test('nothing, where all is right, after a look at the project, its stack and the PATH', async () => {
  const { said, asked } = await onMachine({})
  assert.equal(said, [])
  assert.equal(asked, [
    [
      '/project',
      [
        '.',
        'out/staging-eu/main.tf.json',
        'out/staging-eu/.terraform.lock.hcl',
        'stacks/staging-eu.ts',
        'stacks/shared.ts'
      ]
    ],
    'staging-eu',
    ['/project', undefined, '/usr/bin']
  ])
})

test('each thing that the guard would refuse, in its order', async () => {
  const { said } = await onMachine(
    {
      changeable: E.right(['/project/stacks', '/project/a b']),
      states: E.right(['/state/errored.tfstate']),
      found: E.left({ _tag: 'SystemRefused', path: '/usr/bin/tofu', code: 'EACCES', message: 'permission denied' }),
      folders: E.left({ _tag: 'NotPrivate', path: '/tmp', why: 'can be changed by others' })
    },
    14,
    { CI: 'true' }
  )
  assert.equal(
    said.map(({ rule, actual }) => [rule, actual]),
    [
      ['by-hand', 'CI is set: an automated run'],
      ['credentials-last', 'they end in 14 minutes'],
      ['checkout-unchanged-by-others', 'others can change /project/stacks'],
      ['checkout-unchanged-by-others', 'others can change /project/a b'],
      ['tofu-itself', '/usr/bin/tofu: permission denied'],
      ['private-folders', '/tmp can be changed by others'],
      ['state-stored', 'there is /state/errored.tfstate']
    ]
  )
  assert.is(
    said[2]?.remedy,
    "Take their right to write away: chmod go-w /project/stacks '/project/a b'; or work in a clone of your own."
  )
})

test('a machine without a tofu is told so, and what cannot be read is left to the guard', async () => {
  const { said } = await onMachine({
    changeable: E.left({ what: 'x', cause: 'x' }),
    states: E.left({ what: 'x', cause: 'x' }),
    found: E.left({ _tag: 'NoTofu' })
  })
  assert.equal(said, [
    {
      rule: 'tofu-itself',
      clause: 'J.7.0 §2',
      from: { kind: 'machine', name: '--tofu, or the first tofu on PATH' },
      expected: 'OpenTofu itself, a program that was built from it',
      actual: 'there is none on PATH',
      remedy: 'Install a release of OpenTofu, or name it: --tofu PATH'
    }
  ])
})

test.run()
