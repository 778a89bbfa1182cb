import type { PolicyDocument, Statement } from '../../../src/iam/document.ts'
import type { Policies } from '../simulate.ts'
import type { Question } from './cell.ts'
import { type Documents, documentOf, partOf } from './emitted.ts'
import type { Pair } from './names.ts'
import { bucketThings, trustOf, withoutPolicy } from './own-policies.ts'
import { things } from './things.ts'

const everything: Statement = { Sid: 'Everything', Effect: 'Allow', Action: ['*'], Resource: ['*'] }
const openToAll: Statement = { ...everything, Principal: '*' }
/** What AWS's AdministratorAccess holds. */
export const administrator = documentOf(everything)
export const open = documentOf(openToAll)
export const openTrust = documentOf({ Sid: 'Everybody', Effect: 'Allow', Principal: '*', Action: ['sts:AssumeRole'] })

const grants = partOf(({ Effect }) => Effect === 'Allow')
const denials = partOf(({ Effect }) => Effect === 'Deny', everything)
const bucketOpened = partOf(() => true, openToAll)

const memo = <A>(make: (key: string) => A): ((key: string) => A) => {
  const known = new Map<string, A>()
  return (key) => {
    const made = known.get(key) ?? make(key)
    known.set(key, made)
    return made
  }
}

const statementAlone = memo((sid) => partOf(({ Sid }) => Sid === sid, openToAll))

/** A key that is left to IAM. Source: KMS, "Default key policy"; that of an AWS managed key allows less. */
export const keyPolicy = memo((account) =>
  documentOf({
    Sid: 'LeftToIam',
    Effect: 'Allow',
    Principal: { AWS: [`arn:aws:iam::${account}:root`] },
    Action: ['kms:*'],
    Resource: ['*']
  })
)

/**
 * The policy of the resource itself. What the stack does not make is as bad as can be where all policies are judged
 * together: open to everybody. A single layer of a role is judged without it, save where another account owns the
 * resource, which needs it before anything is allowed at all, and for roles, which nobody can assume without one.
 */
const ofResource = (
  { own }: Pair,
  documents: Documents,
  { cell: { action, on }, layer }: Question,
  account: string
): PolicyDocument | undefined => {
  const bucket = bucketThings.has(on) ? documents.state_bucket_policy : undefined
  if (layer === 'bucket policy') return bucket && bucketOpened(bucket)
  if (layer.endsWith(' alone')) return bucket && statementAlone(layer.replace(/ alone$/, ''))(bucket)
  if (action === 'sts:AssumeRole') {
    const trust = trustOf[on]
    return layer === 'together' && trust !== undefined ? documents[trust] : openTrust
  }
  if (action.startsWith('kms:') && on === 'a key') return keyPolicy(account)
  if (account !== own.account) return open
  if (layer !== 'together' || withoutPolicy.has(on)) return undefined
  return bucket ?? open
}

/** The policies that decide a question: those of the stack, with what the layer leaves out as wide as it can be. */
export const policiesOf = (pair: Pair, documents: Documents, question: Question): Policies => {
  const { cell, layer } = question
  const { who } = cell.row
  const resource = ofResource(pair, documents, question, things[cell.on](pair).account)
  if (who === 'nobody') return { identity: [], resource }
  if (who !== 'operator' && who !== 'automation') return { identity: [administrator], resource }
  const own = documents[`${who}_policy`]
  const boundary = documents.boundary_policy
  if (layer === 'together') return { identity: [own], boundary, resource }
  if (layer === 'own grants') return { identity: [grants(own)], resource }
  if (layer === 'own denials') return { identity: [denials(own)], resource }
  if (layer === 'boundary grants') return { identity: [administrator], boundary: grants(boundary), resource }
  if (layer === 'boundary denials') return { identity: [administrator], boundary: denials(boundary), resource }
  return { identity: [administrator], resource }
}
