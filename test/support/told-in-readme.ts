import { readFileSync } from 'node:fs'

/** A command that README shows, as a person copies it into a shell, and the lines of output below it. */
export type Told = { readonly command: string; readonly output: ReadonlyArray<string> }

const isOpen = (command: string): boolean =>
  command.endsWith('\\') || ["'", '"'].some((quote) => command.split(quote).length % 2 === 0)

/**
 * The commands in a section of README. A block is indented by four spaces; a line that begins with `$ ` is a command,
 * which goes on while a quote is open or after a backslash; `…` stands for anything that was left out.
 */
export const toldIn = (heading: string): ReadonlyArray<Told> => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`README has no section '${heading}'`)
  const told: Array<{ command: string; output: Array<string> }> = []
  for (const line of section.split('\n').filter((each) => each.startsWith('    ') && each.trim() !== '')) {
    const text = line.slice(4)
    const last = told.at(-1)
    if (text.startsWith('$ ')) told.push({ command: text.slice(2), output: [] })
    else if (last === undefined) throw new Error(`README shows '${text}' under '${heading}', and no command for it`)
    else if (isOpen(last.command)) last.command += `\n${text}`
    else last.output.push(text)
  }
  if (told.length === 0) throw new Error(`the section '${heading}' of README shows no command`)
  return told
}

/** The lines of output that a transcript does not have in that order; each command begins at its start again. */
export const notSaid = (told: ReadonlyArray<Told>, transcript: string): ReadonlyArray<string> =>
  told.flatMap(({ output }) => {
    let from = 0
    return output.filter((line) => {
      if (line.trim() === '…') return false
      const at = patternOf(line).exec(transcript.slice(from))
      if (at !== null) from += at.index + at[0].length
      return at === null
    })
  })

/** The same of a whole section of README. */
export const notInTranscript = (heading: string, transcript: string): ReadonlyArray<string> =>
  notSaid(toldIn(heading), transcript)

const patternOf = (line: string): RegExp =>
  new RegExp(`^${line.trimEnd().split('…').map(escaped).join('.*')}\\s*$`, 'm')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
