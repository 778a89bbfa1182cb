import type { Clause } from '../../../src/diagnostics/diagnostic.ts'
import { nobody } from '../simulate.ts'
import { type Asker, bare, root, session, user } from './askers.ts'
import { type Pair, foreignAccount } from './names.ts'
import { type Told, assume } from './trust-row.ts'

/** Whom neither role of any stack trusts. */
export const nobodyElse = ({ own, other }: Pair): ReadonlyArray<Told> => {
  const no = (who: string, asker: Asker, clause: Clause, action = assume): Told => ({
    who,
    asker,
    clause,
    action,
    may: false
  })
  const provider = (kind: string): string => `arn:aws:iam::${own.account}:${kind}`
  return [
    no('the operator role', session(own.account, own.operator), 'J.7.0 §7'),
    no('the automation role', session(own.account, own.automation), 'J.7.0 §7'),
    no('the bootstrap principal', session(own.account, own.bootstrap), 'J.7.0 §7'),
    no('an administrator of the account', session(own.account, 'OrganizationAccountAccessRole'), 'J.7.0 §7'),
    no('an administrator of another account', session(foreignAccount, own.bootstrap), 'J.6.2 §4'),
    no("the other stack's operator role", session(other.account, other.operator), 'J.6.2 §4'),
    no("the other stack's automation role", session(other.account, other.automation), 'J.6.2 §4'),
    no("the other stack's bootstrap principal", session(other.account, other.bootstrap), 'J.6.2 §4'),
    no('the account root, behind MFA', root(own.account), 'J.7.0 §7'),
    no('the root of another account, behind MFA', root(foreignAccount), 'J.6.2 §4'),
    no('a user outside of the path, behind MFA', user(own.account, 'alice', 60), 'J.7.0 §7'),
    no('a user of another path, behind MFA', user(own.account, 'developers/alice', 60), 'J.7.0 §7'),
    no('a user of a path that only begins like it, behind MFA', user(own.account, 'operators-2/alice', 60), 'J.7.0 §7'),
    no('a user of a path that only ends like it, behind MFA', user(own.account, 'x/operators/alice', 60), 'J.7.0 §7'),
    no('a user named like the path, behind MFA', user(own.account, 'operators', 60), 'J.7.0 §7'),
    no('a user of the path in another account, behind MFA', user(foreignAccount, 'operators/alice', 60), 'J.6.2 §4'),
    no('a user of the path without MFA', user(own.account, 'operators/alice', 'none'), 'J.7.0 §7'),
    no('nobody', bare(nobody), 'J.7.0 §7'),
    no('a compute service', bare('ec2.amazonaws.com'), 'J.7.0 §6'),
    no('a build service', bare('codebuild.amazonaws.com'), 'J.7.0 §6'),
    no('a function', bare('lambda.amazonaws.com'), 'J.7.0 §6'),
    no(
      'a CI/CD system by OpenID Connect',
      bare(provider('oidc-provider/token.actions.githubusercontent.com')),
      'J.7.0 §6',
      'sts:AssumeRoleWithWebIdentity'
    ),
    no('a federated identity by SAML', bare(provider('saml-provider/Corporate')), 'J.7.0 §6', 'sts:AssumeRoleWithSAML')
  ]
}
