import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { hereIn } from '../../../src/commands/sandbox/here.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import type { Inside, World } from '../../../src/outside/sandbox/world.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the sandbox in which a program runs')

const staging = sandboxStack(emittedStaging())
const world: World = {
  folder: '/sandbox',
  checkout: '/checkout',
  files: '/checkout/files',
  python: 'python3',
  tofu: 'tofu',
  proxy: 'http://127.0.0.1:1',
  authority: '/sandbox/ca.pem',
  stacks: [staging, { ...staging, name: 'production-eu' }],
  keys: { '111122223333': 'AKIAIOSFODNN7EXAMPLE' },
  foreign: '999988887777',
  isEnforced: true,
  within: []
}

/** What is found in a folder whose only file has this text: the stack that the shell is at, or why there is none. */
const found = async (text: string, name: string | undefined): Promise<string> => {
  const ports = {
    text: (path: string): string => {
      if (path === '/sandbox/world.json') return text
      throw new Error(path)
    },
    inside: (of: World, stack: World['stacks'][number]) => {
      assert.equal(of, world)
      return { stack } as Inside
    }
  }
  const here = await hereIn(ports, '/sandbox', name)()
  return E.isRight(here) ? `at ${here.right.stack.name}` : here.left
}

test('it is at the stack of that name, or at its first', async () => {
  assert.is(await found(JSON.stringify(world), undefined), 'at staging-eu')
  assert.is(await found(JSON.stringify(world), 'production-eu'), 'at production-eu')
  assert.is(
    await found(JSON.stringify(world), 'staging-us'),
    "'staging-us' is not a stack of this sandbox, which has staging-eu, production-eu"
  )
})

test('a folder that is gone, a file that is cut off and a file of another thing are told apart', async () => {
  assert.equal(
    await hereIn(
      {
        text: () => {
          throw new Error('ENOENT')
        },
        inside: () => assert.unreachable() as never
      },
      '/gone',
      undefined
    )(),
    E.left('the sandbox in /gone is gone')
  )
  assert.is(await found('{"folder":', undefined), 'the sandbox in /sandbox is gone')
  for (const other of [{}, { ...world, more: 1 }, { ...world, stacks: [{}] }, null])
    assert.is(await found(JSON.stringify(other), undefined), 'this is not a sandbox')
})

test.run()
