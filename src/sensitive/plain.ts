/**
 * A text as a reader sees it: full-width letters and digits as plain ones, every dash as `-`, no invisible characters.
 * Numbers that are copied from a document or a web page carry such things.
 */
export const plain = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Pd}/gu, '-')
        .replace(/\p{Cf}/gu, '')
