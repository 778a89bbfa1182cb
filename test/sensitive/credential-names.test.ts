import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { namesCredential } from '../../src/sensitive/credential-names.ts'

const test = suite('credential-names')

test('names that end with a credential, however they are joined', () => {
  const names = `password Password DB_PASSWORD dbPassword db-passwd pwd passphrase secret clientSecret client_secret Secrets
    token sessionToken access.token tokens credential credentials apiKey API_KEY api-key ApiKeys access_key secret_key
    SecretAccessKey private_key auth_key signing_key sse_customer_key accountKey sas_key bearer Authorization connection_string
    connectionString secret_value password_plain token_2 AccessKeyId`
  for (const name of names.split(/\s+/)) assert.ok(namesCredential(name), name)
})

test('names that say something about a credential, and names of other keys', () => {
  const names = `secret_arn secret_id secretName token_ttl tokenIssueTime password_policy password_length key hash_key
    range_key kms_key_id kms_master_key_id keys primary_key tokenizer secretary bucket_key_enabled encryption
    aws:TokenIssueTime aws:PrincipalArn dynamodb:LeadingKeys s3:x-amz-server-side-encryption-aws-kms-key-id
    skip_credentials_validation aws_secretsmanager_secret_version`
  for (const name of names.split(/\s+/)) assert.not.ok(namesCredential(name), name)
})

test.run()
