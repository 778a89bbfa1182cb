import type * as T from 'fp-ts/lib/Task.js'
import { printable } from '../../command-line/printable.ts'

const TOO_FAR = 2000

/**
 * The unified diff from the committed bytes to the emitted text. Loads the diff library, so ask only where they differ.
 * Bytes that are no UTF-8 show as U+FFFD, and where nothing else differs the diff says so in words.
 */
export const unifiedDiff =
  (file: string, committed: Uint8Array, emitted: string): T.Task<string> =>
  async () => {
    const path = printable(file)
    const { createTwoFilesPatch, FILE_HEADERS_ONLY } = await import('diff')
    const before = Buffer.from(committed).toString('utf8')
    if (before === emitted) return `${path}: the committed file holds bytes that are not UTF-8\n`
    return (
      createTwoFilesPatch(`${path} (committed)`, `${path} (emitted)`, before, emitted, undefined, undefined, {
        context: 3,
        maxEditLength: TOO_FAR,
        headerOptions: FILE_HEADERS_ONLY
      }) ?? `${path}: more than ${TOO_FAR} lines differ\n`
    )
  }
