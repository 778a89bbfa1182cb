import type { Statement } from '../../../src/iam/document.ts'
import { type DocumentName, documentNames, emittedPolicies } from './emitted.ts'
import { pairs } from './names.ts'

/** A statement of an emitted policy, and where it stands. */
export type Emitted = {
  readonly stack: string
  readonly document: DocumentName
  readonly at: string
  readonly statement: Statement
}

/** Every statement of every policy of every stack. */
export const emittedStatements: ReadonlyArray<Emitted> = pairs.flatMap(({ own: { stack } }) =>
  documentNames.flatMap((document) =>
    emittedPolicies(stack)[document].Statement.map((statement) => ({
      stack,
      document,
      at: `${stack} ${document} ${statement.Sid}`,
      statement
    }))
  )
)
