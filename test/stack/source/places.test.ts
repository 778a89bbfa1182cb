import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path } from '../../../src/diagnostics/diagnostic.ts'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { placeOfPath } from '../../../src/stack/source/places.ts'

const test = suite('where a stack is written')

const surface = ['zenthea-foundation/stack', 'zenthea-foundation/operator-role', 'zenthea-foundation/block']

const head = `import { stack } from 'zenthea-foundation/stack'
import { operatorRole as role } from 'zenthea-foundation/operator-role'
import { resource } from 'zenthea-foundation/block'
import { tags } from './shared/tags.ts'
`

/** Line, column and what stands there, of a path into a stack that follows the imports. */
const seen = (body: string, path: Path): string => {
  const text = head + body
  const { module, problems } = judgedSource('stacks/a.ts', text, surface)
  assert.equal(problems, [])
  const place = placeOfPath(module?.written ?? [], path)
  if (place === undefined) return 'nowhere'
  const line = text.split('\n')[place.line - 1] ?? ''
  return line.slice(place.column - 1, place.column + 11)
}

const whole = `const backend = { bucket: 'one', key: 'two' }
const account = '111122223333' as string
const base = { environment: 'staging', region: { logical: 'eu', aws: 'eu-west-2' } } as const
const make = (name: string) => ({ [name]: 1 })
const parts = [
  role({ sessionHours: 1, trust: { roles: ['arn:one', 'arn:two'], users: [] } }),
  resource('aws_instance', 'web', { ami: 'x' })
]
export default stack({ ...base, account, backend, tags, operatorRole: 'arn:role', trustedAccounts: make('x') } as never, parts as never)
`

const cases: ReadonlyArray<readonly [Path, string]> = [
  [['account'], "'111122223333'".slice(0, 12)],
  [['environment'], 'environment:'],
  [['region', 'aws'], "aws: 'eu-wes"],
  [['backend', 'key'], "key: 'two' }"],
  [['backend', 'lockTable'], "{ bucket: 'o"],
  [['tags', 'Purpose'], 'tags, operat'],
  [['operatorRole'], 'operatorRole'],
  [['operatorRole', 'trust', 'roles', 1], "'arn:two'], "],
  [['operatorRole', 'mfa'], 'role({ sessi'],
  [['block', 'aws_instance', 'web', 'ami'], "ami: 'x' })"],
  [['parts', 1], "resource('aw"],
  [['trustedAccounts', 0], 'trustedAccou'],
  [[], 'stack({ ...b']
]

for (const [path, expected] of cases)
  test(`${path.join('.') || 'the stack'} is where its value was written, or the nearest thing around it`, () => {
    assert.is(seen(whole, path), expected)
  })

test('a stack under another export, and one that another file makes', () => {
  const made = `const s = stack({ account: '1' } as never, [] as never)\nexport { s as default }\n`
  assert.is(seen(made, ['account']), "account: '1'")
  assert.is(seen(`export { default } from './shared/stack.ts'\n`, ['account']), 'export { def')
  assert.is(seen(`export const a = 1\n`, ['account']), 'nowhere')
})

test('constants that mean each other are followed to no end', () => {
  assert.is(
    seen(`const a = { b: c }\nconst c = { a }\nexport default stack(a as never, [] as never)\n`, ['b', 'x']),
    '{ a }'
  )
})

test.run()
