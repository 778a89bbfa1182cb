import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addressed, otherKindIn, sessionIn } from '../../src/access/principal.ts'

const test = suite('whom a statement speaks of')

const role = 'arn:aws:iam::111122223333:role/a/Operator'
const session = 'arn:aws:sts::111122223333:assumed-role/Operator/anna'

/** Which kind of grant each name is, and whether it is decided. Source: IAM, "AWS JSON policy elements: Principal". */
const names: ReadonlyArray<readonly [kind: string, name: string, grant: string, isDecided: boolean]> = [
  ['AWS', '*', 'session', true],
  ['AWS', '111122223333', 'account', true],
  ['AWS', 'arn:aws:iam::111122223333:root', 'account', true],
  ['AWS', 'arn:aws-cn:iam::111122223333:root', 'account', true],
  ['AWS', role, 'principal', true],
  ['AWS', 'arn:aws:iam::111122223333:user/anna', 'principal', true],
  ['AWS', session, 'session', true],
  ['Service', 's3.amazonaws.com', 'session', true],
  ...[
    ...[
      '11112222333',
      '1111222233334',
      'x111122223333',
      'arn:aws:iam::111122223333:rootx',
      'arn:aws:iam::111122223333:group/a'
    ],
    ...[
      `x${role}`,
      'arn:aws:iam::11112222333:role/a',
      'arn:aws:iam::111122223333:role/',
      'arn:aws:iam::111122223333:role/a*',
      'arn:aws:iam::111122223333:role/a?'
    ],
    ...[
      `x${session}`,
      `${session}/b`,
      `${session}*`,
      'arn:aws:sts::11112222333:assumed-role/a/b',
      'arn:aws:sts::111122223333:assumed-role/a',
      'arn:aws:sts::111122223333:assumed-role//b',
      'arn:aws:sts::111122223333:assumed-role/a/'
    ]
  ].map((name) => ['AWS', name, 'session', false] as const)
]
for (const [kind, name, grant, isDecided] of names)
  test(`${kind} ${name}: ${isDecided ? grant : 'undecided'}`, () => {
    const found = addressed(kind, name)
    assert.is(found.grant, grant)
    assert.is(found.criterion.undecided === undefined, isDecided)
  })

test('the session of a role is told by its name, and only a session has one', () => {
  const of = (name: string): string | undefined => sessionIn(addressed('AWS', name).criterion)
  assert.is(of(session), 'anna')
  for (const name of [role, '111122223333', '*', `${session}/b`]) assert.is(of(name), undefined, name)
})

test('a principal that is not of AWS is told by its kind and name', () => {
  for (const text of ['Service s3.amazonaws.com', 'Federated an-idp', 'CanonicalUser 79a5']) {
    const [kind = '', name = ''] = text.split(' ')
    assert.is(otherKindIn(addressed(kind, name).criterion), text)
  }
  for (const name of ['*', role, session]) assert.is(otherKindIn(addressed('AWS', name).criterion), undefined, name)
})

test.run()
