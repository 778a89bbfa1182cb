import {
  accountWide,
  keyOthers,
  keyUses,
  planReadsBoundary,
  planReadsRoles,
  policyWrites,
  roleWrites
} from './calls.ts'
import { type Row, byResource, everyLayer, rowsOf } from './row.ts'
import type { Thing } from './things.ts'

const almost: ReadonlyArray<Thing> = [
  'a role named almost like the operator role',
  'a role named almost like the automation role'
]
const rolesHere: ReadonlyArray<Thing> = [
  'the operator role',
  'the automation role',
  'the bootstrap principal',
  ...almost
]
const rolesElsewhere: ReadonlyArray<Thing> = ["the other stack's operator role", "the other stack's automation role"]

/** What neither role may do with identities, keys and the account. */
export const roleIdentityRows = (who: 'operator' | 'automation'): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  return [
    mayNot({ actions: roleWrites, on: rolesHere }, everyLayer, 'J.7.0 §7', 'no IAM write: no role widens a role'),
    mayNot(
      { actions: ['iam:CreateRole'], on: almost, when: ['under the boundary'] },
      everyLayer,
      'J.7.0 §5',
      'two roles are authorised; a third is not, not even under the boundary'
    ),
    mayNot(
      { actions: policyWrites, on: ['the boundary', 'a policy named almost like the boundary'] },
      everyLayer,
      'J.7.0 §7',
      'no IAM write: the boundary stays'
    ),
    mayNot(
      {
        actions: planReadsRoles,
        on: [
          'the bootstrap principal',
          ...almost,
          'a role named like the operator role in another account',
          'a role named like the automation role in another account',
          ...rolesElsewhere
        ]
      },
      byResource,
      'J.7.0 §7',
      'a plan reads the roles of its own stack'
    ),
    mayNot(
      {
        actions: planReadsBoundary,
        on: [
          'a policy named almost like the boundary',
          'a policy named like the boundary in another account',
          "the other stack's boundary"
        ]
      },
      byResource,
      'J.7.0 §7',
      'a plan reads the boundary of its own stack'
    ),
    mayNot(
      { actions: ['sts:AssumeRole'], on: [...rolesHere, ...rolesElsewhere] },
      ['own denials', 'boundary denials'],
      'J.7.0 §7',
      'no role leads to another, whomever that one trusts'
    ),
    mayNot(
      { actions: ['kms:DescribeKey'], on: ['a key'], when: ['by another alias', 'by no alias'] },
      ['own grants', 'boundary grants'],
      'J.7.0 §7',
      'one key, by its alias'
    ),
    mayNot(
      {
        actions: ['kms:DescribeKey'],
        on: ['a key of another region', 'a key of another account'],
        when: ['by alias/aws/dynamodb']
      },
      byResource,
      'J.7.0 §7',
      'one key, in one region and account'
    ),
    mayNot(
      { actions: keyUses, on: ['a key'], when: ['by alias/aws/dynamodb', 'by no alias'] },
      everyLayer,
      'J.7.0 §6',
      'no secrets, no keys'
    ),
    mayNot({ actions: keyOthers, on: ['a key'] }, everyLayer, 'J.7.0 §6', 'no secrets, no keys'),
    mayNot({ actions: accountWide, on: ['the account'] }, everyLayer, 'J.7.0 §6', 'nothing beyond the stack')
  ]
}
