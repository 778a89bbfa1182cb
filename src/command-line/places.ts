import { homedir, tmpdir } from 'node:os'
import { isAbsolute } from 'node:path'

/** Three places of a machine: the checkout that is worked in, the home of its user and its temporary folder. */
export type Places = { readonly project: string; readonly home: string; readonly temporary: string }

/** The places of this process, as they are now. */
export const placesHere = (): Places => ({ project: process.cwd(), home: homedir(), temporary: tmpdir() })

/**
 * The text without these places, which name a person or a machine. A shell in the project reads what stands there instead
 * as the same path: `./out`, `~/.local`, `$TMPDIR/x`.
 */
export const withoutPlaces = (text: string, { project, home, temporary }: Places): string =>
  (
    [
      [project, '.'],
      [home, '~'],
      [temporary, '$TMPDIR']
    ] as const
  )
    .filter(([path]) => isAbsolute(path) && path.length > 1)
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((left, [path, word]) => {
      const form = path.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`)
      return left.replaceAll(new RegExp(String.raw`(?:file:\/\/)?(?<![\w.-])${form}(?![\w.-])`, 'g'), () => word)
    }, text)
