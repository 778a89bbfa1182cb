import { shellWord } from '../../../../caller/shell.ts'

/**
 * What is said of a file that git wrote with other line ends than it keeps: a restore alone would write them again.
 * Source: Git, gitattributes, "End-of-line conversion"; git-config, core.autocrlf and core.eol.
 */
export const lineEnds = (path: string): { readonly actual: string; readonly remedy: string } => {
  const file = shellWord(path)
  return {
    actual: `${path} has a carriage return before its line feeds (CRLF), and is the same without them`,
    remedy: `let git write files as it keeps them, and this one again: git config core.autocrlf false && git config core.eol lf && rm ${file} && git restore ${file}`
  }
}
