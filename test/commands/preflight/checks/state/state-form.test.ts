import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../../../../src/charter/j-7-0.ts'
import type { Finding } from '../../../../../src/diagnostics/finding.ts'
import { declaredAddresses } from '../../../../../src/commands/preflight/checks/state/own-place.ts'
import { stateClean } from '../../../../../src/commands/preflight/checks/state/state-clean.ts'
import { stateWhole } from '../../../../../src/commands/preflight/checks/state/state-whole.ts'
import { emittedStaging } from '../../../../support/wanted.ts'

const test = suite('a state in the form that OpenTofu writes')

/** What OpenTofu 1.12.6 stored after the first apply of the committed stack, read back by an operator. */
const text = readFileSync(new URL('../samples/state.sample', import.meta.url), 'utf8')
const file = emittedStaging()

const read = (stored: string): ReadonlyArray<Finding> => {
  const { findings, state } = stateWhole({
    object: E.right(O.some({ text: stored, md5: 'x', versionId: undefined })),
    digest: E.right(O.some({ info: undefined, digest: 'x' }))
  })
  return [
    ...findings,
    ...(O.isSome(state) ? stateClean(j70, file.declaration, state.value.form, declaredAddresses(file)) : [])
  ]
}

const refusals = (stored: string): ReadonlyArray<string> =>
  read(stored).flatMap(({ rule, outcome, actual }) => (outcome === 'failed' ? [`${rule}: ${actual}`] : []))

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const edited = (edit: (raw: Raw) => void): string => {
  const raw: Raw = JSON.parse(text)
  edit(raw)
  return JSON.stringify(raw, undefined, 2)
}

const bucket = (raw: Raw): Raw => raw.resources.find(({ type }: Raw) => type === 'aws_s3_bucket').instances[0]

test('a real one is whole and clean', () => {
  assert.equal(refusals(text), [])
})

/** States that OpenTofu reads otherwise than JSON.parse does: keys in another case, and the last of two. */
const ambiguous: Readonly<Record<string, string>> = {
  'resources behind a second key': text.replace(/\n\}\n$/, ',\n  "resources": []\n}\n'),
  'resources behind a key in capitals': text.replace(/\n\}\n$/, ',\n  "Resources": []\n}\n'),
  'resources under a key in capitals alone': text.replace('"resources"', '"RESOURCES"'),
  'a key with the long s, which Go folds': text.replace(/\n\}\n$/, ',\n  "\u017Ferial": 9\n}\n'),
  'a second lineage': text.replace('"lineage"', '"lineage": "00000000-0000-0000-0000-000000000000", "lineage"'),
  'a mode in another case': text.replace('"mode"', '"Mode"')
}
for (const [what, stored] of Object.entries(ambiguous))
  test(`refuses ${what}`, () => {
    const [first = '', ...others] = refusals(stored)
    assert.match(first, /^state-read: \d+ characters (with a key that is written twice|in another form)/)
    assert.equal(others, [])
  })

/** By where it is refused; each is a form that OpenTofu does not write. */
const malformed: Readonly<Record<string, readonly [(raw: Raw) => void, string]>> = {
  'an unknown key': [(raw) => (raw.more = 1), 'more'],
  'a key that may be a name': [(raw) => (raw['Jane Doe'] = 1), '(a key of 8 characters)'],
  'a serial that nobody counted to': [(raw) => (raw.serial = 2 ** 32), 'serial'],
  'a negative serial': [(raw) => (raw.serial = -1), 'serial'],
  'half a serial': [(raw) => (raw.serial = 1.5), 'serial'],
  'a lineage that is no UUID': [(raw) => (raw.lineage = 'x'), 'lineage'],
  'a version of a person': [(raw) => (raw.terraform_version = 'of Jane Doe'), 'terraform_version'],
  'no resources': [(raw) => delete raw.resources, 'resources'],
  'another format': [(raw) => (raw.version = 5), 'version'],
  'the version as a text': [(raw) => (raw.version = '4'), 'version'],
  'the keys of Terraform 0.11': [(raw) => (raw.modules = []), 'modules'],
  'an ephemeral resource': [(raw) => (raw.resources[0].mode = 'ephemeral'), 'resources.0.mode'],
  'count of Terraform 0.12': [(raw) => (raw.resources[0].each = 'list'), 'resources.0.each'],
  'an unknown key of an object': [(raw) => (bucket(raw).more = 1), 'resources.11.instances.0.more'],
  'a dependency that is no address': [
    (raw) => (bucket(raw).dependencies = ['aws_s3_bucket']),
    'resources.11.instances.0.dependencies.0'
  ],
  'a type that is no name': [(raw) => (raw.resources[0].type = ''), 'resources.0.type'],
  'an unknown status': [(raw) => (bucket(raw).status = 'x'), 'resources.11.instances.0.status'],
  'unknown private data': [(raw) => (bucket(raw).private = btoa('{"x":1}')), 'resources.11.instances.0.private'],
  'private data that is no base64': [(raw) => (bucket(raw).private = 'ä'), 'resources.11.instances.0.private'],
  'checks of another form': [(raw) => (raw.check_results = {}), 'check_results'],
  'an unknown key of a check': [(raw) => (raw.check_results[0].more = 1), 'check_results']
}
for (const [what, [edit, at]] of Object.entries(malformed))
  test(`refuses ${what}, by its place`, () => {
    const stored = edited(edit)
    assert.equal(refusals(stored), [`state-read: ${stored.length} characters in another form, at ${at}`])
  })

/** Each part of the form on both sides of its bound. Source: OpenTofu, internal/states/statefile/version4.go. */
const at = (raw: Raw) => raw.resources[11].instances[0]
const timeouts = { 'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0': { create: 60_000_000_000 } }
const bounds: Readonly<Record<string, readonly [set: (raw: Raw, value: Raw) => void, right: Raw, wrong: Raw]>> = {
  serial: [(raw, value) => (raw.serial = value), [0, 2 ** 32 - 1], [-1, 2 ** 32, 0.5, '1']],
  lineage: [
    (raw, value) => (raw.lineage = value),
    ['0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10'],
    [
      '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a1',
      'x0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10',
      '0D6F3C9E-6f0b-6a4e-9f6c-0d2c1c3b5a10'
    ]
  ],
  version: [
    (raw, value) => (raw.terraform_version = value),
    ['1.2.3', '1234.1234.1234', '1.12.0-rc1', `1.2.3-${'a'.repeat(40)}`],
    ['1.2', '12345.2.3', '1.12345.3', '1.2.12345', 'v1.2.3', '1.2.3-', `1.2.3-${'a'.repeat(41)}`, '1.2.3-a b']
  ],
  name: [
    (raw, value) => (raw.resources[11].name = value),
    ['state', '_a', 'a-b_1'],
    ['', '1a', '-a', 'a b', 'a.b', ' a', 'a ']
  ],
  dependency: [
    (raw, value) => (at(raw).dependencies = [value]),
    ['aws_a.b', 'data.aws_a.b'],
    ['a', 'module.m.a.b', ' aws_a.b', 'aws_a.b ', 'aws_a.b[0]', '1a.b', 'a.1b']
  ],
  private: [
    (raw, value) => (at(raw).private = btoa(JSON.stringify(value))),
    [null, { schema_version: '1' }, timeouts, { schema_version: '1', ...timeouts }],
    [{}, 1, { schema_version: 1 }, { ...timeouts, more: 1 }, { schema_version: '1', more: 1 }]
  ],
  'path of a sensitive value': [
    (raw, value) => (at(raw).sensitive_attributes = [[value]]),
    [
      { type: 'get_attr', value: 'id' },
      { type: 'index', value: 0 },
      { type: 'index', value: { value: 0, type: 'number' } },
      { type: 'index', value: { value: 'a', type: 'string' } }
    ],
    [
      { type: 'splat', value: 'id' },
      { type: 'get_attr' },
      { type: 'index', value: null },
      { type: 'index', value: { value: 0 } }
    ]
  ],
  index: [(raw, value) => (at(raw).index_key = value), [0, 1, 'a'], [-1, 0.5, null, []]],
  identity: [(raw, value) => (at(raw).identity = value), [null, {}, { account_id: 'x' }], ['x', 1]],
  'status of a check': [
    (raw, value) => (raw.check_results[0].status = value),
    ['pass', 'fail', 'error', 'unknown'],
    ['', 'PASS', null]
  ],
  'kind of a check': [
    (raw, value) => (raw.check_results[0].object_kind = value),
    ['resource', 'output', 'check', 'var'],
    ['', 'module', null]
  ],
  'objects of a check': [
    (raw, value) => (raw.check_results[0].objects = value),
    [null, [], [{ object_addr: 'a', status: 'fail', failure_messages: ['no'] }]],
    ['x', [{ object_addr: 'a' }], [{ status: 'fail' }], [{ object_addr: 'a', status: 'fail', more: 1 }]]
  ]
}
for (const [what, [set, right, wrong]] of Object.entries(bounds))
  test(`reads the ${what} in its form alone`, () => {
    const isRead = (value: Raw): boolean =>
      !refusals(edited((raw) => set(raw, value))).some((said) => said.startsWith('state-read'))
    for (const value of right) assert.is(isRead(value), true, JSON.stringify(value))
    for (const value of wrong) assert.is(isRead(value), false, JSON.stringify(value))
  })

/** What the form knows and a stack may not have, by what is said of it. */
const odd: Readonly<Record<string, readonly [(raw: Raw) => void, ReadonlyArray<string>]>> = {
  'a deposed object': [
    (raw) => raw.resources[11].instances.push({ ...bucket(raw), deposed: 'ce4ae4e6' }),
    [
      'state-objects: aws_s3_bucket.state has a deposed object, left by a replacement that was not finished',
      'state-objects: aws_s3_bucket.state has 2'
    ]
  ],
  'a tainted object': [
    (raw) => (bucket(raw).status = 'tainted'),
    ['state-objects: aws_s3_bucket.state is tainted: the next plan would replace it']
  ],
  'flat attributes': [
    (raw) => {
      bucket(raw).attributes_flat = { id: 'x' }
    },
    ['state-objects: aws_s3_bucket.state has attributes in the flat form of Terraform 0.11']
  ],
  'a provider of its own': [
    (raw) => (bucket(raw).provider = 'provider["registry.opentofu.org/hashicorp/aws"].other'),
    ['state-objects: aws_s3_bucket.state has a provider of its own']
  ],
  'dependencies of Terraform 0.12': [
    (raw) => (bucket(raw).depends_on = ['aws_dynamodb_table.lock']),
    ['state-objects: aws_s3_bucket.state has dependencies in the form of Terraform 0.12']
  ],
  'an object that would be forgotten': [
    (raw) => (bucket(raw).skip_destroy = true),
    ['state-objects: aws_s3_bucket.state would be forgotten and not destroyed']
  ],
  'an object without attributes': [
    (raw) => delete raw.resources.find(({ type }: Raw) => type === 'aws_iam_policy').instances[0].attributes,
    ['state-objects: aws_iam_policy.boundary has no attributes']
  ],
  'an index': [(raw) => (bucket(raw).index_key = 0), ['state-objects: aws_s3_bucket.state stands under an index']],
  'a resource twice': [
    (raw) => raw.resources.push(raw.resources[11]),
    ['state-objects: aws_s3_bucket.state more than once']
  ],
  'a resource that the file does not have': [
    (raw) => raw.resources.push({ ...raw.resources[11], name: 'other' }),
    ['state-declared: aws_s3_bucket.other, which it does not have: a plan would destroy it']
  ],
  'the result of another check': [
    (raw) => (raw.check_results[0].config_addr = 'check.health'),
    ['state-objects: one of kind resource']
  ],
  'an account in an identity': [
    (raw) => (bucket(raw).identity = { account_id: '999999999999', bucket: 'x' }),
    ['state-own: aws_s3_bucket.state is of the account 999999999999']
  ]
}
for (const [what, [edit, said]] of Object.entries(odd))
  test(`refuses ${what}, by name`, () => {
    assert.equal(refusals(edited(edit)), said)
  })

/** A person or a secret anywhere in it, also where OpenTofu reads nothing. */
const private_: Readonly<Record<string, (raw: Raw) => void>> = {
  'in an identity': (raw) => (bucket(raw).identity = { id: 'somebody@example.com' }),
  'in a path of a sensitive value': (raw) =>
    (bucket(raw).sensitive_attributes = [[{ type: 'get_attr', value: 'somebody@example.com' }]]),
  'in a message of a check': (raw) => (raw.check_results[0].objects[0].failure_messages = ['somebody@example.com'])
}
for (const [where, edit] of Object.entries(private_))
  test(`finds an address of a person ${where}`, () => {
    const said = refusals(edited(edit))
    assert.equal(said.length, 1)
    assert.match(said[0] ?? '', /^state-private: /)
    assert.not.match(said[0] ?? '', 'somebody')
  })

test('says where in the outputs or the checks a credential stands', () => {
  const secret = { value: { a: 'AKIAIOSFODNN7EXAMPLE' }, type: 'string' }
  const outputs = refusals(edited((raw) => (raw.outputs = { key: secret })))
  assert.match(
    outputs.find((said) => said.startsWith('state-private')) ?? '',
    /^state-private: outputs, at key\.value\.a: /
  )
  const checks = refusals(
    edited((raw) => (raw.check_results[0].objects[0].failure_messages = ['somebody@example.com']))
  )
  assert.match(checks[0] ?? '', /^state-private: check_results, at 0\.objects\.0\.failure_messages\.0: /)
})

test('what stands in the outputs is taken out of the stack, since no session put it there', () => {
  const [found] = read(
    edited((raw) => (raw.outputs = { key: { value: 'AKIAIOSFODNN7EXAMPLE', type: 'string' } }))
  ).filter(({ rule, outcome }) => rule === 'state-private' && outcome === 'failed')
  assert.is(
    found?.outcome === 'failed' && found.remedy,
    'Remove it from the stack and apply. Revoke it, because every version of the state keeps it.'
  )
})

test('a deeply nested one is refused, and nothing crashes', () => {
  for (const levels of [101, 10_000, 1_000_000]) {
    const stored = text.replace('"attributes": {', `"attributes": { "a": ${'['.repeat(levels)}${']'.repeat(levels)},`)
    assert.equal(refusals(stored), [`state-read: ${stored.length} characters with more than 100 levels`])
  }
})

/** So many copies of a resource under names of their own. */
const copies = (count: number): string =>
  edited((raw) => {
    const first: Raw = raw.resources.find(({ mode }: Raw) => mode === 'managed')
    raw.resources = Array.from({ length: count }, (_, index) => ({ ...first, name: `copy_${index}` }))
  })

test('a thousand resources are each judged and named; of more, the number and the first three are said', () => {
  assert.ok(refusals(copies(1_000)).length >= 1_000)
  const [one, ...others] = refusals(copies(1_001))
  assert.equal(others, [])
  assert.match(one ?? '', /^state-declared: 1001 resources, the first of them \S+copy_0, \S+copy_1, \S+copy_2$/)
})

/** The sample with this beside what its first resource says, in each of so many copies of it. */
const swollen = (copies: number, attributes: object): string =>
  edited((raw) => {
    const [first] = raw.resources.filter(({ mode }: Raw) => mode === 'managed')
    const [instance] = first.instances
    raw.resources = Array.from({ length: copies }, (_, index) => ({
      ...first,
      name: `copy_${index}`,
      instances: [{ ...instance, attributes: { ...instance.attributes, ...attributes } }]
    }))
  })

const bounded: Readonly<Record<string, readonly [string, string]>> = {
  'many texts in many resources': [
    swollen(400, { tags: Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key-${index}`, 'a value'])) }),
    'more than 20000 texts, of which the others were not judged'
  ],
  'long texts in a few resources': [
    swollen(20, { policy: 'plain words '.repeat(25_000) }),
    'more than 4194304 characters, of which the others were not judged'
  ]
}
for (const [what, [stored, said]] of Object.entries(bounded))
  test(`a state is judged to a bound as a whole: ${what} are refused`, () => {
    const found = refusals(stored).filter((one) => one.startsWith('state-private'))
    assert.is(found.length, 1, found.join('\n'))
    assert.ok(found[0]?.endsWith(said), found[0])
  })

test.run()
