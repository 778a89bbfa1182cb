/** One request that reached the double, in the order of arrival. */
export type Call = {
  readonly service: 's3' | 'dynamodb' | 'sts' | 'kms' | 'iam' | 'account' | 'servicequotas' | 'another service'
  /** As AWS names it: HeadBucket, CreateTable … */
  readonly operation: string
  readonly host: string
  /** The region that the request was signed for. */
  readonly region: string
  readonly accessKey: string
  readonly bucket: string | undefined
  /** The key of an object; empty for the bucket itself and for the other services. */
  readonly key: string
  readonly query: Readonly<Record<string, string>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What the double answers. */
export type Answer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}
