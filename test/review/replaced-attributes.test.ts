import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { replacedAttributes, stackChanges } from '../../src/review/stack-changes.ts'
import { byRule } from '../../src/review/setting-rules.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { emittedStaging } from '../support/wanted.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const { text } = emittedStaging()
const emitted: Raw = JSON.parse(text)
const resources = Object.entries(emitted.resource as object).flatMap(([type, all]) =>
  Object.entries(all as object).map(([name, body]) => [type, name, body as object] as const)
)
const isReplaced = (type: string, attribute: string): boolean => replacedAttributes.includes(`${type}.${attribute}`)

const test = suite('attributes whose change makes another resource')

for (const [type, name, body] of resources)
  for (const attribute of Object.keys(body).filter((one) => isReplaced(type, one)))
    test(`${type}.${name}.${attribute}: its change is refused as a replacement, and so is all of the stack`, () => {
      const file: Raw = JSON.parse(text)
      file.resource[type][name][attribute] = 'Another'
      const told = stackChanges(emitted as JsonObject, file as JsonObject)
      const said = told.map(({ turn, sentence, apply }) => `${turn}: ${sentence}: ${apply}`).join('\n')
      assert.ok(told.length > 0)
      assert.ok(
        told.some(({ apply }) => apply === 'refused as a replacement'),
        said
      )
      assert.not.ok(
        told.some(({ apply }) => apply === 'updated in place'),
        said
      )
    })

test('no other attribute of a stack is told as a replacement', () => {
  const told = resources.flatMap(([type, name, body]) =>
    Object.entries(body).flatMap(([attribute, before]) =>
      byRule({ path: ['resource', type, name, attribute], before, after: 'x' })?.apply === 'refused as a replacement' &&
      !isReplaced(type, attribute)
        ? [`${type}.${name}.${attribute}`]
        : []
    )
  )
  assert.equal(told, [])
  assert.ok(resources.length >= 14)
})

test.run()
