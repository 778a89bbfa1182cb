import { homedir, tmpdir } from 'node:os'
import { isAbsolute } from 'node:path'
import { shellWord } from '../caller/shell.ts'

/** Places of a machine: the checkout that is worked in, and three folders of its user. */
export type Places = {
  readonly project: string
  readonly home: string
  readonly temporary: string
  /** What a shell expands to the temporary folder. */
  readonly temporaryName: string
  /** What XDG_STATE_HOME names; empty where it names nothing. */
  readonly stateHome: string
}

/** The variable that named the temporary folder of this process. Source: Node.js, os.tmpdir. */
const temporaryName = (): string => {
  const named = ['TMPDIR', 'TMP', 'TEMP'].find((name) => (process.env[name] ?? '') !== '')
  return named === undefined ? `\${TMPDIR:-${tmpdir()}}` : `$${named}`
}

/** The places of this process, as they are now. */
export const placesHere = (): Places => ({
  project: process.cwd(),
  home: homedir(),
  temporary: tmpdir(),
  temporaryName: temporaryName(),
  stateHome: process.env['XDG_STATE_HOME'] ?? ''
})

/** How a shell is told of a place: at the beginning of a word, and anywhere in it. */
type Word = { readonly first: string; readonly within: string }

/** A quoted path with its place before the quotes, because a shell expands nothing between them. */
const quoted = ({ first, within }: Word, isFirst: boolean, rest: string): string => {
  if (first === '.') return `'.${rest}'`
  const [place, below] = isFirst && first === '~' && /^\/|^$/.test(rest) ? [first, rest] : [`"${within}"`, rest]
  const [slash, left] = below.startsWith('/') ? ['/', below.slice(1)] : ['', below]
  return `${place}${slash}${left === '' ? '' : `'${left}'`}`
}

/** Whether a word between single quotes began on the line before that point and ends after it. */
const isQuoted = (text: string, from: number, to: number): boolean =>
  /(?:^|[\s=:(])'[^'\n]*$/.test(text.slice(text.lastIndexOf('\n', from - 1) + 1, from)) &&
  /^[^'\n]*'/.test(text.slice(to))

const withoutPlace = (text: string, path: string, word: Word): string => {
  const form = (of: string): string => of.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
  const between = form(path.replaceAll("'", String.raw`'\''`))
  const { first, within } = word
  return text
    .replaceAll(
      new RegExp(String.raw`(^|[^\w.\\-])'${between}(?![\w.-])([^'\n]*)'`, 'g'),
      (_, before: string, rest: string) => `${before}${quoted(word, /^\s?$/.test(before), rest)}`
    )
    .replaceAll(
      new RegExp(String.raw`(?:file:\/\/)?(?<![\w.-])(?:${between}|${form(path)})(?![\w.-])`, 'g'),
      (found, at: number, whole: string) => {
        if (within !== '.' && isQuoted(whole, at, at + found.length)) return `'"${within}"'`
        return /^[\s(]?$/.test(whole.charAt(at - 1)) ? first : within
      }
    )
}

/**
 * The text without these places, which name a person or a machine. A shell in the project reads what stands there instead
 * as the same path, also beside and between quotes: `./out`, `~/.local`, `$TMPDIR/x`.
 */
export const withoutPlaces = (text: string, places: Places): string => {
  const { project, home, temporary, temporaryName: variable, stateHome } = places
  return (
    [
      [stateHome, { first: '$XDG_STATE_HOME', within: '$XDG_STATE_HOME' }],
      [project, { first: '.', within: '.' }],
      [home, { first: '~', within: '$HOME' }],
      [temporary, { first: variable, within: variable }]
    ] as const
  )
    .filter(([path]) => isAbsolute(path) && path.length > 1)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((left, [path, word]) => withoutPlace(left, path, word), text)
}

/** A path as a person in the project types it into a shell, such as `~/x` or `$XDG_STATE_HOME/x`. */
export const toldPath = (path: string): string => withoutPlaces(shellWord(path), placesHere())
