/** Whether both hold the same bytes. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index])

const [CR, LF] = [0x0d, 0x0a]

const isLineEndCR = (byte: number, index: number, bytes: Uint8Array): boolean => byte === CR && bytes[index + 1] === LF

const withoutCRs = (bytes: Uint8Array): Uint8Array => bytes.filter((byte, index) => !isLineEndCR(byte, index, bytes))

/** Whether the bytes are those, but for carriage returns before line feeds that only `bytes` has: as git's autocrlf writes them. */
export const sameButForCRLF = (bytes: Uint8Array, those: Uint8Array): boolean =>
  !sameBytes(bytes, those) && bytes.length > those.length && sameBytes(withoutCRs(bytes), withoutCRs(those))
