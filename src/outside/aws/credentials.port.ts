/** Credentials of one principal, resolved once for a whole run. They are never shown. */
export type Credentials = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
  /** When they end, in milliseconds since 1970; missing where nobody says. */
  readonly expiration?: number
}
