import type { Flag, Options } from './swallowed.ts'

const isPlain = (word: string): boolean => /^[\w@%+=:,./-]+$/.test(word)

/** A word as a shell reads it; one with a password in it is not shown. */
const word = (text: string): string => {
  if (/\/\/[^/]*@/.test(text)) return 'ADDRESS'
  return isPlain(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** A flag as it is typed. Of a value that stood apart npm leaves a word in the command line: the next that is free. */
const typed = (options: Options, { name, value }: Flag, free: Array<string>): string => {
  if (value !== undefined) return `--${name}=${word(value)}`
  if (options[name]?.type !== 'string') return `--${name}`
  const next = free.shift()
  return next === undefined ? `--${name}=VALUE` : `--${name}=${word(next)}`
}

/**
 * The line that gives a command the flags which npm kept. A word that can be neither a stack file nor a command of tofu is
 * taken for the value of a flag.
 */
export const rightLine = (
  command: string,
  options: Options,
  flags: ReadonlyArray<Flag>,
  argv: ReadonlyArray<string>
): string => {
  const lacking = flags.filter(({ name, value }) => value === undefined && options[name]?.type === 'string').length
  const free = argv.filter(
    (text) => !text.startsWith('-') && !text.endsWith('.ts') && !/^(init|plan|apply)$/.test(text)
  )
  // The name of a stack looks like a value, and people type it first.
  const taken = free.slice(Math.max(0, free.length - lacking))
  const rest = argv.filter((text) => !taken.includes(text))
  return ['npm run', command, '--', ...rest.map(word), ...flags.map((flag) => typed(options, flag, taken))].join(' ')
}
