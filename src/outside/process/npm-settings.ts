import { execFile } from 'node:child_process'

const TIMEOUT_MILLIS = 20_000

/**
 * What npm has for these settings with these variables: its own values, and what stands in .npmrc. A name that it does
 * not know is left out; undefined where npm cannot be asked. Source: npm, "npm config get".
 */
export const npmSettings = (
  npm: string,
  names: ReadonlyArray<string>,
  variables: Readonly<Record<string, string | undefined>>
): Promise<ReadonlyMap<string, string> | undefined> =>
  new Promise((resolve) => {
    // Of several settings npm writes the names beside the values, and of one it does not.
    const args = [npm, 'config', 'get', 'npm-version', ...names]
    execFile(process.execPath, args, { env: variables, timeout: TIMEOUT_MILLIS }, (error, stdout) => {
      if (error !== null) return resolve(undefined)
      const lines = stdout.split('\n').flatMap((line): ReadonlyArray<readonly [string, string]> => {
        const at = line.indexOf('=')
        const value = line.slice(at + 1)
        return at < 1 || value === 'undefined' ? [] : [[line.slice(0, at), value]]
      })
      return resolve(new Map(lines))
    })
  })
