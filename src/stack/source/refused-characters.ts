import type { Parsed, Refusal } from './parsed-source.ts'
import { everyNode } from './walk.ts'

/**
 * Characters that show nothing, end a line only for some readers, or turn the text around them. Each run has its first
 * and its last one. The list is written out, so that it is the same with any Unicode that the engine knows. Source:
 * Unicode, categories Cc, Cf, Zl, Zp and Cs, property Default_Ignorable_Code_Point; "Trojan Source", CVE-2021-42574.
 */
const unseen: ReadonlyArray<readonly [first: number, last: number]> = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x600, 0x605],
  [0x61c, 0x61c],
  [0x6dd, 0x6dd],
  [0x70f, 0x70f],
  [0x890, 0x891],
  [0x8e2, 0x8e2],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x110bd, 0x110bd],
  [0x110cd, 0x110cd],
  [0x13430, 0x1345f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff]
]

const codeOf = (character: string): number => character.codePointAt(0) ?? 0

const isUnseen = (character: string): boolean => {
  const code = codeOf(character)
  return unseen.some(([first, last]) => code >= first && code <= last)
}

const written = (character: string): string => `U+${codeOf(character).toString(16).toUpperCase().padStart(4, '0')}`

/** Every character of the text that no reader sees, wherever it stands; a byte order mark may begin the text. */
export const unseenCharacters = (text: string): ReadonlyArray<Refusal> =>
  [...text.matchAll(/\r\n|[^\t\n -~]/gu)]
    .filter(({ 0: found, index }) => found !== '\r\n' && isUnseen(found) && !isMark(found, index))
    .map(({ 0: found, index }) => ({
      at: index,
      expected: 'characters that every reader sees, in lines that end with LF or CRLF',
      actual: `${written(found)}, a character that shows nothing or changes how the text around it is shown`,
      remedy: 'Remove it; in text write what is meant, such as a space.'
    }))

/** Whether this is the byte order mark that some editors write in front of UTF-8. */
const isMark = (character: string, at: number): boolean => at === 0 && character === '\uFEFF'

/**
 * Characters outside of text and comments that parsers and engines read in different ways. These are all but ASCII,
 * escapes in names, and the comments of HTML, which end a line in a script and are operators in a module.
 */
export const strayCharacters = (text: string, { program, comments }: Parsed): ReadonlyArray<Refusal> => {
  const found = [...text.matchAll(/[^\t\n\r -~]|\\|<!--|-->/gu)].filter(({ 0: stray, index }) => !isMark(stray, index))
  if (found.length === 0) return []
  const quiet = [
    ...comments,
    ...(program.hashbang === null ? [] : [program.hashbang]),
    ...everyNode(program).filter(
      (node) => node.type === 'TemplateElement' || (node.type === 'Literal' && typeof node.value === 'string')
    )
  ]
  return found
    .filter(({ index }) => !quiet.some(({ start, end }) => start <= index && index < end))
    .map(({ 0: stray, index }) => ({ at: index, ...wordsFor(stray) }))
}

const wordsFor = (stray: string): Omit<Refusal, 'at'> =>
  stray.length > 2
    ? {
        expected: 'signs that mean the same to every parser',
        actual: `\`${stray}\`, which begins a comment of HTML for some`,
        remedy: 'Put a space or parentheses between the signs.'
      }
    : {
        expected: 'ASCII without escapes, but for text and comments',
        actual: stray === '\\' ? 'an escape in a name' : `${written(stray)} outside of text`,
        remedy: 'Write names with the letters a to z, digits, _ and $, and space with spaces.'
      }
