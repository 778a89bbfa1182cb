import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { GuardProgramPorts } from '../../src/commands/guard/program.ts'
import { momentAt } from '../../src/diagnostics/kinds.ts'
import { clock } from '../../src/outside/process/clock.ts'
import { sha256 } from '../../src/outside/process/sha256.port.ts'
import { emittedStaging } from './wanted.ts'

const file = emittedStaging()

/** The ports of the guard where no person is at the terminal, so that each run is refused; and the documents that it leaves. */
export const portsWithoutPerson = (change: object = {}) => {
  const documents = new Map<string, string>()
  const ports = {
    outputFiles: { sources: () => TE.right(O.some(['stacks/production-eu.ts', 'stacks/staging-eu.ts'])) },
    stackEvaluator: {
      emitAll: (_: string, sources: ReadonlyArray<string>) =>
        T.of(sources.map((source) => ({ source, imports: [], read: new Map(), file: E.right(file) })))
    },
    variables: { TERM: 'xterm' },
    clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
    newId: () => '0123456789abcdef',
    evidence: {
      write: (stack: string | null, name: string, text: string) => async () => {
        documents.set(`${stack ?? 'no stack'}/${name}`, text)
        return Promise.resolve(E.right(`evidence/${name}.json`))
      }
    },
    program: 'b'.repeat(64),
    isSandbox: false,
    sha256,
    runs: { take: () => TE.right(E.right(async () => undefined)) },
    person: { isThere: false, ask: () => T.of('') },
    ...change
  } as unknown as GuardProgramPorts
  return { ports, documents }
}
