import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { redacted, redactedJson, unshown } from '../../src/charter/redacted.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'

const test = suite('redacted')

test('redacted: a line that holds something sensitive is named by kind, the others stay', () => {
  assert.is(
    redacted('a plain line\ncontact jane.doe@zenthea.eu\nanother'),
    'a plain line\n(not shown: e-mail address)\nanother'
  )
})

test('redacted: a name in the line counts', () => {
  for (const line of [
    'tags.dbPassword: hunter22 → hunter23',
    'Owner=platform, Patient=Jane Doe',
    'dateOfBirth: 1984-03-12',
    '+    "Kennwort": "Winter26"'
  ])
    assert.match(redacted(line), /^\(not shown: [^:]+\)$/, line)
})

test('redacted: what a person reads every day stays as it is', () => {
  for (const line of [
    'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator',
    'ExpiredToken: The security token included in the request is expired',
    'InvalidClientTokenId: The security token included in the request is invalid.',
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/Operator is not authorized to perform: s3:GetObject',
    '--proxy takes an address such as http://proxy.example:3128, without a user, a password or a path',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '  to do     npm run tofu -- stacks/staging-eu.ts apply',
    'Plan: 7 to import, 0 to add, 0 to change, 0 to destroy',
    'dynamodb:LeadingKeys is zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate-md5',
    'request id 4442587FB7D0A2F9, host id abc',
    'out/staging-eu/main.tf.json  written  24 resources'
  ])
    assert.is(redacted(line), line)
})

test('redacted: a text is judged without the words that repeat it, which may speak of a machine', () => {
  for (const line of [
    'denied, if s3:x-amz-server-side-encryption is Diagnose F32.2; narrows: the operator role',
    'Deny by the statement {"Effect":"Diagnose F32.2","Sid":"DeclaredServerEncryption"}',
    'out/staging-eu/Diagnose F32.2 is there: a file on the server',
    'Environment=staging, Phase=Diagnóstico J45.9, Purpose=OpenTofu state',
    'Purpose=OpenTofu state, Rozpoznanie=F20, Phase=server',
    'servers/Diagnose E11.9/main.tf.json'
  ])
    assert.match(redacted(line), /^\(not shown: [^:]+\)$/, line)
  for (const line of [
    'Environment=staging, Phase=J.7.0, Purpose=OpenTofu state',
    'server diagnostics of rack B12.1, policy 4-820, out/a b/main.tf.json',
    'a statement by the policy: ["s3:PutObject","s3:GetObject"], as far as its own account lets it'
  ])
    assert.is(redacted(line), line)
})

test('redacted: in a document each text and each key', () => {
  assert.equal(redactedJson({ a: ['jane.doe@zenthea.eu', 1, null, true], 'jane.doe@zenthea.eu': { b: 'x' } }), {
    a: ['(not shown: e-mail address)', 1, null, true],
    '(not shown: e-mail address)': { b: 'x' }
  })
})

test('redacted: an illness is left out of a line and of a document under each key, but in the name of a system', () => {
  for (const key of ['Purpose', 'Name', 'a']) {
    assert.equal(redactedJson({ [key]: 'Multiple Sklerose' }), { [key]: '(not shown: name of an illness)' })
    for (const name of ['dementia-registry', 'state of the diabetes register', 'out/tumor-register/main.tf.json'])
      assert.equal(redactedJson({ [key]: name }), { [key]: name })
  }
  assert.is(redacted('Purpose is Multiple Sklerose'), '(not shown: name of an illness)')
  assert.is(redacted('out/dementia-registry/main.tf.json  written'), 'out/dementia-registry/main.tf.json  written')
})

const fields: Diagnostic = {
  rule: 'tags',
  clause: 'J.6.2 §7',
  at: ['tags', 'Owner'],
  expected: 'a tag',
  actual: '"x"',
  remedy: 'Do.'
}
const problem = (changes: Partial<typeof fields>): Diagnostic => ({ ...fields, ...changes })

test('unshown: an illness is left out under each key, and beside all words', () => {
  for (const text of [
    'Multiple Sklerose, schubförmig',
    'server krūts vēzis',
    'words before it, Morbus Parkinson, and after'
  ])
    for (const changes of [{ actual: JSON.stringify(text) }, { expected: `not '${text}'` }, { at: [text] }])
      assert.not.match(JSON.stringify(unshown(problem({ at: ['account'], ...changes }))), text)
})

test('unshown: a path in single quotes is judged by its own name', () => {
  assert.not.match(
    unshown(problem({ actual: "an import of './passwort%3DSommer24.ts', which is not" })).actual,
    'Sommer24'
  )
})

test('unshown: a value that is not a secret stays as it is', () => {
  for (const same of [problem({}), problem({ actual: '"eu-west-2"', at: ['region', 0] })])
    assert.equal(unshown(same), same)
})

test('unshown: a value that is one is named by kind and length', () => {
  assert.equal(
    unshown(problem({ actual: '"jane.doe@zenthea.eu"' })),
    problem({ actual: 'a value that is not shown: e-mail address (21 characters)' })
  )
})

test('unshown: so is a key that leads to it', () => {
  assert.equal(
    unshown(problem({ at: ['tags', 'AKIAQNZGKIQY56JQ7WML', 0] })),
    problem({ at: ['tags', '(a key of 20 characters)', 0] })
  )
})

test('unshown: words that repeat a credential are left out', () => {
  const hidden = unshown(problem({ remedy: 'Remove AKIAQNZGKIQY56JQ7WML.', expected: 'no AKIAQNZGKIQY56JQ7WML' }))
  assert.equal(
    [hidden.expected, hidden.remedy],
    Array.from({ length: 2 }, () => 'Not shown: it would repeat a credential.')
  )
})

test('unshown: a wrong account id is shown, since a reader must see the fault, and a key in its place is not', () => {
  const wrong = problem({ rule: 'account-id', actual: '"02960826475"' })
  assert.equal(unshown(wrong), wrong)
  assert.is(unshown(problem({ rule: 'account-id', actual: '"AKIAQNZGKIQY56JQ7WML"' })).actual.includes('AKIA'), false)
})

test('unshown: what will not be shown is not worked on, in each field', () => {
  const text = 'password of Jane '.repeat(1_000_000)
  const steps = Array.from({ length: 100_000 }, (_, index) => `step${index}`)
  for (const big of [{ expected: text }, { remedy: text }, { at: [text] }, { at: steps }]) {
    const shown = unshown({ ...fields, ...big })
    assert.ok(JSON.stringify(shown).length < 6_000, Object.keys(big).join())
  }
  const began = performance.now()
  unshown({ ...fields, expected: text, remedy: text })
  assert.ok(performance.now() - began < 2_000)
})

test('unshown: a file that did not load is treated alike', () => {
  const lost: Diagnostic = {
    rule: 'stack-loads',
    clause: 'J.7.0 §4',
    source: 'stacks/a.ts',
    place: { line: 1, column: 2 },
    expected: 'a stack',
    actual: 'ReferenceError: AKIAQNZGKIQY56JQ7WML is not defined',
    remedy: 'Correct it.'
  }
  assert.equal(unshown(lost), { ...lost, actual: 'a value that is not shown: AWS access key id (51 characters)' })
})

test('a diagnosis is not told beside the address of a resource whose type has the word server', () => {
  const address = 'aws_s3_bucket_server_side_encryption_configuration.state'
  for (const words of ['with another Diagnose F32.2', 'has the action Diagnose F32.2'])
    assert.not.match(redacted(`${address} ${words}`), 'F32')
  for (const words of [
    'would have another rule',
    'changed outside: rule.0.bucket_key_enabled',
    'with another kms_master_key_id'
  ])
    assert.is(redacted(`${address} ${words}`), `${address} ${words}`)
})

test('kind and length of a value are told as they are, also below the name that made it one', () => {
  const actual = 'literal value under the name of a credential (8 characters)'
  const told = problem({ rule: 'sensitive-values', at: ['tags', 'Password'], actual })
  assert.is(unshown(told).actual, actual)
  for (const other of [{ rule: 'tags' }, { actual: '"hunter22"' }, { actual: 'hunter22' }])
    assert.not.match(unshown({ ...told, ...other }).actual, /^literal|hunter22/)
})

test.run()
