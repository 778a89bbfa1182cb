import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { UsersPath } from '../../src/declaration/users-path.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('users path')

test('paths as IAM documents them', () => {
  const paths = ['/operators/', '/division_abc/subdivision_xyz/', '/a+b=c,d.e@f-g/']
  assert.equal(accepted(UsersPath, paths), paths)
})

test('never every user, never a pattern, never half a name', () => {
  const others = [
    '/',
    '',
    '/*/',
    '/oper*/',
    '/oper?/',
    'operators',
    '/operators',
    'operators/',
    '//',
    '/a//b/',
    '/${aws:username}/'
  ]
  assert.equal(accepted(UsersPath, [...others, '/a\n/', `/${'a'.repeat(511)}/`, 1, null, undefined]), [])
})

test.run()
