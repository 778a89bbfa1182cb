import { type Given, answers } from '../access/answers.ts'
import type { Access } from '../access/access.ts'
import { type JsonObject, textAt } from '../terraform/json.ts'
import { accessIn } from '../access/access-in-file.ts'

/** One action on one thing, and what each principal gets who asks it, before and after. */
export type MatrixRow = {
  readonly thing: string
  readonly what: string
  readonly action: string
  readonly cells: ReadonlyArray<MatrixCell>
}

export type MatrixCell = { readonly who: string; readonly before: Given | undefined; readonly after: Given | undefined }

type Question = { readonly thing: string; readonly what: string; readonly action: string; readonly resource: string }

/**
 * The questions that are asked of a stack. They are about what would give away, change or lose its state, its lock, or
 * who may do so.
 */
const questionsOf = (root: JsonObject, { partition, roles }: Access): ReadonlyArray<Question> => {
  const [account, region] = [
    textAt(root, 'provider', 'aws', 'allowed_account_ids', '0'),
    textAt(root, 'provider', 'aws', 'region')
  ]
  const bucket = `arn:${partition}:s3:::${textAt(root, 'terraform', 'backend', 's3', 'bucket')}`
  const state = `${bucket}/${textAt(root, 'terraform', 'backend', 's3', 'key')}`
  const table = `arn:${partition}:dynamodb:${region}:${account}:table/${textAt(root, 'terraform', 'backend', 's3', 'dynamodb_table')}`
  const of = (
    thing: string,
    resource: string,
    all: ReadonlyArray<readonly [string, string]>
  ): ReadonlyArray<Question> => all.map(([what, action]) => ({ thing, what, action, resource }))
  return [
    ...of('state', state, [
      ['read it', 's3:GetObject'],
      ['write it', 's3:PutObject'],
      ['delete it', 's3:DeleteObject'],
      ['delete an earlier version', 's3:DeleteObjectVersion']
    ]),
    ...of('bucket', bucket, [
      ['list it', 's3:ListBucket'],
      ['change its policy', 's3:PutBucketPolicy'],
      ['stop its versions', 's3:PutBucketVersioning'],
      ['delete it', 's3:DeleteBucket']
    ]),
    ...of('lock table', table, [
      ['read a lock', 'dynamodb:GetItem'],
      ['take a lock', 'dynamodb:PutItem'],
      ['release a lock', 'dynamodb:DeleteItem'],
      ['delete it', 'dynamodb:DeleteTable']
    ]),
    ...roles.flatMap(({ name, arn }) =>
      of(name.replace(/^the /, ''), arn, [
        ['become it', assume],
        ['change its policies', 'iam:PutRolePolicy'],
        ['change who may become it', 'iam:UpdateAssumeRolePolicy']
      ])
    )
  ]
}

/**
 * What a principal gets on one side. A principal that the side does not tell apart counts there as one of the others of
 * the same account, or else of any other account.
 */
const of = (list: ReadonlyArray<Given>, who: string): Given | undefined => {
  const account = /::([0-9]{12}):/.exec(who)?.[1] ?? ''
  const names = [who, `any other principal of the account ${account}`, 'any principal of any other account']
  return names.flatMap((name) => list.find((one) => one.who === name && (name === who || account !== '')) ?? [])[0]
}

/**
 * Who may do what on which thing of a stack, asked of the same engine that finds what changes. Before is nothing for a
 * new stack. Beside the roles of the stack stands every other principal that a policy of it tells apart.
 */
export const matrix = (before: JsonObject | undefined, after: JsonObject): ReadonlyArray<MatrixRow> => {
  const asks = questionsOf(after, accessIn(after))
  const [was, is] = [before, after].map((file) => (file === undefined ? [] : answers(accessIn(file), asks)))
  const everybody = [...new Set([...(is ?? []), ...(was ?? [])].flat().map(({ who }) => who))]
  return asks.map(({ thing, what, action }, index) => {
    const [old, now] = [was?.[index] ?? [], is?.[index] ?? []]
    const isTrust = action === assume
    const told = [...new Set([...now, ...old].map(({ who }) => who))]
    const given = (list: ReadonlyArray<Given>, who: string): Given | undefined =>
      of(list, who) ?? (isTrust ? { ...untrusted, who } : undefined)
    return {
      thing,
      what,
      action,
      cells: (isTrust ? everybody : told).map((who) => ({
        who,
        before: before === undefined ? undefined : given(old, who),
        after: given(now, who)
      }))
    }
  })
}

const assume = 'sts:AssumeRole'

/** Whom a trust policy does not name, nothing else can let in. */
const untrusted: Omit<Given, 'who'> = { isRole: false, verdict: 'denied', by: [], conditions: [] }

/** The principals of a matrix, with the roles of the stack first. All others follow in the order in which they come. */
export const principalsOf = (rows: ReadonlyArray<MatrixRow>): ReadonlyArray<string> => {
  const cells = rows.flatMap((row) => row.cells)
  const roles = cells.filter(({ before, after }) => (after ?? before)?.isRole === true)
  return [...new Set([...roles, ...cells].map(({ who }) => who))]
}
