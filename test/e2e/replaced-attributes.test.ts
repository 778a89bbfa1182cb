import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { replacedAttributes } from '../../src/review/stack-changes.ts'
import { bench } from './bench/bench.ts'
import { openScenario } from './bench/scenario.ts'
import { stacks } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** Another value of each attribute that names a thing. What is left out here has a value of another kind, or no name. */
const others: Readonly<Record<string, string>> = {
  'aws_dynamodb_table.name': 'another-tflock',
  'aws_dynamodb_table.hash_key': 'Other',
  'aws_s3_bucket.bucket': 'another-tfstate',
  'aws_iam_policy.name': 'Another',
  'aws_iam_policy.path': '/another/',
  'aws_iam_policy.description': 'another',
  'aws_iam_role.name': 'Another',
  'aws_iam_role.path': '/another/',
  'aws_iam_role.description': 'another',
  'aws_iam_role.permissions_boundary': 'arn:aws:iam::111122223333:policy/Another',
  'aws_iam_role_policy.name': 'another',
  'aws_iam_role_policy.role': 'Another',
  'aws_iam_role_policies_exclusive.role_name': 'Another',
  'aws_iam_role_policy_attachments_exclusive.role_name': 'Another',
  'aws_s3_bucket_ownership_controls.bucket': 'another-tfstate',
  'aws_s3_bucket_policy.bucket': 'another-tfstate',
  'aws_s3_bucket_public_access_block.bucket': 'another-tfstate',
  'aws_s3_bucket_server_side_encryption_configuration.bucket': 'another-tfstate',
  'aws_s3_bucket_versioning.bucket': 'another-tfstate'
}

/** Settings that are no names, in the place where they stand. */
const settings = (file: Raw): void => {
  const { aws_iam_role: roles, aws_dynamodb_table: tables, ...buckets } = file.resource
  for (const role of Object.values<Raw>(roles)) {
    role.max_session_duration = 7200
    role.assume_role_policy = role.assume_role_policy.replace('local.automation_trust', 'local.operator_trust')
  }
  tables.lock.deletion_protection_enabled = false
  tables.lock.point_in_time_recovery = { enabled: true, recovery_period_in_days: 3 }
  tables.lock.attribute = [{ name: 'Other', type: 'S' }]
  tables.lock.tags = { Purpose: 'another' }
  buckets.aws_s3_bucket.state.tags = { Purpose: 'another' }
  buckets.aws_s3_bucket_public_access_block.state.block_public_acls = false
  buckets.aws_s3_bucket_ownership_controls.state.rule.object_ownership = 'BucketOwnerPreferred'
}

const test = suite('attributes that AWS cannot change')

for (const stack of stacks.slice(0, 1))
  test('a real plan replaces a resource for exactly these attributes', async () => {
    const scenario = await openScenario(await bench(), stack)
    try {
      await scenario.seed()
      for (const args of [['init'], ['apply', '-auto-approve']]) {
        const ended = await scenario.tofu([...args, '-input=false', '-no-color'])
        assert.ok(succeeded(ended), said(ended))
      }
      const file: Raw = JSON.parse(readFileSync(stack.file, 'utf8'))
      delete file.import
      for (const [type, all] of Object.entries<Raw>(file.resource))
        for (const body of Object.values<Raw>(all)) {
          delete body.lifecycle
          for (const [address, value] of Object.entries(others)) {
            const [of = '', attribute = ''] = address.split('.')
            if (of === type) body[attribute] = value
          }
        }
      settings(file)
      writeFileSync(join(scenario.folder, 'main.tf.json'), JSON.stringify(file))
      const planned = await scenario.tofu(['plan', '-input=false', '-no-color', '-out=all.tfplan'])
      assert.ok(succeeded(planned), said(planned))
      const shown = await scenario.tofu(['show', '-json', 'all.tfplan'])
      const { resource_changes: changes } = JSON.parse(shown.stdout) as {
        resource_changes: ReadonlyArray<{
          type: string
          change: { replace_paths?: ReadonlyArray<ReadonlyArray<string>> }
        }>
      }
      const found = changes.flatMap(({ type, change }) =>
        (change.replace_paths ?? []).map((path) => `${type}.${path.join('.')}`)
      )
      assert.equal([...new Set(found)].toSorted(), replacedAttributes)
    } finally {
      await scenario.close()
    }
  })

test.run()
