import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readPlan } from '../../src/plan/read-plan.ts'
import { rawSample, sampleNames } from './sample.ts'

const test = suite('reading a plan')

const whyNot = (text: string): string => {
  const read = readPlan(text)
  return E.isLeft(read) ? read.left.actual : 'read'
}

const changed = (change: (raw: Record<string, unknown>) => void): string => {
  const raw: Record<string, unknown> = structuredClone({ ...rawSample('no-change') })
  change(raw)
  return JSON.stringify(raw)
}

test('every real plan can be read', () => {
  for (const name of sampleNames) assert.is(whyNot(JSON.stringify(rawSample(name))), 'read', name)
})

test('a minor version of the form is read while it adds nothing; a major one may have another meaning', () => {
  assert.is(whyNot(changed((raw) => Object.assign(raw, { format_version: '1.9' }))), 'read')
  assert.is(whyNot(changed((raw) => Object.assign(raw, { format_version: '1.9', more: {} }))), 'another form at more')
  for (const version of ['2.0', '0.2', '10.0', ''])
    assert.is(whyNot(changed((raw) => Object.assign(raw, { format_version: version }))), `version ${version}`)
})

test('40 characters are told of what stands in place of a version', () => {
  const of = (length: number) => whyNot(changed((raw) => Object.assign(raw, { format_version: 'v'.repeat(length) })))
  assert.equal([of(40), of(41)], [`version ${'v'.repeat(40)}`, `version ${'v'.repeat(40)}`])
})

test('a text that is not a plan', () => {
  assert.is(whyNot('Error: no plan'), 'a text that is not JSON')
  for (const text of ['null', '[]', '"1.2"', '{}', '{"format_version":1.2}'])
    assert.is(whyNot(text), 'JSON without format_version')
})

test('who reads that a plan cannot be judged is told what to do', () => {
  const told = {
    rule: 'plan-readable',
    clause: 'J.7.0 §4',
    remedy: 'Use a release of OpenTofu that this project knows; a plan that cannot be judged is not applied.'
  }
  assert.equal(readPlan('{}'), E.left({ ...told, expected: 'a plan as JSON', actual: 'JSON without format_version' }))
  const { remedy } = told
  for (const text of ['', changed((raw) => delete raw['errored'])]) assert.is(remedyIn(text), remedy)
})

const remedyIn = (text: string): unknown => {
  const read = readPlan(text)
  return E.isLeft(read) ? read.left.remedy : undefined
}

test('another form is told by its place and never by its value', () => {
  assert.is(whyNot(changed((raw) => delete raw['errored'])), 'another form at errored')
  const secret = 'AKIAIOSFODNN7EXAMPLE'
  const text = whyNot(
    changed((raw) => {
      Object.assign((raw['resource_changes'] as ReadonlyArray<object>)[3] ?? {}, { type: { secret } })
    })
  )
  assert.is(text, 'another form at resource_changes.3.type')
  assert.not.match(text, secret)
})

test.run()
