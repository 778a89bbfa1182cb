import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { RoleArn } from '../../src/declaration/arn.ts'
import { callingRole, seenRole } from '../../src/caller/seen-role.ts'

const test = suite('a calling role, as it was seen')

for (const path of ['', 'ops/', 'aws-reserved/sso.amazonaws.com/eu-central-1/'])
  test(`the ARN with the path ${JSON.stringify(path)} is said to be declared, and the name alone is seen`, () => {
    const arn = `arn:aws:iam::111122223333:role/${path}ZentheaOps`
    if (!RoleArn.is(arn)) throw new Error(arn)
    assert.is(seenRole(arn), `ZentheaOps (declared as ${arn}; AWS does not say the path)`)
  })

test('in a document what AWS says holds no path and no session, and the ARN is declared', () => {
  for (const path of ['', 'ops/']) {
    const arns = ['Bootstrap', 'Operator'].map((name) => `arn:aws-eusc:iam::111122223333:role/${path}${name}`)
    const [bootstrapPrincipal, operatorRole] = arns.filter(RoleArn.is)
    if (bootstrapPrincipal === undefined || operatorRole === undefined) throw new Error(arns.join())
    assert.equal(callingRole({ bootstrapPrincipal, operatorRole }, 'bootstrap principal'), {
      kind: 'bootstrap principal',
      seen: 'arn:aws-eusc:sts::111122223333:assumed-role/Bootstrap',
      declared: bootstrapPrincipal
    })
    assert.is(callingRole({ bootstrapPrincipal, operatorRole }, 'operator role').declared, operatorRole)
  }
})

test.run()
