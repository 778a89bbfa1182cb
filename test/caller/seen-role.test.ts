import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Called, SeenRole, accountOf, callingRole, seenRole, seenRoleIn } from '../../src/caller/seen-role.ts'
import { declaredAs, seenAs } from '../support/seen.ts'

const test = suite('a calling role, as it was seen')

for (const path of ['', 'ops/', 'aws-reserved/sso.amazonaws.com/eu-central-1/'])
  test(`the ARN with the path ${JSON.stringify(path)} is said to be declared, and the name alone is seen`, () => {
    const arn = `arn:aws:iam::111122223333:role/${path}ZentheaOps`
    assert.is(
      seenRole({ seen: seenAs('ZentheaOps'), declared: declaredAs(arn) }),
      `ZentheaOps (declared as ${arn}; AWS does not say the path)`
    )
  })

test('what is said to be seen follows the answer of AWS, and never what is declared', () => {
  const [declared, other] = [declaredAs('arn:aws:iam::111122223333:role/ops/Declared'), seenAs('Other')]
  assert.match(
    seenRole({ seen: other, declared }),
    /^Other \(declared as arn:aws:iam::111122223333:role\/ops\/Declared/
  )
  const role = callingRole(
    { bootstrapPrincipal: declared, operatorRole: declared },
    { principal: 'operator role', seen: other }
  )
  assert.is(role.seen, 'arn:aws:sts::111122223333:assumed-role/Other')
})

test('in a document what AWS says holds no path and no session, and the ARN is declared', () => {
  for (const path of ['', 'ops/']) {
    const [bootstrapPrincipal, operatorRole] = [
      declaredAs(`arn:aws-eusc:iam::111122223333:role/${path}Bootstrap`),
      declaredAs(`arn:aws-eusc:iam::111122223333:role/${path}Operator`)
    ]
    const arns = { bootstrapPrincipal, operatorRole }
    const seen = seenAs('Bootstrap', '111122223333', 'aws-eusc')
    assert.equal(callingRole(arns, { principal: 'bootstrap principal', seen }), {
      kind: 'bootstrap principal',
      seen: 'arn:aws-eusc:sts::111122223333:assumed-role/Bootstrap',
      declared: bootstrapPrincipal
    })
    assert.is(callingRole(arns, { principal: 'operator role', seen }).declared, operatorRole)
    assert.is(accountOf(seen), '111122223333')
  }
})

test('the role is all but the session of the answer, in each partition, with each sign that a name may have', () => {
  for (const role of [
    'arn:aws:sts::111122223333:assumed-role/Operator',
    'arn:aws-eusc:sts::111122223333:assumed-role/Op_er+a=t,o.r@1-2',
    'arn:aws-us-gov:sts::111122223333:assumed-role/o'
  ])
    for (const session of ['s', 'jane@example.com'])
      assert.is(seenRoleIn({ account: '111122223333', arn: `${role}/${session}` }), role)
})

test('only the answer for an assumed role has a seen role', () => {
  for (const arn of [
    'arn:aws:iam::111122223333:role/Operator',
    'arn:aws:iam::111122223333:user/Operator',
    'arn:aws:sts::111122223333:federated-user/Operator',
    'arn:aws:sts::111122223333:assumed-role/Operator',
    'arn:aws:sts::111122223333:assumed-role/a/Operator/session',
    'arn:aws:iam::111122223333:root',
    'xarn:aws:sts::111122223333:assumed-role/Operator/session',
    'arn:AWS:sts::111122223333:assumed-role/Operator/session',
    'arn:aws:sts::11112222333:assumed-role/Operator/session',
    'arn:aws:sts::1111222233334:assumed-role/Operator/session',
    'arn:aws:sts::111122223333:assumed-role/Oper ator/session',
    'arn:aws:sts::111122223333:assumed-role/Operator#/session',
    'arn:aws:sts::111122223333:assumed-role//session',
    'somebody',
    ''
  ])
    assert.is(seenRoleIn({ account: '111122223333', arn }), undefined, arn)
})

test('a declared ARN cannot stand where a seen role stands, for the compiler and for the codec', () => {
  const declared = declaredAs('arn:aws:iam::111122223333:role/Operator')
  // @ts-expect-error what the stack declares was not seen
  const copied: Called = { principal: 'operator role', seen: declared }
  // @ts-expect-error nor is a text seen because it looks like an answer
  const written: Called = { principal: 'operator role', seen: 'arn:aws:sts::111122223333:assumed-role/Operator' }
  assert.not(SeenRole.is(copied.seen))
  assert.ok(SeenRole.is(written.seen))
})

test.run()
