import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emitStacks } from '../../src/stack/emit.ts'
import {
  ONE,
  SIGN_IN,
  type Stack,
  TWO,
  declared,
  policy,
  role,
  sovereign,
  sso,
  standing,
  users
} from '../support/standing-stacks.ts'

/**
 * Sets of stacks with their verdict, which was written before any of them was run: by whom they are refused, or that they
 * pass. Each set of attackers has neighbours that look like it and are right.
 */
const test = suite('sets of principals')

/** Three stacks that share what may be shared: two in one account, and one in another. */
const alpha = standing('alpha', ONE)
const beta = standing('beta', ONE)
const gamma = standing('gamma', TWO)

/** The rules that refuse a set. That a neighbour is refused follows from them, and is left out. */
const refusing = (...stacks: ReadonlyArray<Stack>): ReadonlyArray<string> =>
  [
    ...new Set(
      emitStacks(stacks.map(declared)).flatMap(({ file }) => (E.isLeft(file) ? file.left.map(({ rule }) => rule) : []))
    )
  ]
    .filter((rule) => rule !== 'neighbour-known')
    .toSorted()

type Sets = Readonly<Record<string, ReadonlyArray<Stack>>>

/** By the one rule that refuses each. */
const attacks: Readonly<Record<string, Sets>> = {
  'bootstrap-apart': {
    'an operator role is the bootstrap principal of a neighbour': [alpha, { ...beta, bootstrap: alpha.operator }],
    'an automation role is the bootstrap principal of a neighbour': [alpha, { ...beta, bootstrap: alpha.automation }],
    'an operator role is so under another path': [alpha, { ...beta, bootstrap: role(ONE, 'x/y/alphaOperator') }],
    'an operator role is so in capitals': [alpha, { ...beta, bootstrap: role(ONE, 'ALPHAOPERATOR') }],
    'an operator role is so on the day of the handover': [alpha, { ...beta, next: role(ONE, 'a/alphaoperator') }],
    'an automation role is so on the day of the handover': [alpha, { ...beta, next: alpha.automation }],
    'two stacks are each the bootstrap principal of the other': [
      { ...alpha, bootstrap: beta.operator },
      { ...beta, bootstrap: alpha.operator }
    ],
    'three stacks bootstrap each other in a circle': [
      { ...alpha, bootstrap: role(ONE, 'deltaOperator') },
      { ...beta, bootstrap: alpha.operator },
      { ...standing('delta', ONE), bootstrap: beta.operator }
    ],
    'a bootstrap principal is made as the operator of a neighbour': [
      alpha,
      { ...beta, operator: role(ONE, 'f/admin') }
    ].map((one, index) => (index === 1 ? { ...one, bootstrap: role(ONE, 'Other') } : one))
  },
  'no-role-chains': {
    'an operator trusts the operator of a neighbour': [alpha, { ...beta, people: [alpha.operator] }],
    'it does so across accounts': [alpha, { ...gamma, people: [alpha.operator] }],
    'it does so under another path and in capitals': [alpha, { ...gamma, people: [role(ONE, 'q/ALPHAOPERATOR')] }],
    'it does so beside a person': [alpha, { ...gamma, people: [role(SIGN_IN, 'Engineers'), alpha.operator] }],
    'an automation role trusts the automation of a neighbour': [alpha, { ...beta, machines: [alpha.automation] }],
    'it does so across accounts, under another path': [alpha, { ...gamma, machines: [role(ONE, 'alphaAutomation')] }],
    'two operators trust each other': [
      { ...alpha, people: [beta.operator] },
      { ...beta, people: [alpha.operator] }
    ],
    'three operators trust each other in a circle over two accounts': [
      { ...alpha, people: [gamma.operator] },
      { ...beta, people: [alpha.operator] },
      { ...gamma, people: [beta.operator] }
    ],
    'operators and automation trust each other in a circle of three': [
      { ...alpha, people: [gamma.automation] },
      { ...beta, machines: [alpha.operator] },
      { ...gamma, machines: [beta.automation] }
    ],
    'an automation role trusts the operator of a neighbour': [alpha, { ...beta, machines: [alpha.operator] }],
    'an operator trusts the automation of a neighbour': [alpha, { ...beta, people: [alpha.automation] }],
    'the chain is within the sovereign partition': [
      sovereign(alpha),
      { ...sovereign(beta), people: [role(ONE, 'alphaOperator', 'aws-eusc')] }
    ]
  },
  'one-side': {
    'the people here are automation there': [
      alpha,
      { ...beta, machines: [role(SIGN_IN, 'ENGINEERS')], people: [role(SIGN_IN, 'Others')] }
    ],
    'the automation here are people there': [
      alpha,
      { ...gamma, people: [role(SIGN_IN, 'a/b/Planners')], machines: [role(SIGN_IN, 'Others')] }
    ],
    'a bootstrap principal is automation there': [alpha, { ...gamma, machines: [alpha.bootstrap] }],
    'a bootstrap principal is automation there under another path': [
      alpha,
      { ...gamma, machines: [role(ONE, 'x/ADMIN')] }
    ],
    'the next bootstrap principal is automation there': [
      { ...alpha, next: role(ONE, 'Successor') },
      { ...gamma, machines: [role(ONE, 'y/successor')] }
    ],
    'one of many is on both sides': [
      { ...alpha, people: [1, 2, 3].map((each) => role(SIGN_IN, `Team${each}`)) },
      { ...beta, machines: [4, 5, 3].map((each) => role(SIGN_IN, `team${each}`)) }
    ],
    'it is the third stack that tells': [
      { ...alpha, people: [role(SIGN_IN, 'First')] },
      { ...beta, people: [role(SIGN_IN, 'Second')] },
      { ...gamma, machines: [role(SIGN_IN, 'first')] }
    ]
  },
  'own-roles': {
    'one operator role serves two stacks': [alpha, { ...beta, operator: alpha.operator }],
    'one is told from the other by capitals alone': [alpha, { ...beta, operator: role(ONE, 'f/ALPHAoperator') }],
    'one is told from the other by its path alone': [alpha, { ...beta, automation: role(ONE, 'alphaAutomation') }],
    'an operator role is the automation role of a neighbour': [alpha, { ...beta, automation: alpha.operator }],
    'one boundary serves two stacks': [alpha, { ...beta, boundary: alpha.boundary }],
    'one boundary does so under another path and in capitals': [
      alpha,
      { ...beta, boundary: policy(ONE, 'ALPHABOUNDARY') }
    ]
  },
  'role-separation': {
    'a stack has the same people on both sides': [{ ...alpha, machines: alpha.people }],
    'it has them so in capitals': [{ ...alpha, machines: [role(SIGN_IN, 'x/ENGINEERS')] }],
    'an operator trusts itself': [{ ...alpha, people: [alpha.operator] }],
    'an operator trusts its own automation': [{ ...alpha, people: [role(ONE, 'ALPHAAUTOMATION')] }],
    'the bootstrap principal is automation': [{ ...alpha, machines: [role(ONE, 'x/admin')] }],
    'automation is a role that people sign in with': [
      { ...alpha, machines: [sso('eu-central-1/', 'Ops_0123456789abcdef', SIGN_IN)] }
    ]
  },
  'principals-distinct': {
    'the operator is the bootstrap principal': [{ ...alpha, operator: role(ONE, 'f/ADMIN') }],
    'the next bootstrap principal is the present one under another path': [{ ...alpha, next: role(ONE, 'new/Admin') }],
    'operator and automation are one': [{ ...alpha, automation: role(ONE, 'g/alphaoperator') }]
  },
  'principals-in-account': {
    'the bootstrap principal is of another account': [{ ...alpha, bootstrap: role(TWO, 'Admin') }],
    'the boundary is of another account': [{ ...alpha, boundary: policy(TWO, 'f/alphaBoundary') }]
  },
  partition: { 'a role is of another partition': [{ ...alpha, operator: role(ONE, 'f/alphaOperator', 'aws-eusc') }] },
  'one-account': {
    'an environment is in two accounts': [alpha, { ...gamma, env: 'alpha', logical: 'north' }],
    'an environment is in two partitions, under one number': [
      alpha,
      { ...sovereign(beta), env: 'alpha', logical: 'north' }
    ]
  },
  'trust-accounts': {
    'an account that is not declared is trusted': [{ ...alpha, trusted: [ONE], machines: [role(ONE, 'Planners')] }],
    'its users are': [{ ...alpha, trusted: [ONE, SIGN_IN], users: [users(TWO, '/operators/')] }]
  },
  'own-bucket': { 'one bucket holds two states': [alpha, { ...gamma, bucket: alpha.bucket }] },
  'own-lock-table': {
    'one table locks two states, in two regions': [alpha, { ...beta, table: alpha.table, aws: 'eu-west-1' }]
  },
  'trust-principals': {
    'a role of another partition is trusted': [{ ...alpha, people: [role(SIGN_IN, 'Engineers', 'aws-us-gov')] }],
    'a session is trusted': [{ ...alpha, people: [`arn:aws:sts::${SIGN_IN}:assumed-role/Engineers/amara`] }],
    'a role of a service is trusted': [
      { ...alpha, people: [role(SIGN_IN, 'aws-service-role/x.amazonaws.com/AWSServiceRoleForX')] }
    ]
  },
  'trust-mfa': {
    'users are trusted for a day': [{ ...alpha, users: [users(SIGN_IN, '/operators/', 86_400)] }],
    'a whole account is trusted': [{ ...alpha, people: [`arn:aws:iam::${SIGN_IN}:root`] }]
  },
  'role-arn': {
    'a role of a service is the bootstrap principal': [
      { ...alpha, bootstrap: role(ONE, 'aws-service-role/x.amazonaws.com/AWSServiceRoleForX') }
    ]
  }
}

const valid: Sets = {
  'one administrator, one team, one planner for all stacks of two accounts': [alpha, beta, gamma],
  'the same names in two accounts': [
    alpha,
    { ...gamma, operator: role(TWO, 'f/alphaOperator'), automation: role(TWO, 'f/alphaAutomation') }
  ],
  'the same numbers and names in two partitions': [
    alpha,
    sovereign({ ...beta, operator: alpha.operator, boundary: alpha.boundary })
  ],
  'an administrator here who operates there': [alpha, { ...gamma, people: [alpha.bootstrap] }],
  'an administrator who operates their own stack': [{ ...alpha, people: [alpha.bootstrap] }],
  'an administrator for each stack of an account': [alpha, { ...beta, bootstrap: role(ONE, 'OtherAdmin') }],
  'a handover of one stack to the administrator of another': [
    { ...alpha, next: role(ONE, 'OtherAdmin') },
    { ...beta, bootstrap: role(ONE, 'OtherAdmin') }
  ],
  'a handover of all stacks at once': [alpha, beta].map((one) => ({ ...one, next: role(ONE, 'Successor') })),
  'an administrator of IAM Identity Center': [
    { ...alpha, bootstrap: sso('eu-central-1/') },
    { ...beta, bootstrap: sso('eu-central-1/') }
  ],
  'one who is kept in its home region, which has no part in the path': [{ ...alpha, bootstrap: sso('') }],
  'people of IAM Identity Center in three stacks': [alpha, beta, gamma].map((one) => ({
    ...one,
    people: [sso('eu-west-1/', 'Ops_0123456789abcdef', SIGN_IN)]
  })),
  'users of one path in two stacks, behind MFA': [alpha, beta].map((one) => ({
    ...one,
    users: [users(SIGN_IN, '/operators/')]
  })),
  'users of a path inside the path of a neighbour': [
    { ...alpha, users: [users(SIGN_IN, '/operators/')] },
    { ...beta, users: [users(SIGN_IN, '/operators/night/')] }
  ],
  'two environments in one account': [alpha, beta],
  'one environment in two regions of its account': [
    alpha,
    { ...beta, env: 'alpha', logical: 'north', aws: 'eu-north-1', bucket: 'zenthea-alpha-north' }
  ],
  'a boundary and a role of one name': [{ ...alpha, boundary: policy(ONE, 'f/alphaOperator') }],
  'planners and people whose names begin alike': [
    { ...alpha, people: [role(SIGN_IN, 'Team')] },
    { ...beta, machines: [role(SIGN_IN, 'TeamPlanner')] }
  ],
  'people and planners of one name in two accounts': [
    { ...alpha, people: [role(SIGN_IN, 'Team')] },
    { ...beta, machines: [role(TWO, 'Team')] }
  ]
}

for (const [rule, sets] of Object.entries(attacks))
  for (const [what, stacks] of Object.entries(sets))
    test(`${rule}: ${what}`, () => assert.equal(refusing(...stacks), [rule]))

for (const [what, stacks] of Object.entries(valid)) test(`passes: ${what}`, () => assert.equal(refusing(...stacks), []))

test('the table has forty attacks and more, and stacks that pass', () => {
  assert.ok(Object.values(attacks).flatMap(Object.keys).length >= 40)
  assert.equal(refusing(alpha, beta, gamma), [])
})

test.run()
