import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { allBroughtBack } from '../../caller/taken-back.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Repository } from '../git/repository.port.ts'
import type { Emission, StackEvaluator } from './evaluator.port.ts'

const isAbsent = ({ source, read, file }: Emission): boolean => E.isLeft(file) && !read.has(source)

/** The same as what preflight says of any other file of `stacks/` that is not on the disk. */
const broughtBack = (problem: Diagnostic): Diagnostic => ({
  ...problem,
  actual: `${problem.actual} on the disk, and the commit at HEAD has it`,
  remedy: `If the stack is to go, see docs/operator/retire.md. If not, check out all of stacks/: ${allBroughtBack('stacks')}`
})

const told = ({ file, ...emission }: Emission): Emission =>
  E.isLeft(file)
    ? { ...emission, file: E.left([broughtBack(file.left[0]), ...file.left.slice(1)] as const) }
    : { ...emission, file }

/**
 * The same evaluator, for a project in git. Of a stack that is not on the disk it asks the commit, so that a file left out by a
 * sparse checkout is brought back and not begun anew. Git is asked for no other stack.
 */
export const knowingTheCommit = (
  evaluator: StackEvaluator,
  repository: Pick<Repository, 'head' | 'committed'>
): StackEvaluator => ({
  emitAll: (project, sources) => async () => {
    const emissions = await evaluator.emitAll(project, sources)()
    if (!emissions.some(isAbsent)) return emissions
    const head = await repository.head(project)()
    if (E.isLeft(head)) return emissions
    const all: Array<Emission> = []
    for (const emission of emissions) {
      const found = isAbsent(emission) ? await repository.committed(project, head.right, emission.source)() : undefined
      all.push(found !== undefined && E.isRight(found) && O.isSome(found.right) ? told(emission) : emission)
    }
    return all
  }
})
