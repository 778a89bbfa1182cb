import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import productionEu from '../project/stacks/production-eu.ts'
import stagingEu from '../project/stacks/staging-eu.ts'
import type { PolicyDocument } from '../../src/iam/document.ts'
import { type DocumentName, documentNames, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { production, staging } from '../support/access-matrix/names.ts'
import { type GenericStack, brokenRules, emittedFrom, genericStack } from '../support/generic-stack.ts'
import { mutationsOf } from '../support/policy-mutations.ts'

const test = suite('mutations of the policies, refused by emit')

/** The stack with another document in the place of one. */
const withDocument = (
  written: GenericStack,
  name: DocumentName,
  document: PolicyDocument
): ReturnType<typeof emittedFrom> =>
  emittedFrom(
    written,
    written.blocks.map(([type, labels, body]) => [
      type,
      labels,
      type === 'locals' && labels[0] === name ? document : body
    ])
  )

/** The stacks differ in names alone, save in whom the operator role trusts. */
const stacks = [
  { own: staging, written: genericStack(staging.stack, stagingEu), names: documentNames },
  { own: production, written: genericStack(production.stack, productionEu), names: ['operator_trust'] as const }
]

for (const { own, written, names } of stacks) {
  test(`${own.stack}: written with generic parts it is emitted as committed`, () => {
    const committed = readFileSync(new URL(`../project/out/${own.stack}/main.tf.json`, import.meta.url), 'utf8')
    assert.equal(emittedFrom(written, written.blocks), E.right(committed))
  })

  for (const name of names)
    test(`${own.stack}: each change of one element of ${name} is refused, and the statement is named`, () => {
      const rule = name.endsWith('_trust')
        ? /^(?:trust-\w+|role-separation) .*Statement/
        : /^policy-documents .*Statement/
      const passed = mutationsOf(emittedPolicies(own.stack)[name], own).filter(
        ({ document }) => !brokenRules(withDocument(written, name, document)).some((broken) => rule.test(broken))
      )
      assert.equal(
        passed.map(({ what }) => what),
        []
      )
    })
}

test.run()
