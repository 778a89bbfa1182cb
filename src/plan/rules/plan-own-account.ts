import { iamName } from '../../declaration/arn.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { attributesOf } from '../value.ts'

/** Attributes that hold whole policies: they name principals of trusted accounts, and are judged word for word. */
const documents: ReadonlySet<string> = new Set(['policy', 'assume_role_policy', 'inline_policy'])

const arn = /arn:([a-z-]+):([a-z0-9-]+):([a-z0-9-]*):([^:\s"]*):/g

type Named = { readonly partition: string; readonly region: string; readonly account: string; readonly text: string }

const arnsIn = (value: unknown): ReadonlyArray<Named> =>
  [...JSON.stringify(value ?? null).matchAll(arn)].map(([text, partition = '', , region = '', account = '']) => ({
    partition,
    region,
    account,
    text
  }))

/** Every ARN of every planned resource, before and after, is of the declared partition, account and region. */
export const planOwnAccount: PlanRule = ({ plan, declaration }) => {
  const { account, region, bootstrapPrincipal } = declaration
  const { partition } = iamName(bootstrapPrincipal)
  const expected = `only resources of the account ${account} in ${region.aws}`
  const isOwn = (named: Named): boolean =>
    named.partition === partition &&
    (named.account === account || named.account === '') &&
    (named.region === region.aws || named.region === '')
  const diagnostics = changesOf(plan).flatMap(({ address, change }) =>
    [change.before, change.after, change.before_identity, change.after_identity].flatMap((side) =>
      Object.entries(attributesOf(side))
        .filter(([name]) => !documents.has(name))
        .flatMap(([name, value]) =>
          arnsIn(value)
            .filter((named) => !isOwn(named))
            .map(({ text }): Diagnostic => ({
              rule: 'plan-own-account',
              clause: 'J.7.0 §4',
              expected,
              actual: `${address}: ${name} names ${text}…`,
              remedy: 'Look at the state and at what was imported; nothing of another account belongs in it.'
            }))
        )
    )
  )
  return findingsOf(diagnostics, { rule: 'plan-own-account', clause: 'J.7.0 §4', expected, actual: 'no other' })
}
