import type { Request } from '../simulate.ts'
import { type Asker, session, user, without } from './askers.ts'
import { type Names, type Pair, foreignAccount, production, staging } from './names.ts'
import { contextOf } from './request-of.ts'
import { type Told, type TrustRow, told } from './trust-row.ts'
import { nobodyElse } from './untrusted.ts'

/** What comes with a trusted principal and is not trusted by itself. */
const notAlso = (who: string, asker: Asker): ReadonlyArray<Told> =>
  ['sts:TagSession', 'sts:SetSourceIdentity'].map((action) => ({
    who: `${who}, who would name or tag the session`,
    asker,
    action,
    may: false,
    clause: 'J.7.0 §7'
  }))

const alice = (mfa: number | 'none'): Asker => user(staging.account, 'operators/alice', mfa)

const stagingOperator: ReadonlyArray<Told> = [
  { who: 'a user of the path, a minute after MFA', asker: alice(60), may: true, clause: 'J.6.2 §6' },
  { who: 'a user of the path, just within the hour', asker: alice(3599), may: true, clause: 'J.6.2 §6' },
  {
    who: 'a user below the path, behind MFA',
    asker: user(staging.account, 'operators/night/bob', 60),
    may: true,
    clause: 'J.6.2 §6'
  },
  { who: 'a user of the path, MFA an hour ago', asker: alice(3600), may: false, clause: 'J.7.0 §7' },
  { who: 'a user of the path, MFA two hours ago', asker: alice(7200), may: false, clause: 'J.7.0 §7' },
  { who: 'a user of the path, MFA eleven hours ago', asker: alice(39_600), may: false, clause: 'J.7.0 §7' },
  {
    who: 'a user of the path who says that there was no MFA',
    asker: { ...alice(60), keys: { ...alice(60).keys, 'aws:MultiFactorAuthPresent': 'false' } },
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: 'a user of the path, of MFA only the age known',
    asker: without(alice(60), 'aws:MultiFactorAuthPresent'),
    may: false,
    clause: 'J.7.0 §4'
  },
  {
    who: 'a user of the path, MFA at an unknown time',
    asker: without(alice(60), 'aws:MultiFactorAuthAge'),
    may: false,
    clause: 'J.7.0 §4'
  },
  {
    who: 'somebody whose ARN is unknown, behind MFA',
    asker: without(alice(60), 'aws:PrincipalArn'),
    may: false,
    clause: 'J.7.0 §4'
  },
  {
    who: 'a user of the path whom IAM allows nothing',
    asker: user(staging.account, 'operators/alice', 60, 'no policy'),
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: "staging's planner",
    asker: session(staging.account, 'ZentheaStagingPlanner'),
    may: false,
    clause: 'J.7.0 §7'
  },
  ...notAlso('a user of the path', alice(60))
]

const sso = 'aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_FoundationOperator_0f1e2d3c4b5a6978'

const productionOperator: ReadonlyArray<Told> = [
  {
    who: 'the role that people get when they sign in',
    asker: session(production.account, sso),
    may: true,
    clause: 'J.6.2 §6'
  },
  {
    who: 'the same permission set in another account',
    asker: session(foreignAccount, sso),
    may: false,
    clause: 'J.6.2 §4'
  },
  {
    who: 'another permission set',
    asker: session(production.account, sso.replace('Operator', 'Reader')),
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: 'a user of the path, behind MFA',
    asker: user(production.account, 'operators/alice', 60),
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: "production's planner",
    asker: session(production.account, 'ZentheaProductionPlanner'),
    may: false,
    clause: 'J.7.0 §7'
  },
  ...notAlso('the role that people get', session(production.account, sso))
]

const planner = (own: Names, name: string): ReadonlyArray<Told> => [
  { who: 'the planner', asker: session(own.account, name), may: true, clause: 'J.7.0 §5' },
  {
    who: 'a planner of the same name in another account',
    asker: session(foreignAccount, name),
    may: false,
    clause: 'J.6.2 §4'
  },
  {
    who: 'a role named almost like the planner',
    asker: session(own.account, `${name}2`),
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: 'a user of the operators, behind MFA',
    asker: user(own.account, 'operators/alice', 60),
    may: false,
    clause: 'J.7.0 §7'
  },
  {
    who: 'the role that people get when they sign in',
    asker: session(own.account, sso),
    may: false,
    clause: 'J.7.0 §7'
  },
  ...notAlso('the planner', session(own.account, name))
]

/** Who may and may not assume the roles of a stack. */
export const trustRows = (pair: Pair): ReadonlyArray<TrustRow> => {
  const ofStaging = pair.own.stack === staging.stack
  return [
    ...told('operator', [...(ofStaging ? stagingOperator : productionOperator), ...nobodyElse(pair)]),
    ...told('automation', [
      ...planner(pair.own, ofStaging ? 'ZentheaStagingPlanner' : 'ZentheaProductionPlanner'),
      ...nobodyElse(pair)
    ])
  ]
}

/** The call that a row stands for. */
export const trustRequest = ({ own }: Pair, { role, asker, action }: TrustRow): Request => ({
  principal: asker.principal,
  action,
  resource: `arn:aws:iam::${own.account}:role/${own[role]}`,
  account: own.account,
  context: contextOf(asker.keys)
})
