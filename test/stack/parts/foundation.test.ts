import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { foundationBlocks } from '../../../src/stack/parts/foundation.ts'
import { declaration, jsonOf } from '../../support/valid-blocks.ts'

const test = suite('foundation')
const { terraform, provider, data, ...rest } = jsonOf(foundationBlocks(declaration))

test('versions with two bounds, one provider pinned by its full source, the S3 backend with lock table and account', () => {
  assert.equal(terraform, {
    required_version: '>= 1.10.0, < 2.0.0',
    required_providers: { aws: { source: 'registry.opentofu.org/hashicorp/aws', version: '5.100.0' } },
    backend: {
      s3: {
        bucket: 'zenthea-integration-tfstate',
        key: '029608264753/integration/north/terraform.tfstate',
        region: 'eu-north-1',
        dynamodb_table: 'zenthea-integration-tflock',
        encrypt: true,
        allowed_account_ids: ['029608264753']
      }
    }
  })
})

test('one provider configuration: region, account, default tags; no credentials, endpoints, profile, skipped checks', () => {
  assert.equal(provider, {
    aws: {
      region: 'eu-north-1',
      allowed_account_ids: ['029608264753'],
      default_tags: { tags: { Environment: 'integration' } }
    }
  })
})

test('the live account is compared with the declared one in a postcondition', () => {
  assert.equal(data, {
    aws_caller_identity: {
      current: {
        lifecycle: {
          postcondition: {
            condition: '${self.account_id == "029608264753"}',
            error_message:
              'The live AWS account is not 029608264753, the one that this stack declares. Nothing may be planned or applied (J.7.0 §4).'
          }
        }
      }
    }
  })
})

test('nothing else follows from the declaration alone', () => {
  assert.equal(rest, {})
})

test('each block says where it comes from', () => {
  assert.equal(
    foundationBlocks(declaration).map(({ at }) => at),
    [['terraform'], ['provider', 'aws'], ['data', 'aws_caller_identity', 'current']]
  )
})

test.run()
