import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inEditor } from '../support/language-server.ts'

const test = suite('a stack file in an editor')

const path = 'test/project/stacks/staging-eu.ts'
const whole = readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')

/** The committed stack with another text in the place of one. */
const swapped = (from: string, to: string): string => {
  if (!whole.includes(from)) throw new Error(`the stack has no ${from}`)
  return whole.replace(from, to)
}

/** What is offered in the place of each value that has a finite choice, by what stands before it. */
const values: ReadonlyArray<readonly [mark: string, value: string, offered: ReadonlyArray<string>]> = [
  [
    "aws: '",
    'eu-central-1',
    ['eu-central-1', 'eu-north-1', 'eu-south-1', 'eu-south-2', 'eu-west-1', 'eu-west-3', 'eusc-de-east-1']
  ],
  ["phase: '", 'J.7.0', ['J.7.0']],
  ["residency: '", 'EU', ['EU']],
  ["tofu: '", '>= 1.10.0, < 2.0.0', ['>= 1.10.0, < 2.0.0']],
  ["awsProvider: '", '5.100.0', ['5.100.0']],
  ["key: '", '111122223333/staging/eu/terraform.tfstate', ['111122223333/staging/eu/terraform.tfstate']],
  ["encryption: '", 'AES256', ['AES256']],
  ["versioning: '", 'Enabled', ['Enabled']],
  ["objectOwnership: '", 'BucketOwnerEnforced', ['BucketOwnerEnforced']],
  ["publicAccess: '", 'Blocked', ['Blocked']],
  ["minimumTls: '", '1.2', ['1.2']],
  ["billing: '", 'PAY_PER_REQUEST', ['PAY_PER_REQUEST']]
]

/** Every field, below what it stands in. */
const fields = [
  'phase account environment region versions backend bootstrapPrincipal operatorRole automationRole',
  'permissionsBoundary trustedAccounts tags logical aws residency tofu awsProvider bucket key lockTable encryption',
  'versioning objectOwnership publicAccess minimumTls billing pointInTimeRecoveryDays deletionProtection',
  'sessionHours trust roles users path mfaMaxAgeSeconds'
].flatMap((line) => line.split(' '))

test('regions, releases, the key and every option are offered while typing, and each field has a sentence', () =>
  inEditor(path, async ({ offered, shownOver }) => {
    for (const [mark, value, expected] of values)
      assert.equal((await offered(swapped(`${mark}${value}`, mark), mark)).toSorted(), expected, mark)
    for (const field of fields) {
      const shown = await shownOver(whole, `${field}:`)
      assert.match(shown, /\(property\)/, field)
      assert.match(shown.split('\n```\n')[1] ?? '', /^[A-Z].{15,}\.$/, `${field} has a sentence`)
      assert.not.match(shown, /StringC|NumberC|Fields<|_brand/, `${field} shows no codec`)
    }
  }))

test('the fields of a declaration and of a part are offered by name', () =>
  inEditor(path, async ({ offered }) => {
    const part = swapped("stateBucket({\n      versioning: 'Enabled',", 'stateBucket({\n      v')
    assert.equal(await offered(part, '({\n      v'), ['versioning'])
    const declaration = swapped("{\n    phase: 'J.7.0',", '{\n    p')
    assert.equal(await offered(declaration, '  {\n    p'), ['phase', 'nextBootstrapPrincipal?'])
  }))

test.run()
