import type { Pair } from './names.ts'

/** Condition keys of a request; undefined takes a key away that the request would carry otherwise. */
export type Keys = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

const lock = ({ own }: Pair): string => `${own.bucket}/${own.key}`
const items = (...ids: ReadonlyArray<string>): Keys => ({ 'dynamodb:LeadingKeys': ids })

/** What is out of the ordinary about a request. Source of the ids: OpenTofu, internal/backend/remote-state/s3/client.go. */
export const circumstances = {
  'as usual': (): Keys => ({}),
  'for the lock': (pair: Pair) => items(lock(pair)),
  'for the digest': (pair: Pair) => items(`${lock(pair)}-md5`),
  'for the probe': (pair: Pair) => items(`${lock(pair)}#preflight`),
  'for the lock of another key': (pair: Pair) => items(lock(pair).replace('/eu/', '/us/')),
  "for the other stack's lock": ({ other }: Pair) => items(`${other.bucket}/${other.key}`),
  'for the lock of a workspace': ({ own }: Pair) => items(`${own.bucket}/env:/dev/${own.key}`),
  'for the lock and another item': (pair: Pair) => items(lock(pair), `${lock(pair)}-2`),
  'for no item': (): Keys => ({ 'dynamodb:LeadingKeys': undefined }),
  'over HTTP': (): Keys => ({ 'aws:SecureTransport': 'false', 's3:TlsVersion': undefined }),
  'over TLS 1.0': (): Keys => ({ 's3:TlsVersion': '1.0' }),
  'over TLS 1.1': (): Keys => ({ 's3:TlsVersion': '1.1' }),
  'over TLS 1.2': (): Keys => ({ 's3:TlsVersion': '1.2' }),
  'without encryption': (): Keys => ({ 's3:x-amz-server-side-encryption': undefined }),
  'encrypted with aws:kms': (): Keys => ({ 's3:x-amz-server-side-encryption': 'aws:kms' }),
  'encrypted with aws:kms:dsse': (): Keys => ({ 's3:x-amz-server-side-encryption': 'aws:kms:dsse' }),
  'through another region': (): Keys => ({ 'aws:RequestedRegion': 'eu-west-1' }),
  'through an unknown region': (): Keys => ({ 'aws:RequestedRegion': undefined }),
  'of an unknown owner': (): Keys => ({ 'aws:ResourceAccount': undefined }),
  'by alias/aws/dynamodb': (): Keys => ({ 'kms:RequestAlias': 'alias/aws/dynamodb' }),
  'by another alias': (): Keys => ({ 'kms:RequestAlias': 'alias/aws/s3' }),
  'by no alias': (): Keys => ({ 'kms:RequestAlias': undefined }),
  'under the boundary': ({ own }: Pair): Keys => ({
    'iam:PermissionsBoundary': `arn:aws:iam::${own.account}:policy/${own.boundary}`
  })
} as const

export type Circumstance = keyof typeof circumstances
