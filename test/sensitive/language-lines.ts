import { readFileSync } from 'node:fs'
import * as assert from 'uvu/assert'

const languages = 'bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv'

/**
 * The lines of a list by language: `de: what is found | what is not`, each in its parts. A line that begins with `#` is a remark.
 * Each official language of the EU has a line, in the order of their codes.
 */
export const languageLines = (
  file: URL
): ReadonlyArray<readonly [language: string, ...parts: ReadonlyArray<string>]> => {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/(?<=^[a-z]{2}): | \| /))
    .map(([language = '', ...parts]) => [language, ...parts] as const)
  assert.is(lines.map(([language]) => language).join(' '), languages, file.pathname.split('/').at(-1))
  return lines
}
