import type { Call } from '../../../src/outside/stand-in/stand-in.ts'
import { present } from './present.ts'
import { s3Action } from './s3-action.ts'

/** What a service's own request asks of IAM, no matter who sends it. */
export type Asked = {
  /** As a policy writes it: `s3:ListBucket`. */
  readonly action: string
  /** An ARN, or `*` where the service knows no resource for the action. */
  readonly resource: string
  readonly conditions: Readonly<Record<string, string>>
}

/** What a request to S3 asks of IAM. */
export const s3Request = (call: Call, partition: string): Asked => {
  const [, bucket = '', path = ''] = /^s3[.-]/.test(call.host)
    ? (/^\/([^/]*)\/?(.*)$/.exec(call.path) ?? [])
    : [undefined, call.host.replace(/\.s3[.-].*$/, ''), call.path.slice(1)]
  const object = decodeURIComponent(path)
  const asked = new URLSearchParams(call.query)
  return {
    action: s3Action(call, object),
    resource: `arn:${partition}:s3:::${bucket}${object === '' ? '' : `/${object}`}`,
    conditions: {
      ...(call.tls === null ? {} : { 's3:TlsVersion': call.tls.replace('TLSv', '') }),
      ...present({
        's3:prefix': asked.get('prefix'),
        's3:delimiter': asked.get('delimiter'),
        's3:max-keys': asked.get('max-keys')
      }),
      ...present(Object.fromEntries(S3_HEADERS.map((name) => [`s3:${name}`, call.headers[name]])))
    }
  }
}

/** The headers that are condition keys of S3 (Service Authorization Reference) and say how an object or bucket is made. */
const S3_HEADERS = [
  'x-amz-acl',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-server-side-encryption-customer-algorithm',
  'x-amz-storage-class',
  'x-amz-object-ownership'
]
