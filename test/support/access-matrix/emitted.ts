import { readFileSync } from 'node:fs'
import type { PolicyDocument, Statement } from '../../../src/iam/document.ts'

export const documentNames = [
  'operator_policy',
  'automation_policy',
  'boundary_policy',
  'state_bucket_policy',
  'operator_trust',
  'automation_trust'
] as const

export type DocumentName = (typeof documentNames)[number]

/** Every policy of one stack. */
export type Documents = Readonly<Record<DocumentName, PolicyDocument>>

/** The policies as they stand in the committed file of a stack. */
export const emittedPolicies = (stack: string): Documents => {
  const text = readFileSync(new URL(`../../project/out/${stack}/main.tf.json`, import.meta.url), 'utf8')
  const { locals } = JSON.parse(text) as { readonly locals: Documents }
  const names = Object.keys(locals).toSorted()
  if (names.join() !== documentNames.toSorted().join())
    throw new Error(`${stack} has other policies: ${names.join(', ')}`)
  return locals
}

/** A document of these statements. */
export const documentOf = (...statements: ReadonlyArray<Statement>): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: statements
})

/** Part of a document, and what is put beside it. The same document gives the same object, so that it is checked once. */
export const partOf = (
  keep: (statement: Statement) => boolean,
  ...beside: ReadonlyArray<Statement>
): ((document: PolicyDocument) => PolicyDocument) => {
  const known = new WeakMap<PolicyDocument, PolicyDocument>()
  return (document) => {
    const made = known.get(document) ?? documentOf(...document.Statement.filter(keep), ...beside)
    known.set(document, made)
    return made
  }
}
