import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { strictJson } from '../diagnostics/strict-json.ts'
import { asList, byCodeUnit, isObject, type Json, type JsonObject, textAt, valueAt } from '../terraform/json.ts'
import { type Access, type RoleAccess, distinctAccess, partitionOf } from './access.ts'

/** Who may do what by one emitted file, and which of its paths say so. */
export type FileAccess = {
  readonly access: Access
  /** Whether a path was read for it. A path that was not read is a setting, which others judge. */
  readonly isRead: (path: ReadonlyArray<string>) => boolean
}

/** Reads who may do what from an emitted file. The file alone counts, not the source that it was made from. */
export const readAccess = (root: JsonObject): FileAccess => {
  const read = new Set<string>()
  const file: Reading = { root, note: (...path) => void read.add(path.join('\0')) }
  const account = textAt(root, 'provider', 'aws', 'allowed_account_ids', '0')
  const partition = partitionOf(textAt(root, 'provider', 'aws', 'region'))
  const roles = resources(root, 'aws_iam_role').map(([name, body]) =>
    roleIn(file, name, body, `arn:${partition}:iam::${account}:role`)
  )
  const buckets = resources(root, 'aws_s3_bucket').map(([name, body]) => {
    const [policy] = resources(root, 'aws_s3_bucket_policy').filter(
      ([, { bucket }]) => bucket === `\${aws_s3_bucket.${name}.id}` || bucket === body['bucket']
    )
    const document = policy && documentAt(file, ['resource', 'aws_s3_bucket_policy', policy[0], 'policy'])
    const called = textAt(body, 'bucket')
    return { arn: `arn:${partition}:s3:::${called}`, account, policy: ofNamed(called, document) }
  })
  return {
    access: distinctAccess({ partition, roles, buckets }),
    isRead: (path) => path.some((_, index) => read.has(path.slice(0, index + 1).join('\0')))
  }
}

export const accessIn = (root: JsonObject): Access => readAccess(root).access

type Reading = { readonly root: JsonObject; readonly note: (...path: ReadonlyArray<string>) => void }
type Named = readonly [name: string, body: JsonObject]

const roleIn = (file: Reading, name: string, body: JsonObject, before: string): RoleAccess => {
  const { root, note } = file
  const [type, of] = ['aws_iam_role', textAt(body, 'name')]
  const own = ([, policy]: Named): boolean => isOf(policy['role'] ?? policy['role_name'], name, of)
  const policies = resources(root, 'aws_iam_role_policy').filter(own)
  const lists = resources(root, 'aws_iam_role_policy_attachments_exclusive').filter(own)
  note('resource', type, name, 'permissions_boundary')
  for (const [policy] of policies) note('resource', 'aws_iam_role_policy', policy, 'role')
  for (const [list] of lists)
    for (const attribute of ['policy_arns', 'role_name'])
      note('resource', 'aws_iam_role_policy_attachments_exclusive', list, attribute)
  const attached = lists.flatMap(([, { policy_arns: arns }]) => (arns === undefined ? [] : asList(arns)))
  return {
    name: `the ${name} role`,
    arn: `${before}${textAt(body, 'path') || '/'}${of}`,
    policies: [
      ...policies.map(([policy]) => documentAt(file, ['resource', 'aws_iam_role_policy', policy, 'policy']) ?? ''),
      ...attached.map((arn) => managed(file, arn, 'managed policy'))
    ],
    boundary:
      body['permissions_boundary'] === undefined ? undefined : managed(file, body['permissions_boundary'], 'boundary'),
    trust: documentAt(file, ['resource', type, name, 'assume_role_policy'])
  }
}

const resources = (root: JsonObject, type: string): ReadonlyArray<Named> => {
  const all = isObject(root['resource']) ? root['resource'][type] : undefined
  return isObject(all)
    ? Object.entries(all)
        .flatMap(([name, body]): ReadonlyArray<Named> => (isObject(body) ? [[name, body]] : []))
        .toSorted(([a], [b]) => byCodeUnit(a, b))
    : []
}

const isOf = (reference: Json | undefined, name: string, called: string): boolean =>
  reference === called || /^\$\{aws_iam_role\.(\w+)\.(?:name|id)\}$/.exec(written(reference))?.[1] === name

/** The policy of a bucket. Nothing of it is understood where the name of the bucket is not known before a plan. */
const ofNamed = (bucket: string, document: Json | undefined): Json | undefined =>
  document === undefined || /^[\w.-]+$/.test(bucket)
    ? document
    : `a policy of the bucket ${bucket}: ${JSON.stringify(document)}`

const ofLocal = /^\$\{jsonencode\(local\.(\w+)\)\}$/

/** A policy document: a local value, or JSON text; any other text stands for itself and is not understood. */
const documentAt = ({ root, note }: Reading, path: ReadonlyArray<string>): Json | undefined => {
  const value = valueAt(root, ...path)
  if (value === undefined) return undefined
  note(...path)
  const name = ofLocal.exec(written(value))?.[1]
  const locals = root['locals']
  if (name !== undefined && isObject(locals) && Object.hasOwn(locals, name)) {
    note('locals', name)
    return locals[name]
  }
  return pipe(
    strictJson(written(value)) as E.Either<string, Json>,
    E.getOrElse((): Json => written(value))
  )
}

/**
 * A separate policy that is named by its ARN: its document where the file has it. Else it is a text that cannot be
 * understood.
 */
const managed = (file: Reading, arn: Json, what: string): Json => {
  const name = /^\$\{aws_iam_policy\.(\w+)\.arn\}$/.exec(written(arn))?.[1]
  const document = name === undefined ? undefined : documentAt(file, ['resource', 'aws_iam_policy', name, 'policy'])
  return document ?? `the ${what} ${written(arn)}`
}

const written = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
