import { hostname, userInfo } from 'node:os'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { whoIsHere } from '../../../src/outside/process/who.ts'

const test = suite('who is here, as a lock of OpenTofu says it')

test('the user and the host of this machine', () => {
  assert.is(whoIsHere(), `${userInfo().username}@${hostname()}`)
  assert.is(
    whoIsHere(
      () => 'jane',
      () => 'laptop'
    ),
    'jane@laptop'
  )
})

test('a user without a name, as in a container, is left out as OpenTofu leaves one out', () => {
  const unknown = (): string => {
    throw new Error('ENOENT: no such file or directory, uv_os_get_passwd')
  }
  assert.is(
    whoIsHere(unknown, () => 'laptop'),
    '@laptop'
  )
})

test.run()
