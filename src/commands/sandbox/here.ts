import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { join } from 'node:path'
import { type Inside, type SandboxStack, World } from '../../outside/sandbox/world.port.ts'
import { stackIn } from './stack.ts'

/** What finding a sandbox again needs of the outside. The text of a file may throw. */
export type HerePorts = {
  readonly text: (path: string) => string
  readonly inside: (world: World, stack: SandboxStack) => Inside
}

/**
 * The sandbox that lies in a folder, at the stack of that name. Left where nothing lies there any more, where another thing
 * does, and where the sandbox has no such stack.
 */
export const hereIn = (
  { text, inside }: HerePorts,
  folder: string,
  name: string | undefined
): TE.TaskEither<string, Inside> =>
  pipe(
    E.tryCatch(
      () => JSON.parse(text(join(folder, 'world.json'))) as unknown,
      () => `the sandbox in ${folder} is gone`
    ),
    E.flatMap((read) => {
      if (!World.is(read)) return E.left('this is not a sandbox')
      return pipe(
        stackIn(read.stacks, name),
        E.map((stack) => inside(read, stack))
      )
    }),
    TE.fromEither
  )
