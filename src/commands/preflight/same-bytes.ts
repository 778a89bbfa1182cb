import type { Sha256 } from '../../diagnostics/kinds.ts'
import { areLfsPointer } from '../../diagnostics/lfs-pointer.ts'
import { sha256 } from '../../outside/process/sha256.port.ts'
import { shellWord } from '../../caller/shell.ts'
import { takenBack } from '../../caller/taken-back.ts'

/** Whether both hold the same bytes. */
const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

const [CR, LF] = [0x0d, 0x0a]

const isLineEndCR = (byte: number, index: number, bytes: Uint8Array): boolean => byte === CR && bytes[index + 1] === LF

const withoutCRs = (bytes: Uint8Array): Uint8Array => bytes.filter((byte, index) => !isLineEndCR(byte, index, bytes))

/**
 * Whether the bytes are those, apart from carriage returns before line feeds that only `bytes` has. That is how git's autocrlf
 * writes them.
 */
const sameButForCRLF = (bytes: Uint8Array, those: Uint8Array): boolean =>
  !sameBytes(bytes, those) && bytes.length > those.length && sameBytes(withoutCRs(bytes), withoutCRs(those))

/** What a file held when it was read, as far as it can be compared with other bytes. */
export type Content = {
  readonly isSameAs: (those: Uint8Array) => boolean
  /** As git's autocrlf writes those. */
  readonly isSameButForCRLF: (those: Uint8Array) => boolean
  /** A pointer of Git LFS in the place of the file. */
  readonly isLfsPointer: boolean
}

/** Content of which the bytes themselves are known. */
export const contentOf = (bytes: Uint8Array): Content => ({
  isSameAs: (those) => sameBytes(bytes, those),
  isSameButForCRLF: (those) => sameButForCRLF(bytes, those),
  isLfsPointer: areLfsPointer(bytes)
})

const withCRs = (bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...withoutCRs(bytes)].flatMap((byte) => (byte === LF ? [CR, LF] : [byte])))

/** Content of which the SHA-256 alone is known. */
export const contentWith = (digest: Sha256<'a source'>): Content => ({
  isSameAs: (those) => sha256(those) === digest,
  isSameButForCRLF: (those) => sha256(those) !== digest && sha256(withCRs(those)) === digest,
  isLfsPointer: false
})

/**
 * What is said of a file that git wrote with other line ends than it keeps. A restore alone would write the same line ends
 * again.
 * Source: Git, gitattributes, "End-of-line conversion"; git-config, core.autocrlf and core.eol.
 */
export const lineEnds = (path: string): { readonly actual: string; readonly remedy: string } => {
  const file = shellWord(path)
  return {
    actual: `${path} has a carriage return before its line feeds (CRLF), and is the same without them`,
    remedy: `Let git write files as it keeps them, and this one again: git config core.autocrlf false && git config core.eol lf && rm ${file} && ${takenBack(path)}`
  }
}
