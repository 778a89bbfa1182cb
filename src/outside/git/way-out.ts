import { commandLine } from '../../caller/shell.ts'
import type { RepositoryFailure } from './repository.port.ts'

/** What git said: its error, where it warned before, else its first line, else how it ended. */
export const causeOf = (stderr: string, otherwise: string): string => {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? lines[0] ?? otherwise
}

type Way = readonly [refusal: RegExp, remedy: (...found: ReadonlyArray<string>) => string]

/** Git's own words in the locale C, and what a person does then. */
const ways: ReadonlyArray<Way> = [
  // Git names the command itself. Source: Git, git-config, safe.directory.
  [
    /dubious ownership[^]*?^\s*(git config --global --add safe\.directory .+)$/m,
    (command = '') =>
      `Make the checkout your own, or trust its owner: ${command} (safe.directory in GIT_CONFIG_COUNT or GIT_CONFIG_PARAMETERS is not handed on).`
  ],
  [/^fatal: bad config line /m, () => 'Correct that line of the file that git names, and run the command again.'],
  [
    /^fatal: bad (?:boolean|numeric) config value .* for '([^']+)'/m,
    (setting = '') =>
      `Correct that setting where it stands; this shows where: ${commandLine(['git', 'config', '--show-origin', '--get-all', setting])}`
  ],
  [
    /Expected git repo version|unknown repository (?:extension|version)/,
    () => 'A newer git made this repository: install one that knows its format, first on the PATH.'
  ],
  [
    /index file (?:corrupt|smaller than expected)|bad index (?:file|version)|bad signature/,
    () => 'Let git build its index again, which changes no file: rm "$(git rev-parse --git-path index)" && git reset'
  ],
  [
    /^fatal: not a git repository: .+\/worktrees\/[^/]+$/m,
    () => 'The clone of this work tree lies elsewhere now: run git worktree repair in it, and name this folder.'
  ],
  [
    /^fatal: (?:Needed a single revision|Not a valid object name HEAD)$/m,
    () => 'Make the first commit: git add -A && git commit'
  ]
]

/** The way out of what git said, where these words have one. */
export const wayOut = (stderr: string): Pick<RepositoryFailure, 'remedy'> => {
  for (const [refusal, remedy] of ways) {
    const found = refusal.exec(stderr)
    if (found !== null) return { remedy: remedy(...found.slice(1)) }
  }
  return {}
}
