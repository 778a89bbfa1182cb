import { wordsOf } from './fold.ts'
import { namedBy } from './named.ts'
import { aboutCredentials, credentialWords } from './words.ts'

const isNamed = namedBy(credentialWords, aboutCredentials)

/**
 * Whether a key names a credential, in one of the languages of the EU, however its words are joined. `secret_arn` and
 * `token_ttl` say something about a credential and name none.
 */
export const namesCredential = (key: string): boolean => wordsOf(key).some(isNamed)
