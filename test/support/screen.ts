const CODE_OR_CHARACTER = new RegExp(`${'\x1b'}\\[\\??([\\d;]*)([A-Za-z])|[^]`, 'gu')

/** What stands on a terminal of that many columns after a text was written to it, line by line, without colours. */
export const screenOf = (written: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<Array<string>> = [[]]
  let [row, column] = [0, 0]
  const line = (): Array<string> => (lines[row] ??= [])
  const move = (down: number): void => {
    row = Math.max(0, row + down)
    while (lines.length <= row) lines.push([])
  }
  const put = (character: string): void => {
    if (column >= columns) {
      move(1)
      column = 0
    }
    const there = line()
    while (there.length < column) there.push(' ')
    there[column] = character
    column += 1
  }
  const obey = (parameter: string, command: string): void => {
    const count = Number(parameter) || 1
    if (command === 'A') move(-count)
    else if (command === 'B') move(count)
    else if (command === 'G') column = count - 1
    else if (command === 'K' && parameter === '2') lines[row] = []
    else if (command === 'K') line().length = Math.min(line().length, column)
    else if (!/^[mhl]$/.test(command)) throw new Error(`a terminal code that this screen does not know: ${command}`)
  }
  for (const [text, parameter, command] of written.matchAll(CODE_OR_CHARACTER)) {
    if (command !== undefined) obey(parameter ?? '', command)
    else if (text === '\n') move(1)
    else if (text === '\r') column = 0
    else if (text === '\x1b') throw new Error('an escape that this screen does not know')
    else put(text)
  }
  return lines.map((characters) => characters.join('').trimEnd())
}
