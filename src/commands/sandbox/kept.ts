import { join } from 'node:path'

/** What the name of a kept sandbox is made of: the SHA-256 of a text, in hexadecimal digits. */
type Sha256Of = (text: string) => string

/** So many digits tell the kept sandboxes of one user apart. */
const DIGITS = 8

/**
 * The folder in which the sandbox of these stacks of a project is kept, below the state home. The same words in the same
 * project give the same folder, and others another one.
 */
export const keptFor = (
  { home, project, sha256 }: { readonly home: string; readonly project: string; readonly sha256: Sha256Of },
  words: ReadonlyArray<string>
): string => join(home, 'zenthea-foundation', 'sandbox', sha256(JSON.stringify([project, words])).slice(0, DIGITS))
