import { namesCredential } from './credential-names.ts'
import { credentialIn } from './credentials.ts'
import { personalDataIn } from './personal-data.ts'
import { personalByName } from './personal-names.ts'
import { plain } from './plain.ts'
import { remembered } from './remembered.ts'

/** What is sensitive about a text: never the text itself. */
export type Sensitive = { readonly kind: 'credential' | 'personal-data'; readonly what: string }

const sensitive = (kind: Sensitive['kind'], what: string | undefined): ReadonlyArray<Sensitive> =>
  what === undefined ? [] : [{ kind, what }]

/** What is sensitive about a text by what it looks like. */
export const byLook: (text: string) => ReadonlyArray<Sensitive> = remembered((written) => {
  const text = plain(written)
  return [...sensitive('credential', credentialIn(text)), ...sensitive('personal-data', personalDataIn(text))]
})

const nameOf = remembered((key) => (namesCredential(key) ? 'credential' : personalByName(key)))

const reference = /^\$\{[\w.[\]-]+\}$/
const nothing = /^(?:|0|-|_|false|no|none|n\/a|null|never|forbidden|not[ -]allowed)$/i

/**
 * What is sensitive about a text by the key that it stands under. A text that is empty, a reference, an ARN or a plain
 * "none" is not, and a number of a person has at least four digits.
 */
export const byName = (key: string, text: string): ReadonlyArray<Sensitive> => {
  const name = nameOf(key)
  if (name === undefined || nothing.test(text.trim()) || reference.test(text) || text.startsWith('arn:')) return []
  if (name === 'number' && !/(?:\D*\d){4}/.test(text)) return []
  return name === 'credential'
    ? sensitive('credential', 'literal value under the name of a credential')
    : sensitive('personal-data', `literal value under the name of a personal ${name}`)
}
