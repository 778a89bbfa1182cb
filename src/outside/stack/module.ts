import { compileFunction } from 'node:vm'
import * as E from 'fp-ts/lib/Either.js'
import { shellWord } from '../../caller/shell.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { invalid, type Validated } from '../../diagnostics/validated.ts'
import { type Stack, isStack } from '../../stack/stack.ts'
import { surface } from '../../stack/surface.ts'
import { copied } from './copy.ts'
import { type Realm, newRealm } from './realm.ts'
import { type StackSource, withNeeds } from './sources.ts'
import { compilePlace, kindOf, someOf, thrownPlace, thrownText } from './thrown.ts'

/** A file that the engine does not take, though the parser did. */
class NotCompiled extends Error {
  readonly source: string
  constructor(source: string, cause: unknown) {
    super(thrownText(cause), { cause })
    this.source = source
  }
}

/** Runs a file that may run, in a realm of its own. Gives the stack that the file exports as data of this realm. */
export const stackModule = (file: StackSource): Validated<Stack> => {
  const realm = newRealm(surface)
  try {
    const exported = recordOf(file, realm, new Map())
    const found = Object.getOwnPropertyDescriptor(exported, 'default')?.value as unknown
    const stack = isCall(realm, found) ? copied(realm, found) : undefined
    return isStack(stack) ? E.right(stack) : invalid(exportProblem(file, found))
  } catch (thrown) {
    return invalid(thrown instanceof NotCompiled ? compileProblem(thrown) : throwProblem(file, thrown))
  }
}

const isCall = (realm: Realm, value: unknown): boolean =>
  typeof value === 'object' && value !== null && realm.callOf(value) !== undefined

type Run = (...imported: ReadonlyArray<unknown>) => object

/** What a file exports, after all that it imports has run, each once. */
const recordOf = (file: StackSource, realm: Realm, known: Map<StackSource, object>): object => {
  const before = known.get(file)
  if (before !== undefined) return before
  if (file.script === undefined) throw new Error(`${file.source} was not judged`)
  const imported = file.script.imports.map(([, specifier]) => {
    const need = file.needs.get(specifier)
    return need === undefined ? realm.surface.get(specifier) : recordOf(need, realm, known)
  })
  const record: object = Object.freeze(Reflect.apply(compiled(file, file.script, realm), undefined, imported))
  known.set(file, record)
  return record
}

const compiled = (
  { source }: StackSource,
  { text, imports }: NonNullable<StackSource['script']>,
  realm: Realm
): Run => {
  try {
    return compileFunction(
      text,
      imports.map(([parameter]) => parameter),
      { parsingContext: realm.context, filename: source, lineOffset: -1 }
    ) as Run
  } catch (error) {
    throw new NotCompiled(source, error)
  }
}

const compileProblem = ({ source, message, cause }: NotCompiled): Diagnostic => ({
  rule: 'stack-file-parses',
  clause: 'J.7.0 §4',
  source,
  place: compilePlace(cause, source),
  expected: 'syntax that Node takes too',
  actual: message,
  remedy: 'Correct the syntax at this place.'
})

const exportedText = ({ exports, isEmpty }: StackSource, found: unknown): string => {
  if (isEmpty) return 'the file is empty'
  if (exports.includes('default')) return `the default export is ${kindOf(found)}, not made by stack(…)`
  return exports.length === 0 ? 'the file exports nothing' : `no default export, only ${someOf(exports)}`
}

/** A run of new that was killed leaves an empty file where the file system has no hard links. */
const exportProblem = (file: StackSource, found: unknown): Diagnostic => ({
  rule: 'stack-exports-a-stack',
  clause: 'J.7.0 §4',
  source: file.source,
  place: undefined,
  expected: 'export default stack(…)',
  actual: exportedText(file, found),
  remedy: file.isEmpty
    ? `Write the stack, or remove the file and begin the stack again: rm ${shellWord(file.source)} && npm run new`
    : "Write `export default stack({ … }, [ … ])`, with `stack` from 'zenthea-foundation/stack'."
})

/** What a file threw, with the place in stacks/ that it came from. */
const throwProblem = (file: StackSource, thrown: unknown): Diagnostic => {
  const from = thrownPlace(
    thrown,
    withNeeds(file).map(({ source }) => source)
  )
  return {
    rule: 'stack-loads',
    clause: 'J.7.0 §4',
    source: from?.source ?? file.source,
    place: from?.place,
    expected: 'a file that loads without an error',
    actual: thrownText(thrown),
    remedy: 'Correct what the message names.'
  }
}
