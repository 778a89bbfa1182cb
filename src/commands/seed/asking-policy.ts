import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { policyIn } from '../../backend/same-policy.ts'
import type { Wanted } from '../../backend/wanted.ts'
import { type PolicyDocument, policyDocument } from '../../iam/document.ts'
import { stackArns } from '../../iam/stack-names.ts'
import { isList, isObject } from '../../terraform/json.ts'

const SID = 'SeedAsksWhoCalls'

/**
 * A policy that refuses one harmless question, which versions a bucket holds, to everybody but the declared bootstrap
 * principal. It locks nobody out of setting another one. Source: IAM, "AWS global condition context keys", aws:PrincipalArn.
 */
export const askingPolicy = ({ declaration }: Pick<Wanted, 'declaration'>): PolicyDocument =>
  policyDocument({
    Sid: SID,
    Effect: 'Deny',
    Principal: '*',
    Action: ['s3:ListBucketVersions'],
    Resource: [stackArns(declaration).bucket],
    Condition: { ArnNotEquals: { 'aws:PrincipalArn': declaration.bootstrapPrincipal } }
  })

/**
 * Whether a bucket's policy is the one with which a run of seed asked who is calling. Such a policy is left where the run was
 * cut off or refused.
 */
export const isAsking = (text: string): boolean =>
  pipe(
    policyIn(text),
    O.exists((policy) => {
      const statements = isObject(policy) && isList(policy['Statement']) ? policy['Statement'] : []
      const [only] = statements
      return statements.length === 1 && isObject(only) && only['Sid'] === SID
    })
  )
