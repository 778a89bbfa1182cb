import { fold } from './fold.ts'

const reference = /^\$\{[\w.[\]-]+\}$|^\{\{resolve:[\w:/.-]+\}\}$|^arn:/

/**
 * Whether a text is a reference and nothing else: one of OpenTofu, an ARN, or a dynamic one of CloudFormation. Source: AWS,
 * "Using dynamic references to specify template values".
 */
export const isReference = (text: string): boolean => reference.test(text)

/** Where secrets are kept, folded. */
const store =
  /(?<![a-z])(?:secrets? ?-?manager|vault|ssm|parameter ?store|key ?vault|keychain|keyring|1password|bitwarden|keepass(?:xc)?|sops|sealed secrets?)(?![a-z])/

/** Whether each word is plain, or a number of at most four digits. A password has marks, or digits in a word. */
const isPlain = (folded: string): boolean =>
  folded.split(/[\s,;]+/).every((word) => /^(?:[^\d!$%&*?@^~#=]*|\d{1,4}|1password)$/.test(word))

/** A public key as SSH writes it. Source: sshd(8), AUTHORIZED_KEYS FILE FORMAT. */
const publicKey =
  /^(?:ssh-(?:ed25519|rsa|dss)|ecdsa-sha2-nistp\d{3}|sk-(?:ssh|ecdsa)-[\w@.-]+) AAAA[A-Za-z0-9+/]+={0,2}(?:\s|$)/

/** Whether a text under a credential's name is a public key, or says in plain words where the credential is. */
export const opensNothing = (text: string): boolean => {
  const folded = fold(text)
  return publicKey.test(text) || (store.test(folded) && isPlain(folded))
}
