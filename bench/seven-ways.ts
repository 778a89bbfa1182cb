import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Statement = { readonly Sid: string; readonly [element: string]: unknown }
type Emitted = {
  readonly locals: Record<string, { Statement: ReadonlyArray<Statement> }>
}

const without =
  (policy: string, sid: string) =>
  ({ locals }: Emitted): void => {
    const document = locals[policy]
    if (document !== undefined) document.Statement = document.Statement.filter(({ Sid }) => Sid !== sid)
  }

const more =
  (policy: string, statementOf: (own: number) => object) =>
  ({ locals }: Emitted, own: number): void => {
    const document = locals[policy]
    if (document === undefined) throw new Error(`the sample stack has no ${policy}`)
    document.Statement = [...document.Statement, { Sid: 'More', Effect: 'Allow', ...statementOf(own) }]
  }

/**
 * Changes by hand, each of which takes long to compare. Four of them have a wildcard or an action that is another one in
 * each stack, so that no stack can stand for another.
 */
const ways: ReadonlyArray<(file: Emitted, own: number) => void> = [
  without('state_bucket_policy', 'TlsOnly'),
  without('state_bucket_policy', 'HistoryStays'),
  ({ locals }) => {
    for (const statement of locals['boundary_policy']?.Statement.slice(0, 1) ?? [])
      delete (statement as { Condition?: unknown }).Condition
  },
  more('operator_policy', (own) => ({ NotAction: ['iam:*', `s3:*x${own}`], Resource: ['*'] })),
  more('state_bucket_policy', (own) => ({
    Principal: '*',
    Action: ['s3:Get*', `s3:*Object${own}`],
    Resource: [`arn:aws:s3:::*/*${own}*`]
  })),
  more('automation_policy', (own) => ({ Action: ['dynamodb:*', 's3:*'], Resource: [`arn:aws:*:*:*:*${own}/*`] })),
  more('automation_trust', (own) => ({
    Principal: '*',
    Action: ['sts:AssumeRole'],
    Condition: { StringLike: { 'sts:RoleSessionName': [`*x${own}`] } }
  }))
]

/** Changes the emitted file of each stack below `out`, one after another in the seven ways. */
export const changeInSevenWays = (out: string): void => {
  for (const [index, name] of readdirSync(out).toSorted().entries()) {
    const path = join(out, name, 'main.tf.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as Emitted
    ways[index % ways.length]?.(file, index)
    writeFileSync(path, JSON.stringify(file, undefined, 2))
  }
}
