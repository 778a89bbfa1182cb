import type { Access, RoleAccess } from '../access/access.ts'
import { byCodeUnit, isObject, type Json, type JsonObject } from '../terraform/json.ts'

/** Who may do what by an emitted file, read from the file: it is what counts, whatever it was made from. */
export const accessIn = (root: JsonObject): Access => {
  const account = textAt(root, 'provider', 'aws', 'allowed_account_ids', '0')
  const region = textAt(root, 'provider', 'aws', 'region')
  const partition = region.startsWith('eusc-') ? 'aws-eusc' : 'aws'
  const arn = (kind: string, body: JsonObject): string =>
    `arn:${partition}:iam::${account}:${kind}${textAt(body, 'path') || '/'}${textAt(body, 'name')}`
  const policies = resources(root, 'aws_iam_role_policy')
  const attachments = resources(root, 'aws_iam_role_policy_attachments_exclusive')
  const roles = resources(root, 'aws_iam_role').map(([name, body]): RoleAccess => {
    const own = ([, policy]: Named): boolean => isOf(policy['role'] ?? policy['role_name'], name, textAt(body, 'name'))
    const attached = attachments.filter(own).flatMap(([, { policy_arns: arns }]) => listOf(arns))
    return {
      name: `the ${name} role`,
      arn: arn('role', body),
      policies: [
        ...policies.filter(own).map(([, policy]) => documentAt(root, policy['policy']) ?? ''),
        ...attached.map((text) => `the managed policy ${written(text)}`)
      ],
      boundary: boundaryOf(root, body['permissions_boundary']),
      trust: documentAt(root, body['assume_role_policy'])
    }
  })
  const buckets = resources(root, 'aws_s3_bucket').map(([name, body]) => ({
    arn: `arn:${partition}:s3:::${textAt(body, 'bucket')}`,
    account,
    policy: resources(root, 'aws_s3_bucket_policy')
      .filter(([, { bucket }]) => bucket === `\${aws_s3_bucket.${name}.id}` || bucket === body['bucket'])
      .map(([, { policy }]) => documentAt(root, policy))
      .at(0)
  }))
  return { partition, roles, buckets }
}

/** The paths of an emitted file that `accessIn` reads, so that nobody else has to judge them. */
export const isAccess = (path: ReadonlyArray<string>, root: JsonObject): boolean => {
  const [kind, type = '', , attribute = ''] = path
  if (kind === 'locals') return Object.hasOwn(documents(root), type)
  return kind === 'resource' && (accessAttributes[type] ?? []).includes(attribute)
}

const accessAttributes: Readonly<Record<string, ReadonlyArray<string>>> = {
  aws_iam_policy: ['policy'],
  aws_iam_role: ['assume_role_policy', 'permissions_boundary'],
  aws_iam_role_policy: ['policy', 'role'],
  aws_iam_role_policy_attachments_exclusive: ['policy_arns', 'role_name'],
  aws_s3_bucket_policy: ['policy']
}

/** The local values that an attribute of `accessAttributes` refers to. */
const documents = (root: JsonObject): Readonly<Record<string, true>> =>
  Object.fromEntries(
    Object.entries(accessAttributes).flatMap(([type, attributes]) =>
      resources(root, type).flatMap(([, body]) =>
        attributes.flatMap((attribute) => {
          const name = ofLocal.exec(written(body[attribute]))?.[1]
          return name === undefined ? [] : [[name, true] as const]
        })
      )
    )
  )

type Named = readonly [name: string, body: JsonObject]

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

const ofLocal = /^\$\{jsonencode\(local\.(\w+)\)\}$/

/** A policy document: a local value, or JSON text; any other text stands for itself and is not understood. */
const documentAt = (root: JsonObject, value: Json | undefined): Json | undefined => {
  if (value === undefined) return undefined
  const name = ofLocal.exec(written(value))?.[1]
  const locals = root['locals']
  if (name !== undefined && isObject(locals) && Object.hasOwn(locals, name)) return locals[name]
  try {
    return JSON.parse(written(value)) as Json
  } catch {
    return written(value)
  }
}

const boundaryOf = (root: JsonObject, value: Json | undefined): Json | undefined => {
  if (value === undefined) return undefined
  const name = /^\$\{aws_iam_policy\.(\w+)\.arn\}$/.exec(written(value))?.[1]
  const body = resources(root, 'aws_iam_policy').find(([own]) => own === name)?.[1]
  return body === undefined ? `the boundary ${written(value)}` : documentAt(root, body['policy'])
}

const listOf = (value: Json | undefined): ReadonlyArray<Json> =>
  Array.isArray(value) ? (value as ReadonlyArray<Json>) : value === undefined ? [] : [value]

const textAt = (value: Json | undefined, ...path: ReadonlyArray<string>): string => {
  const found = path.reduce<Json | undefined>((holder, key) => {
    if (Array.isArray(holder)) return (holder as ReadonlyArray<Json>)[Number(key)]
    return isObject(holder) ? holder[key] : undefined
  }, value)
  return typeof found === 'string' ? found : ''
}

/** A value as text: text as it is, everything else as JSON. */
const written = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
