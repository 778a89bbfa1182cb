import { readFileSync } from 'node:fs'

/**
 * The lines of output in a section of README that a transcript does not have in that order. A block is indented by
 * four spaces; a line that begins with `$ ` is a command, and starts anew; `…` stands for anything that was left out.
 */
export const notInTranscript = (heading: string, transcript: string): ReadonlyArray<string> => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`README has no section '${heading}'`)
  const shown = section.split('\n').filter((line) => line.startsWith('    ') && line.trim() !== '')
  if (shown.length === 0) throw new Error(`the section '${heading}' of README shows no output`)
  let from = 0
  return shown.filter((line) => {
    if (line.startsWith('    $ ')) from = 0
    if (line.startsWith('    $ ') || line.trim() === '…') return false
    const at = patternOf(line.slice(4)).exec(transcript.slice(from))
    if (at !== null) from += at.index + at[0].length
    return at === null
  })
}

const patternOf = (line: string): RegExp =>
  new RegExp(`^${line.trimEnd().split('…').map(escaped).join('.*')}\\s*$`, 'm')

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
