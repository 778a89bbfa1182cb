import { type Because, type BrokenStack, calls, declares } from '../../support/broken-stack.ts'

const secret: Because = ['sensitive-values', 'J.7.0 §6 privacy']

/** Credentials and personal data. What is one is tested with `sensitive/`; here each reaches the judge by another way. */
export const sensitiveStacks: ReadonlyArray<BrokenStack> = [
  declares('a token as the name of the table', secret, [
    [['backend', 'lockTable'], 'ghp_0123456789abcdefABCDEF0123456789abcd']
  ]),
  declares("a person's address in a tag of the stack", secret, [[['tags', 'Owner'], 'jane.doe@zenthea.eu']]),
  declares('a password in a tag of the stack', secret, [[['tags', 'Password'], 'hunter22']]),
  declares(
    'a key of AWS as the name of a tag',
    secret,
    [[['tags', 'AKIAQNZGKIQY56JQ7WML'], 'key']],
    [['tags', '(a key of 20 characters)']]
  ),
  calls(
    'a key of AWS in a tag of the bucket',
    secret,
    'stateBucket',
    [[['tags', 'Key'], 'AKIAQNZGKIQY56JQ7WML']],
    [['stateBucket', 'tags', 'Key']]
  ),
  calls(
    'an account of a bank in a tag of the table',
    secret,
    'lockTable',
    [[['tags', 'Billing'], 'DE89 3704 0044 0532 0130 00']],
    [['lockTable', 'tags', 'Billing']]
  ),
  calls(
    'a patient in a tag of the table',
    secret,
    'lockTable',
    [[['tags', 'Patient'], 'Jane Doe']],
    [['lockTable', 'tags', 'Patient']]
  )
]
