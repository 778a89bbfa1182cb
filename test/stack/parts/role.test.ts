import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { automationRole } from '../../../src/stack/parts/automation-role.ts'
import { operatorRole } from '../../../src/stack/parts/operator-role.ts'
import { permissionsBoundary } from '../../../src/stack/parts/permissions-boundary.ts'
import { declaration, jsonOf, right } from '../../support/valid-blocks.ts'
import { validOptions } from '../../support/valid-stack.ts'

const test = suite('roles and boundary')

const operator = jsonOf(right(operatorRole(validOptions.operatorRole).blocks)(declaration))
const automation = jsonOf(right(automationRole(validOptions.automationRole).blocks)(declaration))
const boundary = jsonOf(right(permissionsBoundary().blocks)(declaration))

/** What every role has, by hand. */
const resourcesOf = (kind: string, name: string, seconds: number): unknown => ({
  aws_iam_role: {
    [kind]: {
      name,
      path: '/foundation/',
      assume_role_policy: `\${jsonencode(local.${kind}_trust)}`,
      max_session_duration: seconds,
      permissions_boundary: '${aws_iam_policy.boundary.arn}'
    }
  },
  aws_iam_role_policy: {
    [kind]: { name: kind, role: `\${aws_iam_role.${kind}.name}`, policy: `\${jsonencode(local.${kind}_policy)}` }
  },
  aws_iam_role_policies_exclusive: {
    [kind]: { role_name: `\${aws_iam_role.${kind}.name}`, policy_names: [`\${aws_iam_role_policy.${kind}.name}`] }
  },
  aws_iam_role_policy_attachments_exclusive: {
    [kind]: { role_name: `\${aws_iam_role.${kind}.name}`, policy_arns: [] }
  }
})

test('a role under the declared name and the boundary, one policy, and exclusive ownership of what is attached', () => {
  assert.equal(operator['resource'], resourcesOf('operator', 'Operator', 3600))
  assert.equal(automation['resource'], resourcesOf('automation', 'Automation', 7200))
})

test('the boundary is one managed policy under the declared name', () => {
  assert.equal(boundary['resource'], {
    aws_iam_policy: {
      boundary: { name: 'Boundary', path: '/foundation/', policy: '${jsonencode(local.boundary_policy)}' }
    }
  })
  assert.equal(Object.keys(boundary['locals'] as object), ['boundary_policy'])
})

test('an operator is an exact role, or a user below a path behind MFA', () => {
  const { operator_trust: trust } = operator['locals'] as { readonly operator_trust: unknown }
  assert.equal(trust, {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TrustedRoles',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::680235478471:role/SignIn/Engineer'] },
        Action: ['sts:AssumeRole']
      },
      {
        Sid: 'TrustedUsers1',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::029608264753:root'] },
        Action: ['sts:AssumeRole'],
        Condition: {
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::029608264753:user/operators/*' },
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }
        }
      }
    ]
  })
})

test('automation is an exact role', () => {
  const { automation_trust: trust } = automation['locals'] as { readonly automation_trust: unknown }
  assert.equal(trust, {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TrustedRoles',
        Effect: 'Allow',
        Principal: { AWS: ['arn:aws:iam::680235478471:role/Planner'] },
        Action: ['sts:AssumeRole']
      }
    ]
  })
})

test('nothing but resources and documents', () => {
  for (const file of [operator, automation, boundary])
    assert.equal(Object.keys(file).toSorted(), ['locals', 'resource'])
})

test.run()
