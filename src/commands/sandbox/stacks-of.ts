import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { refusalText } from '../../command-line/diagnostic-text.ts'
import type { StackPorts } from '../../command-line/named-stack.ts'
import { plain } from '../../command-line/terminal.ts'
import { usageText } from '../../command-line/usage.ts'
import type { SandboxStack } from '../../outside/sandbox/world.port.ts'
import { sandboxStack, sourcesNamed } from './stack.ts'

/**
 * The stacks of a project that words name, or all where none is named. All are judged together. Throws with what is wrong with
 * the words, or with one of the stacks that they name.
 */
export const stacksOf =
  ({ outputFiles, stackEvaluator }: StackPorts, words: ReadonlyArray<string>) =>
  async (project: AbsolutePath): Promise<ReadonlyArray<SandboxStack>> => {
    const listed = await outputFiles.sources(project)()
    const sources = E.isRight(listed) && O.isSome(listed.right) ? listed.right.value : []
    const chosen = sourcesNamed(project, words, sources)
    if (E.isLeft(chosen)) throw new Error(usageText(chosen.left))
    const emissions = await stackEvaluator.emitAll(project, sources)()
    return emissions
      .filter(({ source }) => chosen.right.includes(source))
      .map(({ source, file }) => {
        if (E.isRight(file)) return sandboxStack(file.right)
        throw new Error(refusalText(plain, [{ source, problems: file.left }]).join('\n'))
      })
  }
