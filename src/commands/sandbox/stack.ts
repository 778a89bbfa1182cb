import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { scope, selection } from '../../command-line/selection.ts'
import type { UsageMistake } from '../../command-line/usage.ts'
import type { EmittedFile } from '../../declaration/declaration.ts'
import type { SandboxStack } from '../../outside/sandbox/world.port.ts'

/** A user of the account below the first path that an emitted trust names, or null. */
const personIn = (text: string, account: string): string | null => {
  const path = new RegExp(`"(arn:[a-z-]+:iam::${account}:user/[^"*]*)\\*"`).exec(text)?.[1]
  return path === undefined ? null : `${path}Ada`
}

/** What a sandbox has to know of a stack. */
export const sandboxStack = ({ stack, text, declaration, trusted }: EmittedFile): SandboxStack => {
  const { account } = declaration
  const person = personIn(text, account)
  const roleFor = (role: 'operator' | 'automation'): string | null =>
    trusted.find(({ by, arn }) => by === role && arn.includes(`::${account}:role/`))?.arn ?? null
  return {
    name: stack,
    account,
    environment: declaration.environment,
    region: declaration.region.aws,
    bucket: declaration.backend.bucket,
    key: declaration.backend.key,
    lockTable: declaration.backend.lockTable,
    awsProvider: declaration.versions.awsProvider,
    bootstrap: declaration.bootstrapPrincipal,
    operator: declaration.operatorRole,
    automation: declaration.automationRole,
    trusted: trusted.map(({ arn }) => arn),
    person,
    via: { operator: person ?? roleFor('operator'), automation: roleFor('automation') }
  }
}

/** The stack files that words name by a name, a file or a pattern. All are meant where none is named. */
export const sourcesNamed = (
  project: string,
  words: ReadonlyArray<string>,
  sources: ReadonlyArray<string>
): E.Either<UsageMistake, ReadonlyArray<string>> =>
  pipe(
    selection(project, words),
    E.flatMap((selected) => scope(selected, O.some(sources))),
    E.flatMap(({ chosen }): E.Either<UsageMistake, ReadonlyArray<string>> => {
      const lacking = chosen.find((source) => !sources.includes(source))
      return lacking === undefined ? E.right(chosen) : E.left({ _tag: 'NoSuchStack', source: lacking, stacks: sources })
    })
  )

/** The stack of that name, or the first where none is named. An unknown name is refused; no other stack takes its place. */
export const stackIn = (
  stacks: ReadonlyArray<SandboxStack>,
  name: string | undefined
): E.Either<string, SandboxStack> => {
  const stack = name === undefined ? stacks[0] : stacks.find((one) => one.name === name)
  const names = stacks.map((one) => one.name).join(', ')
  return stack === undefined
    ? E.left(
        name === undefined
          ? 'this sandbox has no stack'
          : `'${name}' is not a stack of this sandbox, which has ${names}`
      )
    : E.right(stack)
}
