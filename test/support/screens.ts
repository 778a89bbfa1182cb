import { readFileSync, writeFileSync } from 'node:fs'
import type { Test } from 'uvu'
import * as assert from 'uvu/assert'

/** The lines of one screen, or how they come to be. */
export type Screen = () => ReadonlyArray<string> | Promise<ReadonlyArray<string>>

const trimmed = (lines: ReadonlyArray<string>): string => lines.join('\n').replace(/^\n+/, '').trimEnd()

/** The screens of a text file: a line `== title`, and below it the lines that a person reads. */
export const screensIn = (file: URL): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(file, 'utf8')
      .split(/^== /m)
      .slice(1)
      .map((part): readonly [string, string] => {
        const [title = '', ...lines] = part.split('\n')
        return [title, trimmed(lines)]
      })
  )

const write = async (file: URL, said: Readonly<Record<string, Screen>>): Promise<void> => {
  const parts: Array<string> = []
  for (const [title, lines] of Object.entries(said)) parts.push(`== ${title}\n\n${trimmed(await lines())}\n`)
  writeFileSync(file, parts.join('\n'))
}

/**
 * One test for each screen: it is, word for word, the one under its title in the text file. So a text that loses a word, an
 * address or a command is seen by the person who reads the file, and by the test. Where the test file is run with `--write`,
 * the text file is written anew, for a person to read the difference.
 */
export const readsAs = (test: Test, file: URL, said: Readonly<Record<string, Screen>>): void => {
  if (process.argv.includes('--write')) {
    test('the screens are written', () => write(file, said))
    return
  }
  const written = screensIn(file)
  for (const [title, lines] of Object.entries(said))
    test(`a person reads: ${title}`, async () => {
      assert.is(trimmed(await lines()), written.get(title))
    })
  test('each screen that is written down is tried', () => {
    assert.equal([...written.keys()], Object.keys(said))
  })
}
