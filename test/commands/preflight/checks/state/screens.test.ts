import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import { j70 } from '../../../../../src/charter/j-7-0.ts'
import { declaredAddresses } from '../../../../../src/commands/preflight/checks/state/own-place.ts'
import { stateClean } from '../../../../../src/commands/preflight/checks/state/state-clean.ts'
import { stateWhole } from '../../../../../src/commands/preflight/checks/state/state-whole.ts'
import { originText } from '../../../../../src/diagnostics/origin.ts'
import { type Screen, readsAs } from '../../../../support/screens.ts'
import { emittedStaging } from '../../../../support/wanted.ts'

const test = suite('what is said of a state, word for word')

/** What OpenTofu 1.12.6 stored after the first apply of the committed stack, read back by an operator. */
const text = readFileSync(new URL('../samples/state.sample', import.meta.url), 'utf8')
const file = emittedStaging()

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** What is said of the real state with this change; `isWhole` also where nothing is wrong. */
const said =
  (edit: (raw: Raw) => unknown, isWhole = false): Screen =>
  () => {
    const raw: Raw = JSON.parse(text)
    edit(raw)
    const { findings, state } = stateWhole({
      object: E.right(O.some({ text: JSON.stringify(raw, undefined, 2), md5: 'x', versionId: undefined })),
      digest: E.right(O.some({ info: undefined, digest: 'x' }))
    })
    const clean = O.isSome(state) ? stateClean(j70, file.declaration, state.value.form, declaredAddresses(file)) : []
    return [...findings, ...clean].flatMap((finding) => {
      if (finding.outcome === 'passed' && !isWhole) return []
      const { rule, clause, from, expected, actual } = finding
      const remedy = finding.outcome === 'failed' ? [`  to do     ${finding.remedy}`] : []
      return [`${rule}, ${clause}, ${originText(from)}`, `  expected  ${expected}`, `  actual    ${actual}`, ...remedy]
    })
  }
const resource = (raw: Raw, type: string): Raw => raw.resources.find((one: Raw) => one.type === type)
const instance = (raw: Raw): Raw => resource(raw, 'aws_s3_bucket').instances[0]
const more = (raw: Raw, change: object): void =>
  raw.resources.push({ ...structuredClone(resource(raw, 'aws_s3_bucket')), ...change })

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a state that is whole and clean': said(() => undefined, true),
  'a resource that the file does not have': said((raw) => more(raw, { name: 'other' })),
  'a resource of a type that is forbidden': said((raw) => more(raw, { type: 'aws_lambda_function', name: 'x' })),
  'a resource of a provider of its own, of none, and in a module': said((raw) => {
    more(raw, { provider: 'provider["registry.opentofu.org/somebody/aws"]' })
    more(raw, { module: 'module.x' })
  }),
  'data that the phase does not read': said((raw) => more(raw, { mode: 'data', type: 'aws_s3_object', name: 'x' })),
  'one address twice': said((raw) => more(raw, {})),
  'objects that no plan of a stack would leave': said((raw) => {
    Object.assign(instance(raw), { deposed: 'ce4ae4e6', status: 'tainted', index_key: 0, skip_destroy: true })
  }),
  'objects of an old form': said((raw) => {
    Object.assign(instance(raw), { depends_on: [], attributes_flat: {}, provider: 'x' })
    delete instance(raw).attributes
  }),
  'a resource with two objects, and one with none': said((raw) => {
    resource(raw, 'aws_s3_bucket').instances.push(instance(raw))
    resource(raw, 'aws_dynamodb_table').instances = []
  }),
  outputs: said((raw) => (raw.outputs = { who: { value: 'x', type: 'string' }, what: { value: 'y', type: 'string' } })),
  'other checks': said((raw) =>
    raw.check_results.push({ object_kind: 'check', config_addr: 'check.x', status: 'pass', objects: null })
  ),
  'things of another account and another region': said((raw) => {
    instance(raw).attributes.arn = 'arn:aws:iam::444455556666:role/x'
    resource(raw, 'aws_dynamodb_table').instances[0].attributes.arn =
      'arn:aws:dynamodb:eu-west-1:111122223333:table/zenthea-staging-eu-tflock'
  }),
  'a credential, and data of a person': said((raw) => {
    instance(raw).attributes.tags = { Key: 'AKIAY34FZKBOKMUTVV7A', Patient: 'Jane Doe, born 1984-03-12' }
  }),
  'a person in an output, and in the message of a check': said((raw) => {
    raw.outputs = { who: { value: 'Jane Doe, born 1984-03-12', type: 'string' } }
    raw.check_results[0].objects[0].failure_messages = ['Jane Doe, born 1984-03-12, is calling']
  }),
  'a session that is named after a person': said((raw) => {
    const { attributes } = resource(raw, 'aws_caller_identity').instances[0]
    attributes.arn = attributes.arn.replace(/[^/]*$/, 'jane.doe@example.com')
    attributes.user_id = attributes.user_id.replace(/[^:]*$/, 'jane.doe@example.com')
  }),
  'far more resources than a stack has': said((raw) => {
    raw.resources = Array.from({ length: 1_001 }, (_, index) => ({
      ...structuredClone(resource(raw, 'aws_s3_bucket')),
      name: `n${index}`
    }))
  })
} satisfies Readonly<Record<string, Screen>>)

test.run()
