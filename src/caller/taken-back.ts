import { shellWord } from './shell.ts'

/**
 * The line that makes a file what the commit at HEAD has, on the disk and in the index. Without `--source` git would take what
 * is staged, and leave a staged edit as it is. Source: Git, git-restore.
 */
export const takenBack = (path: string): string => `git restore --source=HEAD --staged --worktree ${shellWord(path)}`

/** The line that brings back each file of a folder that only the commit at HEAD has. It touches no other. */
export const allBroughtBack = (folder: string): string =>
  `git sparse-checkout disable && git diff -z --name-only --diff-filter=D HEAD -- ${shellWord(folder)} | xargs -0 -r git restore --source=HEAD --staged --worktree --`
