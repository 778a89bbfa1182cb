import * as O from 'fp-ts/lib/Option.js'
import * as R from 'fp-ts/lib/Record.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import type { BucketSettings, PublicAccessBlock, UndeclaredOfBucket } from '../outside/aws/bucket.port.ts'
import { isObject } from '../terraform/json.ts'
import { type Setting, made, oneOf, sameTags } from './setting.ts'
import { isSamePolicy } from './same-policy.ts'
import type { WantedBucket } from './wanted.ts'
import { strictJson } from '../diagnostics/strict-json.ts'

const flags = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'] as const

/** The four flags as they are shown: which are on, where not all are. */
const blockText = (block: PublicAccessBlock): string => {
  const on = flags.filter((flag) => block[flag])
  return on.length === flags.length ? 'blocked four ways' : `blocked only by ${on.join(', ') || 'nothing'}`
}

type Sids = { readonly Statement: ReadonlyArray<{ readonly Sid?: string }> }

const isSids = (value: unknown): value is Sids => isObject(value) && Array.isArray(value['Statement'])

const sids = (text: string): string =>
  pipe(
    O.fromEither(strictJson(text)),
    O.filter(isSids),
    O.match(
      () => 'another text',
      ({ Statement }) => `another policy: ${Statement.map(({ Sid }) => Sid ?? 'a statement without a Sid').join(', ')}`
    )
  )

/** The statements of the declared policy, as they are shown. */
const policyText = ({ policy }: WantedBucket): string => policy.Statement.map(({ Sid }) => Sid).join(', ')

/**
 * What each setting that no stack declares may be. Either it was not made at all, or AWS says of it what it says of one
 * that does nothing. A suspended acceleration and a disabled access by attributes are such.
 */
const undeclared: Readonly<Record<UndeclaredOfBucket, ReadonlyNonEmptyArray<string>>> = {
  'access list': ['FULL_CONTROL for the owner'],
  acceleration: ['none', 'Suspended'],
  'attribute-based access': ['Disabled', 'none'],
  'cross-origin access': ['none'],
  inventories: ['none'],
  lifecycle: ['none'],
  logging: ['none'],
  'metadata tables': ['none'],
  notifications: ['none'],
  'object lock': ['none'],
  replication: ['none'],
  'request payment': ['BucketOwner'],
  tiering: ['none'],
  website: ['none']
}

/** A bucket in which none of these settings was made. */
export const untouchedBucket: BucketSettings['undeclared'] = R.map(([first]: ReadonlyNonEmptyArray<string>) => first)(
  undeclared
)

/** Versioning as it is read, beside the declared one. */
export const versioningOf = (wanted: WantedBucket, found: BucketSettings['versioning']): Setting =>
  made(
    'versioning',
    wanted.versioning,
    found,
    (text) => text,
    (text) => text === wanted.versioning
  )

/** Every setting of the bucket that is there beside the declared one. */
export const compareBucket = (wanted: WantedBucket, found: BucketSettings): ReadonlyArray<Setting> => [
  made(
    'ownership',
    wanted.ownership,
    found.ownership,
    (text) => text,
    (text) => text === wanted.ownership
  ),
  sameTags(wanted.tags, found.tags),
  made('public access', blockText(wanted.publicAccess), found.publicAccess, blockText, (block) =>
    flags.every((flag) => block[flag])
  ),
  made(
    'encryption',
    wanted.encryption,
    found.encryption,
    ({ algorithm, key }) => [algorithm, ...(key === undefined ? [] : [`with the key ${key}`])].join(' '),
    ({ algorithm, key }) => algorithm === wanted.encryption && key === undefined
  ),
  versioningOf(wanted, found.versioning),
  made(
    'policy',
    policyText(wanted),
    found.policy,
    (text) => (isSamePolicy(wanted.policy, text) ? policyText(wanted) : sids(text)),
    (text) => isSamePolicy(wanted.policy, text)
  ),
  ...(Object.keys(undeclared) as ReadonlyArray<UndeclaredOfBucket>).map((name) =>
    oneOf(name, undeclared[name], found.undeclared[name])
  )
]
