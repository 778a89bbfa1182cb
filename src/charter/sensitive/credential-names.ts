const names =
  'password|passwd|passphrase|pwd|secret|token|credential|api key|access key|secret key|private key|auth key|signing key|customer key|sas key|account key|bearer|authorization|connection string|access key id'

/**
 * Whether a key names a credential: its name ends with one, so that `secret_arn` or `token_ttl`, which say something
 * about a credential, do not. How its words are joined does not matter.
 */
export const namesCredential = (key: string): boolean => credentialName.test(key)

const credentialName = new RegExp(
  `(?:${names.replaceAll(' ', '[^a-z0-9]?')})s?(?:[^a-z0-9]?(?:value|text|plain|data|\\d+))?$`,
  'i'
)
