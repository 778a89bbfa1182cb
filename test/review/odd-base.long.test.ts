import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isWidening, stackChanges } from '../../src/review/stack-changes.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'
import { accessCorpus } from '../support/access/corpus/access.ts'
import { type Corpus, edited } from '../support/access/corpus/change.ts'
import { emittedStaging } from '../support/wanted.ts'

const emitted = JSON.parse(emittedStaging().text) as JsonObject
const after = (file: Json, edit: Corpus['edit']): JsonObject =>
  edit.reduce<Json>((root, [path, value]) => edited(root, path, value), file) as JsonObject

/** Files that no stack emits, as a hand leaves them: what the comparison takes for granted is not there, or is nonsense. */
const bases: Readonly<Record<string, Corpus['edit']>> = {
  'an account of four digits': [['provider.aws.allowed_account_ids.0', '1111']],
  'an account of a template': [['provider.aws.allowed_account_ids.0', '${var.account}']],
  'two accounts': [['provider.aws.allowed_account_ids', ['999988887777', '111122223333']]],
  'no account': [['provider.aws.allowed_account_ids', undefined]],
  'no provider': [['provider', undefined]],
  'a region that is none': [['provider.aws.region', 'moon-1']],
  'a bucket of a template': [['resource.aws_s3_bucket.state.bucket', '${var.bucket}']],
  'roles of a template': [
    ['resource.aws_iam_role.operator.name', '${var.name}'],
    ['resource.aws_iam_role.automation.name', '${var.name}']
  ],
  'no backend': [['terraform', undefined]]
}

const test = suite('a change of access in a file that is odd already')

for (const [what, odd] of Object.entries(bases)) {
  const before = after(emitted, odd)
  for (const { what: change, edit, verdict } of accessCorpus)
    if (verdict === 'widens' || verdict === 'may widen')
      test(`${what}, ${change}: it widens, or may`, () => {
        const told = stackChanges(before, after(before, edit))
        assert.ok(told.some(isWidening), told.map(({ turn, sentence }) => `${turn}: ${sentence}`).join('\n'))
      })
}

test.run()
