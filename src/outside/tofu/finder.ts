import { type AbsolutePath, absolutePath } from '../../diagnostics/kinds.ts'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { realpath } from 'node:fs/promises'
import type { NoTofu, TofuBinary, TofuFinder } from './tofu.port.ts'
import { changeableOnTheWay } from '../files/changeable.ts'
import { insideCheckout } from '../files/checkout-places.ts'
import { findProgram } from '../process/program.ts'
import { readThrough } from '../private/copy.ts'
import { systemRefusal } from '../files/system-refusal.ts'

/** In the build information of a program that was built from OpenTofu's main package. */
const OPENTOFU = Buffer.from('path\tgithub.com/opentofu/opentofu/cmd/tofu\n')

const MAGICS: Readonly<Record<string, TofuBinary['form']>> = {
  '7f454c46': 'ELF',
  cffaedfe: 'Mach-O',
  feedfacf: 'Mach-O',
  cafebabe: 'Mach-O'
}

const formOf = (head: Buffer): TofuBinary['form'] =>
  head.subarray(0, 2).toString() === '#!' ? 'script' : (MAGICS[head.toString('hex')] ?? 'something else')

const noFile = (path: string): NoTofu => ({
  _tag: 'SystemRefused',
  path,
  code: 'ENOEXEC',
  message: 'it is not a regular file'
})

const known = (project: AbsolutePath, path: AbsolutePath): TE.TaskEither<NoTofu, TofuBinary> =>
  pipe(
    TE.tryCatch(
      async () => {
        const realPath = absolutePath(await realpath(path))
        const read = await readThrough<'tofu'>(realPath, OPENTOFU)
        if (read === undefined) return undefined
        const { head, sha256, holds } = read
        const changeable = await changeableOnTheWay(realPath)
        const isInside = await insideCheckout(project)
        const isInCheckout = (await isInside(path)) || (await isInside(realPath))
        return { path, realPath, isInCheckout, form: formOf(head), namesOpenTofu: holds, changeable, sha256 }
      },
      (error): NoTofu => systemRefusal(path, error)
    ),
    TE.flatMap((found) => (found === undefined ? TE.left(noFile(path)) : TE.right(found)))
  )

/** Finds tofu on this machine's disk, reads all of it, and runs nothing. */
export const tofuFinder: TofuFinder = {
  find: (project, named, path) => {
    if (named !== undefined) return known(project, named)
    return async () => {
      const found = await findProgram('tofu', path ?? '', undefined)
      return found === undefined ? TE.left<NoTofu, TofuBinary>({ _tag: 'NoTofu' })() : known(project, found)()
    }
  }
}
