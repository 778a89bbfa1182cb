/** One call that moto answered, as moto/launcher.py writes it down. */
export type Call = {
  readonly method: string
  readonly host: string
  /** As sent, percent-encoded. */
  readonly path: string
  readonly query: string
  /** The service and the region that the request was signed for; null for a request without a signature. */
  readonly service: string | null
  readonly region: string | null
  readonly accessKey: string | null
  /** The assumed-role ARN that the access key belongs to; null when moto did not hand it out. */
  readonly principal: string | null
  /** The version of TLS that it came over. */
  readonly tls: string | null
  /** Names in lower case: x-amz-* without tokens, content-type and user-agent. */
  readonly headers: Readonly<Record<string, string>>
  /** The request's body, except for S3, whose bodies are the state. */
  readonly body: string | null
  /** The ARN of the role (IAM) or key (KMS) that the request names by less than that, where it exists. */
  readonly named: string | null
  readonly status: number
}
