/** Who must apply a change, what apply does, and the clause: as a person would say it, before it was run. */
export type Ends = readonly [applier: string, apply: string, clause: string]

const inPlace = 'updated in place'
const byBootstrap = (clause: string): Ends => ['bootstrap principal', inPlace, clause]
const byOperator = (clause: string): Ends => ['operator role', inPlace, clause]
const inTofu = (clause: string): Ends => ['anybody who plans', 'nothing changes in AWS', clause]
const anotherState: Ends = ['nobody', 'refused: it would be another state', 'J.7.0 §3.4']
/** Source: the provider's documentation of each type, "Forces new resource"; a plan that deletes is refused. */
const replaced: Ends = ['nobody', 'refused as a replacement', 'J.6.2 §7']
const notKnown: Ends = ['bootstrap principal', 'not known before the plan', 'J.7.0 §4']

/**
 * The rows of the corpora by what follows. The operator role may write tags of bucket and table, and the days of
 * recovery. All else in AWS is for the bootstrap principal. Every row that is not here changes a policy.
 */
const rows: ReadonlyArray<readonly [ends: Ends, what: ReadonlyArray<string>]> = [
  [byBootstrap('J.7.0 §3.1'), ['a tag of everything', 'a tag more of everything']],
  [
    byOperator('J.7.0 §5'),
    [
      'a tag of the bucket',
      'a tag more on the table',
      'a tag more of aws_s3_bucket.state',
      'a tag more of aws_dynamodb_table.lock',
      'another tag of the bucket',
      'a tag less of the table'
    ]
  ],
  [byOperator('J.6.2 §7'), ['less recovery', 'no recovery', 'one day of restoring', 'one day less of restoring']],
  [byBootstrap('J.6.2 §7'), ['no deletion protection', 'suspended versions']],
  [byBootstrap('J.7.0 §3.2'), ['another encryption']],
  [inTofu('J.7.0 §4'), ['OpenTofu', 'the provider', 'a later OpenTofu', 'a provider that was not run']],
  [inTofu('J.6.2 §7'), ['a destroyable bucket', 'a destroyable table']],
  [inTofu('J.7.0 §3.2'), ['a backend that is not encrypted']],
  [
    anotherState,
    [
      'another lock table for the backend',
      'another environment',
      'another name of the region',
      'another region',
      'another bucket',
      'another lock table'
    ]
  ],
  [
    replaced,
    [
      'another operator role',
      'another automation role',
      'another boundary',
      'the key of the table',
      'the public access block of another bucket'
    ]
  ],
  [
    notKnown,
    [
      'the provider from elsewhere',
      'no check of the account',
      'a second account for the provider',
      'a profile',
      'an unknown resource'
    ]
  ]
]

const ofPolicy = byBootstrap('J.7.0 §7')

/** What follows from a row of the corpora, by its name. */
export const endsOf = (what: string): Ends => rows.find(([, names]) => names.includes(what))?.[0] ?? ofPolicy
