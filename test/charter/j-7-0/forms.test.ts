import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { authorisedAttribute } from '../../../src/charter/codec.ts'
import { j70 } from '../../../src/charter/j-7-0.ts'
import { decode } from '../../../src/diagnostics/decode.ts'
import { changed } from '../../support/changed.ts'
import { declaration, renderedBlocks } from '../../support/valid-blocks.ts'
import { placeOf } from '../../../src/charter/charter.ts'

/** What an author is told of the form of each block and of each object in it, where a text stands in its place. */
const test = suite('the form of each block')

const told = (place: string, path: ReadonlyArray<string>, value: unknown): ReadonlyArray<string> => {
  const block = renderedBlocks.find((each) => placeOf(each) === place)
  const body = j70.blocks.get(place)?.body(declaration)
  if (block === undefined || body === undefined) throw new Error(`${place} is not a block of the valid stack`)
  const decoded = decode(body, changed(block.body, path, value), [], authorisedAttribute)
  return E.isLeft(decoded)
    ? decoded.left.map(({ rule, clause, at = [], expected, remedy }) =>
        [rule, clause, at.join('.'), expected, remedy].join(' | ')
      )
    : []
}

const ours = 'authorised-attributes | J.7.0 §9'
const object = 'Write one object here, its fields between { and }.'

const forms: ReadonlyArray<readonly [place: string, path: string, words: string]> = [
  ['terraform', '', `${ours} |  | the terraform block that J.7.0 authorises | ${object}`],
  ['terraform', 'backend', `backend-declared | J.7.0 §4 | backend | an S3 backend | ${object}`],
  [
    'terraform',
    'backend.s3',
    `backend-declared | J.7.0 §4 | backend.s3 | the S3 backend that the stack declares | ${object}`
  ],
  ['provider.aws', '', `${ours} |  | the provider configuration that J.7.0 authorises | ${object}`],
  [
    'data.aws_caller_identity.current',
    '',
    `${ours} |  | the attributes of data.aws_caller_identity that J.7.0 authorises | ${object}`
  ],
  [
    'data.aws_caller_identity.current',
    'lifecycle',
    `account-postcondition | J.7.0 §4 | lifecycle | { postcondition } | ${object}`
  ],
  [
    'data.aws_caller_identity.current',
    'lifecycle.postcondition',
    `account-postcondition | J.7.0 §4 | lifecycle.postcondition | { condition, error_message } | ${object}`
  ],
  [
    'data.aws_caller_identity.current',
    'lifecycle.postcondition.condition',
    'account-postcondition | J.7.0 §4 | lifecycle.postcondition.condition | "${self.account_id == \\"029608264753\\"}" | Keep the comparison with the declared account; it ends a plan in any other one.'
  ],
  ['local.boundary_policy', '', `${ours} |  | a policy document: { Version, Statement } | ${object}`],
  [
    'local.boundary_policy',
    'Statement',
    'policy-form | J.7.0 §7 | Statement | a list of statements | Write the statements as a list of records.'
  ],
  ['import aws_dynamodb_table.lock', '', `${ours} |  | { to, id } | ${object}`],
  [
    'aws_dynamodb_table.lock',
    'point_in_time_recovery',
    `${ours} | point_in_time_recovery | { enabled, recovery_period_in_days } | ${object}`
  ]
]

for (const [place, path, words] of forms)
  test(`${place}${path === '' ? '' : `, ${path}`}: a text in its place`, () => {
    assert.equal(told(place, path === '' ? [] : path.split('.'), 'x'), [words])
  })

test('each resource names its type', () => {
  const places = [...j70.blocks.keys()].filter((place) => place.startsWith('aws_'))
  assert.is(places.length, 16)
  for (const place of places)
    assert.equal(told(place, [], 'x'), [
      `${ours} |  | the attributes of ${place.split('.')[0]} that J.7.0 authorises | ${object}`
    ])
})

test('the sentence of the postcondition is any text without an expression', () => {
  const at = ['lifecycle', 'postcondition', 'error_message']
  const place = 'data.aws_caller_identity.current'
  for (const text of ['x', 'the account of $ {a}, 100 %']) assert.equal(told(place, at, text), [], text)
  for (const value of ['', '${var.a}', '%{ if a }', 1, ['x']])
    assert.equal(
      told(place, at, value),
      [
        'account-postcondition | J.7.0 §4 | lifecycle.postcondition.error_message | a sentence | Write what is wrong when the account differs.'
      ],
      String(value)
    )
})

test.run()
