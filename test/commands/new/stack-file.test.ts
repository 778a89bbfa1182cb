import prettier from 'prettier'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Answers } from '../../../src/commands/new/questions.ts'
import { stackText } from '../../../src/commands/new/stack-file.ts'

const test = suite('the file that new writes')

const answers: Answers = {
  account: '111122223333',
  environment: 'staging',
  'logical-region': 'eu',
  'aws-region': 'eu-central-1',
  bucket: 'zenthea-staging-eu-tfstate',
  'lock-table': 'zenthea-staging-eu-tflock',
  'bootstrap-principal': 'arn:aws:iam::111122223333:role/Bootstrap',
  'operator-role': 'arn:aws:iam::111122223333:role/Operator',
  'automation-role': 'arn:aws:iam::111122223333:role/Automation',
  'permissions-boundary': 'arn:aws:iam::111122223333:policy/Boundary',
  'trusted-accounts': '111122223333',
  operators: '',
  'operator-users': '/operators/',
  'mfa-seconds': '3600',
  'operator-hours': '1',
  planners: 'arn:aws:iam::111122223333:role/Planner',
  'automation-hours': '1',
  'recovery-days': '35',
  'tofu-versions': '>= 1.10.0, < 2.0.0',
  'provider-version': '5.100.0'
}

/** The form of the house, as package.json and `npm run format` have it. */
const formatted = (text: string): Promise<string> =>
  prettier.format(text, {
    parser: 'typescript',
    semi: false,
    singleQuote: true,
    printWidth: 120,
    trailingComma: 'none'
  })

const role = (length: number): string => `arn:aws:iam::111122223333:role/${'P'.repeat(length)}`

/** Answers by which a line of the file is shorter than, as long as and longer than the house takes. */
const around: Readonly<Record<string, ReadonlyArray<Answers>>> = {
  'one role of the automation role': [58, 59, 60, 61, 62, 63].map((length) => ({ planners: role(length) })),
  'one role of the operator role, without users': [47, 48, 49, 50, 51, 52].map((length) => ({
    operators: role(length),
    'operator-users': ''
  })),
  'one role of the operator role, beside users': [68, 69, 70].map((length) => ({ operators: role(length) })),
  'two roles': [5, 10, 12, 14, 15, 16, 18].map((length) => ({ planners: `${role(length)}, ${role(length)}` })),
  'the trusted accounts': [1, 5, 6, 7, 8].map((count) => ({
    'trusted-accounts': Array.from({ length: count }, (_, index) => `${222233334440 + index}`).join(', ')
  })),
  'the users': [20, 30, 31, 32, 33, 34, 35, 40].map((length) => ({ 'operator-users': `/${'u'.repeat(length)}/` })),
  'the releases': [5, 30, 31, 32, 33, 34, 35].map((length) => ({
    'accepted-proof': 'w'.repeat(length),
    'tofu-versions': '>= 1.10.0, < 2.0.0'
  })),
  'texts with quotes': [{ environment: `it's "x" \\ y`, bucket: '\n' }]
}

for (const [what, all] of Object.entries(around))
  test(`is in the form of the house, however long ${what} are`, async () => {
    for (const other of all) {
      const text = stackText({ ...answers, ...other })
      assert.is(text, await formatted(text))
    }
  })

test.run()
