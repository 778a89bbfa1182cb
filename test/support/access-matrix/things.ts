import { type Pair, foreignAccount } from './names.ts'

/** A resource that a cell asks for: its ARN, and the account that owns it. */
export type Resource = { readonly arn: string; readonly account: string }

const s3 = (account: string, bucket: string, key?: string): Resource => ({
  arn: `arn:aws:s3:::${bucket}${key === undefined ? '' : `/${key}`}`,
  account
})
const table = (account: string, region: string, name: string): Resource => ({
  arn: `arn:aws:dynamodb:${region}:${account}:table/${name}`,
  account
})
const iam = (account: string, name: string): Resource => ({ arn: `arn:aws:iam::${account}:${name}`, account })
const kms = (account: string, region: string): Resource => ({
  arn: `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
  account
})

/** Every resource that the matrix speaks of, for one stack. What is "undeclared" lies in the stack's own account and region. */
export const things = {
  'the bucket': ({ own }: Pair) => s3(own.account, own.bucket),
  'the state': ({ own }: Pair) => s3(own.account, own.bucket, own.key),
  'another key of the bucket': ({ own }: Pair) => s3(own.account, own.bucket, own.key.replace('/eu/', '/us/')),
  'the state of a workspace': ({ own }: Pair) => s3(own.account, own.bucket, `env:/dev/${own.key}`),
  'a lock file': ({ own }: Pair) => s3(own.account, own.bucket, `${own.key}.tflock`),
  'an undeclared bucket': ({ own }: Pair) => s3(own.account, `${own.bucket}-2`),
  'an object of an undeclared bucket': ({ own }: Pair) => s3(own.account, `${own.bucket}-2`, own.key),
  "the other stack's bucket": ({ other }: Pair) => s3(other.account, other.bucket),
  "the other stack's state": ({ other }: Pair) => s3(other.account, other.bucket, other.key),
  'the bucket, if it were in another account': ({ own }: Pair) => s3(foreignAccount, own.bucket),
  'the state, if it were in another account': ({ own }: Pair) => s3(foreignAccount, own.bucket, own.key),
  'the table': ({ own }: Pair) => table(own.account, own.region, own.table),
  'the same table of another region': ({ own }: Pair) => table(own.account, 'eu-west-1', own.table),
  'the same table of another account': ({ own }: Pair) => table(foreignAccount, own.region, own.table),
  'an undeclared table': ({ own }: Pair) => table(own.account, own.region, `${own.table}-2`),
  "the other stack's table": ({ other }: Pair) => table(other.account, other.region, other.table),
  'the operator role': ({ own }: Pair) => iam(own.account, `role/${own.operator}`),
  'the automation role': ({ own }: Pair) => iam(own.account, `role/${own.automation}`),
  'the bootstrap principal': ({ own }: Pair) => iam(own.account, `role/${own.bootstrap}`),
  'a role named almost like the operator role': ({ own }: Pair) => iam(own.account, `role/${own.operator}2`),
  'a role named almost like the automation role': ({ own }: Pair) => iam(own.account, `role/${own.automation}2`),
  'a role named like the operator role in another account': ({ own }: Pair) =>
    iam(foreignAccount, `role/${own.operator}`),
  'a role named like the automation role in another account': ({ own }: Pair) =>
    iam(foreignAccount, `role/${own.automation}`),
  "the other stack's operator role": ({ other }: Pair) => iam(other.account, `role/${other.operator}`),
  "the other stack's automation role": ({ other }: Pair) => iam(other.account, `role/${other.automation}`),
  'the boundary': ({ own }: Pair) => iam(own.account, `policy/${own.boundary}`),
  'a policy named almost like the boundary': ({ own }: Pair) => iam(own.account, `policy/${own.boundary}2`),
  'a policy named like the boundary in another account': ({ own }: Pair) =>
    iam(foreignAccount, `policy/${own.boundary}`),
  "the other stack's boundary": ({ other }: Pair) => iam(other.account, `policy/${other.boundary}`),
  'a user': ({ own }: Pair) => iam(own.account, 'user/operators/alice'),
  'a group': ({ own }: Pair) => iam(own.account, 'group/administrators'),
  'a key': ({ own }: Pair) => kms(own.account, own.region),
  'a key of another region': ({ own }: Pair) => kms(own.account, 'eu-west-1'),
  'a key of another account': ({ own }: Pair) => kms(foreignAccount, own.region),
  /** For actions that AWS authorises for the account as a whole. */
  'the account': ({ own }: Pair): Resource => ({ arn: '*', account: own.account })
} as const

export type Thing = keyof typeof things
