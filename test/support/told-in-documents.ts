import { readFileSync } from 'node:fs'

/** A command that a document shows, as a person copies it into a shell, and the lines of output below it. */
export type Told = { readonly command: string; readonly output: ReadonlyArray<string> }

const isOpen = (command: string): boolean =>
  command.endsWith('\\') || ["'", '"'].some((quote) => command.split(quote).length % 2 === 0)

/** A document of docs/, or one of its sections of the second level. */
export type Place = { readonly document: string; readonly section?: string }

const textOf = ({ document, section }: Place): string => {
  const text = readFileSync(new URL(`../../docs/${document}`, import.meta.url), 'utf8')
  if (section === undefined) return text
  const found = text.split(/^## /m).find((each) => each.startsWith(`${section}\n`))
  if (found === undefined) throw new Error(`${document} has no section '${section}'`)
  return found
}

/**
 * The commands that a document shows. A block is indented by four spaces; a line that begins with `$ ` is a command,
 * which goes on while a quote is open or after a backslash; `…` stands for anything that was left out. What stands in
 * a fence is an example that nothing holds.
 */
export const toldIn = (place: Place): ReadonlyArray<Told> => {
  const { document } = place
  const told: Array<{ command: string; output: Array<string> }> = []
  for (const line of textOf(place)
    .split('\n')
    .filter((each) => each.startsWith('    ') && each.trim() !== '')) {
    const text = line.slice(4)
    const last = told.at(-1)
    if (text.startsWith('$ ')) told.push({ command: text.slice(2), output: [] })
    else if (last === undefined) throw new Error(`${document} shows '${text}', and no command for it`)
    else if (isOpen(last.command)) last.command += `\n${text}`
    else last.output.push(text)
  }
  if (told.length === 0) throw new Error(`${document} shows no command`)
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

/** The same of whole documents. */
export const notInTranscript = (documents: ReadonlyArray<string>, transcript: string): ReadonlyArray<string> =>
  documents.flatMap((document) => notSaid(toldIn({ document }), transcript))

const patternOf = (line: string): RegExp =>
  new RegExp(`^${line.trimEnd().split('…').map(escaped).join('.*')}\\s*$`, 'm')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
