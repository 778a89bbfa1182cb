/** So many characters of what a process says are kept. */
const KEPT = 65_536
/** So many of them are told at most, apart from a last line that is longer. */
const TOLD = 2_000

/** The last of these lines that are short enough together; the last one however long it is. */
const lastOf = (lines: ReadonlyArray<string>): ReadonlyArray<string> => {
  const from = lines.findLastIndex(
    (_, index) => index < lines.length - 1 && lines.slice(index).join('\n').length > TOLD
  )
  return lines.slice(from + 1)
}

/**
 * Hears what a process says on its standard error, and gives the last lines of it. They are whole lines, so that a secret
 * in one can be seen and left out where they are told. Of what never ends, the last characters are kept.
 */
export const lastWords = (stderr: NodeJS.ReadableStream): (() => string) => {
  let said = ''
  let isWhole = true
  stderr.setEncoding('utf8')
  stderr.on('data', (text: string) => {
    const all = said + text
    isWhole &&= all.length <= KEPT
    said = all.slice(-KEPT)
  })
  return () => {
    const lines = said.split('\n')
    return lastOf((isWhole ? lines : lines.slice(1)).filter((line) => line.trim() !== '')).join('\n')
  }
}
