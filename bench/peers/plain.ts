// lower bound: plain objects, sorted keys, one main.tf.json per state, no library
import fs from 'node:fs'
import path from 'node:path'
const N = Number(process.argv[2] ?? 1)
const outdir = process.argv[3]!
const sort = (v: any): any =>
  Array.isArray(v)
    ? v.map(sort)
    : v && typeof v === 'object'
      ? Object.fromEntries(
          Object.keys(v)
            .sort()
            .map((k) => [k, sort(v[k])])
        )
      : v
const regions = ['eu-central-1', 'us-east-1'],
  envs = ['dev', 'staging', 'prod']
for (let i = 0; i < N; i++) {
  const account = String(111111111111 + Math.floor(i / 6)),
    env = envs[i % 3]!,
    region = regions[Math.floor(i / 3) % 2]!
  const pol = (o: object) => JSON.stringify(o)
  const role = (r: string) => ({
    name: `tf-${r}-${env}`,
    assume_role_policy: pol({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: 'sts:AssumeRole' }]
    })
  })
  const rp = (r: string) => ({
    name: `state-${r}`,
    role: `\${aws_iam_role.${r}.id}`,
    policy: pol({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: ['${aws_s3_bucket.state.arn}/*'] },
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
          Resource: ['${aws_dynamodb_table.lock.arn}']
        }
      ]
    })
  })
  const b = '${aws_s3_bucket.state.id}'
  const doc = {
    terraform: {
      required_version: '>= 1.6',
      required_providers: { aws: { source: 'hashicorp/aws', version: '6.66.0' } },
      backend: {
        s3: {
          bucket: `tfstate-${account}`,
          key: `${env}/${region}/terraform.tfstate`,
          region,
          encrypt: true,
          dynamodb_table: `tflock-${env}`
        }
      }
    },
    provider: {
      aws: [{ region, allowed_account_ids: [account], default_tags: [{ tags: { env, managedBy: 'emit' } }] }]
    },
    resource: {
      aws_s3_bucket: {
        state: {
          bucket: `tfstate-${account}-${env}-${region}`,
          force_destroy: false,
          lifecycle: { prevent_destroy: true }
        }
      },
      aws_s3_bucket_versioning: { state: { bucket: b, versioning_configuration: { status: 'Enabled' } } },
      aws_s3_bucket_server_side_encryption_configuration: {
        state: {
          bucket: b,
          rule: [{ apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' }, bucket_key_enabled: true }]
        }
      },
      aws_s3_bucket_public_access_block: {
        state: {
          bucket: b,
          block_public_acls: true,
          block_public_policy: true,
          ignore_public_acls: true,
          restrict_public_buckets: true
        }
      },
      aws_s3_bucket_policy: {
        state: {
          bucket: b,
          policy: pol({
            Version: '2012-10-17',
            Statement: [
              {
                Sid: 'TlsOnly',
                Effect: 'Deny',
                Principal: '*',
                Action: 's3:*',
                Resource: ['${aws_s3_bucket.state.arn}', '${aws_s3_bucket.state.arn}/*'],
                Condition: { Bool: { 'aws:SecureTransport': 'false' } }
              }
            ]
          })
        }
      },
      aws_dynamodb_table: {
        lock: {
          name: `tflock-${env}`,
          billing_mode: 'PAY_PER_REQUEST',
          hash_key: 'LockID',
          attribute: [{ name: 'LockID', type: 'S' }],
          point_in_time_recovery: { enabled: true },
          server_side_encryption: { enabled: true }
        }
      },
      aws_iam_role: { plan: role('plan'), apply: role('apply') },
      aws_iam_role_policy: { plan: rp('plan'), apply: rp('apply') }
    }
  }
  const dir = path.join(outdir, account, env, region)
  fs.mkdirSync(dir, { recursive: true })
  fs.writeFileSync(path.join(dir, 'main.tf.json'), JSON.stringify(sort(doc), null, 2) + '\n')
}
