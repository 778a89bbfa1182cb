import type { Path } from '../../../src/diagnostics/diagnostic.ts'
import { type BrokenStack, type Because, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'
import { renderedBlocks } from '../../support/valid-blocks.ts'
import type { JsonObject } from '../../../src/terraform/json.ts'

const least: Because = ['policy-documents', 'J.7.0 §7 access']

const document = (name: string): ReadonlyArray<JsonObject> =>
  renderedBlocks
    .filter(({ type, labels }) => type === 'locals' && labels[0] === name)
    .flatMap(({ body }) => (body as { readonly Statement: ReadonlyArray<JsonObject> }).Statement)

/** The path of an element of a statement, the statement being found by its `Sid`. */
const at = (name: string, sid: string, ...element: Path): Path => {
  const index = document(name).findIndex(({ Sid }) => Sid === sid)
  if (index < 0) throw new Error(`${name} has no statement ${sid}`)
  return ['Statement', index, ...element]
}

const element = (title: string, name: string, sid: string, key: string, value: unknown): BrokenStack =>
  writes(title, least, `local.${name}`, [[at(name, sid, key), value]])

const without = (title: string, name: string, sid: string): BrokenStack =>
  writes(title, least, `local.${name}`, [[at(name, sid), gone]], [['Statement']])

const more = (title: string, name: string, statement: JsonObject): BrokenStack =>
  writes(title, least, `local.${name}`, [[['Statement', document(name).length], statement]])

/** The policy documents: wider, narrower, or not to be read. */
export const policyStacks: ReadonlyArray<BrokenStack> = [
  element('a bucket open to plain HTTP', 'state_bucket_policy', 'TlsOnly', 'Condition', gone),
  element('a bucket open to TLS 1.1', 'state_bucket_policy', 'TlsNotBelow12', 'Condition', {
    NumericLessThan: { 's3:TlsVersion': '1.1' }
  }),
  element('a bucket open to another account', 'state_bucket_policy', 'ThisAccountOnly', 'Condition', {
    StringNotEquals: { 'aws:PrincipalAccount': ['029608264753', '680235478471'] }
  }),
  element('a bucket that allows what it should deny', 'state_bucket_policy', 'HistoryStays', 'Effect', 'Allow'),
  element('a bucket that lets versions go', 'state_bucket_policy', 'HistoryStays', 'Action', ['s3:DeleteBucket']),
  element('a bucket that denies only somebody', 'state_bucket_policy', 'HistoryStays', 'Principal', {
    AWS: ['arn:aws:iam::029608264753:role/foundation/Automation']
  }),
  element('a bucket that takes any encryption', 'state_bucket_policy', 'DeclaredEncryptionOnly', 'Resource', []),
  element(
    'a bucket whose policy any role changes',
    'state_bucket_policy',
    'BootstrapPrincipalSetsPolicy',
    'Condition',
    {
      ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::029608264753:role/*' }
    }
  ),
  without('a bucket without the denial of deletion', 'state_bucket_policy', 'HistoryStays'),
  more('a bucket that everybody reads', 'state_bucket_policy', {
    Sid: 'Readers',
    Effect: 'Allow',
    Principal: '*',
    Action: ['s3:GetObject'],
    Resource: ['arn:aws:s3:::zenthea-integration-tfstate/*']
  }),
  element('an operator for every object', 'operator_policy', 'ReadAndWriteState', 'Resource', [
    'arn:aws:s3:::zenthea-integration-tfstate/*'
  ]),
  element('an operator who deletes', 'operator_policy', 'ReadAndWriteState', 'Action', [
    's3:DeleteObject',
    's3:GetObject',
    's3:PutObject'
  ]),
  element('an operator for every lock', 'operator_policy', 'WriteLock', 'Condition', gone),
  without('an operator without a limit', 'operator_policy', 'DenyEverythingElse'),
  more('an operator who is everything', 'operator_policy', {
    Sid: 'All',
    Effect: 'Allow',
    Action: ['*'],
    Resource: ['*']
  }),
  without('automation that may write', 'automation_policy', 'DenyEveryWrite'),
  element('automation that writes the state', 'automation_policy', 'ReadState', 'Action', [
    's3:GetObject',
    's3:PutObject'
  ]),
  element('automation that takes another lock', 'automation_policy', 'DenyOtherItems', 'Condition', gone),
  element('a boundary of every region', 'boundary_policy', 'ThisStateInThisRegion', 'Condition', {
    StringEquals: { 'aws:ResourceAccount': '029608264753' }
  }),
  without('a boundary around actions alone', 'boundary_policy', 'DenyOtherResources'),
  element('a boundary around nothing', 'boundary_policy', 'DenyOtherActions', 'NotAction', ['*']),
  writes(
    'a statement without a name',
    least,
    'local.boundary_policy',
    [[at('boundary_policy', 'ReadThisIam', 'Sid'), gone]],
    [['Statement'], at('boundary_policy', 'ReadThisIam')]
  ),
  writes('a statement twice', least, 'local.operator_policy', [
    [['Statement', document('operator_policy').length], document('operator_policy')[0]]
  ]),
  writes('a policy of one statement without a list', ['policy-form', 'J.7.0 §7 access'], 'local.automation_policy', [
    [['Statement'], document('automation_policy')[0]]
  ]),
  writes('a policy in the language of 2008', ['authorised-attributes', 'J.7.0 §9 scope'], 'local.operator_policy', [
    [['Version'], '2008-10-17']
  ]),
  writes('a policy with an id', ['authorised-attributes', 'J.7.0 §9 scope'], 'local.operator_policy', [
    [['Id'], 'mine']
  ])
]
