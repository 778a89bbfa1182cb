import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { printPolicy } from '../../../src/commands/seed/print-policy.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

/** What is printed of the policy of staging-eu, with its two roles and its boundary in this path. */
const printed = (path: string) => {
  const wanted = wantedOfStaging()
  const text = JSON.stringify(wanted.declaration).replaceAll('/zenthea/foundation/', path)
  const [out, err]: [Array<string>, Array<string>] = [[], []]
  const terminal = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    paintOut: plain,
    paintErr: plain
  }
  const code = printPolicy(terminal, { ...wanted, declaration: JSON.parse(text) as typeof wanted.declaration })()
  return { code, out: out.join(''), err: err.join('') }
}

const test = suite('the policy of day 0, printed')

test('it is JSON that ends in one newline', () => {
  const { code, out, err } = printed('/zenthea/foundation/')
  assert.equal([code, err], [0, ''])
  assert.match(out, /\}\n$/)
  assert.match(
    JSON.stringify(JSON.parse(out)),
    'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator'
  )
})

test('one that AWS would not take is refused, and says how much is too much and what to do', () => {
  const { code, out, err } = printed(`/${'p'.repeat(510)}/`)
  assert.equal([code, out], [1, ''])
  const [first, ...others] = err.split('\n')
  assert.match(first ?? '', /^seed: the policy of day 0 is \d+ characters longer than a managed policy may be$/)
  assert.equal(others, [
    '  to do     Give the two roles and the boundary a shorter path in the stack.',
    'What a rule means and why: npm run explain -- policy-sizes',
    ''
  ])
})

test.run()
