/** Capitals and small letters alike, as a source of a regular expression: inside brackets or outside. */
const bothCases = (letter: string, isInBrackets: boolean): string => {
  const both = `${letter.toLowerCase()}${letter.toUpperCase()}`
  return isInBrackets ? both : `[${both}]`
}

const posix: Readonly<Record<string, string>> = { '[:alnum:]': 'A-Za-z0-9', '[:alpha:]': 'A-Za-z', '[:digit:]': '0-9' }

/** `(?i)` holds until its group ends, and `(?i:…)` inside itself. */
const flagGroup = /^\(\?(-?)([is])(:|\))/

/** A piece of a pattern that means the same in Go and in JavaScript, or what takes its place. */
const piece = (rest: string, isInBrackets: boolean): readonly [length: number, written: string] => {
  const named = Object.keys(posix).find((name) => isInBrackets && rest.startsWith(name))
  if (named !== undefined) return [named.length, posix[named] ?? '']
  if (rest.startsWith('\\z')) return [2, '$']
  if (rest.startsWith('(?P<')) return [4, '(?<']
  if (rest.startsWith('\\x')) return [4, rest.slice(0, 4)]
  return rest.startsWith('\\') ? [2, rest.slice(0, 2)] : [1, rest.slice(0, 1)]
}

const range = /^([a-z])-([a-z])|^([A-Z])-([A-Z])/

/**
 * A pattern of Go's regexp (RE2) as JavaScript takes it without a flag: `(?i)` is written out letter by letter, since
 * Node 20 knows no flags inside a pattern. Source: pkg.go.dev/regexp/syntax.
 */
export const fromGo = (pattern: string): string => {
  const ignoring: Array<boolean> = [false]
  let written = ''
  let isInBrackets = false
  let rest = pattern
  while (rest !== '') {
    const flag = isInBrackets ? null : flagGroup.exec(rest)
    const span = isInBrackets && ignoring.at(-1) === true ? range.exec(rest) : null
    if (flag !== null) {
      const [whole, minus, name, end] = flag
      const isIgnoring = name === 'i' ? minus === '' : ignoring.at(-1) === true
      if (end === ')') ignoring[ignoring.length - 1] = isIgnoring
      else ignoring.push(isIgnoring)
      written += end === ')' ? '' : '(?:'
      rest = rest.slice(whole.length)
    } else if (span !== null) {
      written += `${span[0].toLowerCase()}${span[0].toUpperCase()}`
      rest = rest.slice(span[0].length)
    } else {
      const [length, text] = piece(rest, isInBrackets)
      if (text === '[') isInBrackets = true
      else if (text === ']') isInBrackets = false
      else if (!isInBrackets && text.startsWith('(')) ignoring.push(ignoring.at(-1) === true)
      else if (!isInBrackets && text === ')') ignoring.pop()
      written += /^[A-Za-z]$/.test(text) && ignoring.at(-1) === true ? bothCases(text, isInBrackets) : text
      rest = rest.slice(length)
    }
  }
  return written
}
