/** A word as a POSIX shell takes it: as it is where that is safe, else between single quotes. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_/:=.,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** Words as one command line. */
export const commandLine = (words: ReadonlyArray<string>): string => words.map(shellWord).join(' ')
