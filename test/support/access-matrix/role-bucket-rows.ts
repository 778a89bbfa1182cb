import { bucketHistory, bucketOthers, bucketPolicy, objectHistory, objectOthers, planReadsBucket } from './calls.ts'
import { type Row, byResource, everyLayer, rowsOf } from './row.ts'

/** What neither role may do with buckets and their objects. */
export const roleBucketRows = (who: 'operator' | 'automation'): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  const calls = [...planReadsBucket, 's3:PutBucketTagging']
  const state = ['s3:GetObject', 's3:PutObject']
  const history = 'history is preserved'
  const notNeeded = 'no plan and no authorised change needs it'
  const namesake = 'a bucket of the declared name that somebody else owns is not the declared one'
  const bound = 'execution is bound to region and account, and what is unknown is not taken for them'
  const unknown = ['through another region', 'through an unknown region', 'of an unknown owner'] as const
  return [
    mayNot({ actions: bucketHistory, on: ['the bucket'] }, [...everyLayer, 'bucket policy'], 'J.6.2 §7', history),
    mayNot({ actions: objectHistory, on: ['the state'] }, [...everyLayer, 'bucket policy'], 'J.6.2 §7', history),
    mayNot(
      { actions: bucketPolicy, on: ['the bucket'] },
      [...everyLayer, 'bucket policy'],
      'J.7.0 §7',
      "policy, ownership, public access and encryption are the bootstrap principal's"
    ),
    mayNot({ actions: bucketOthers, on: ['the bucket'] }, everyLayer, 'J.7.0 §7', notNeeded),
    mayNot({ actions: objectOthers, on: ['the state'] }, everyLayer, 'J.7.0 §7', notNeeded),
    mayNot(
      { actions: state, on: ['another key of the bucket', 'the state of a workspace', 'a lock file'] },
      byResource,
      'J.6.2 §4',
      'one state, by its exact key'
    ),
    mayNot(
      { actions: state, on: ['an object of an undeclared bucket', "the other stack's state"] },
      byResource,
      'J.6.2 §4',
      'no state of another account, environment or region'
    ),
    mayNot(
      { actions: calls, on: ['an undeclared bucket', "the other stack's bucket"] },
      byResource,
      'J.6.2 §4',
      'one bucket'
    ),
    mayNot(
      { actions: calls, on: ['the bucket, if it were in another account'] },
      ['boundary grants'],
      'J.7.0 §4',
      namesake
    ),
    mayNot(
      { actions: state, on: ['the state, if it were in another account'] },
      ['boundary grants'],
      'J.7.0 §4',
      namesake
    ),
    mayNot({ actions: state, on: ['the state'], when: unknown }, ['boundary grants'], 'J.7.0 §7', bound),
    mayNot({ actions: ['s3:ListBucket'], on: ['the bucket'], when: unknown }, ['boundary grants'], 'J.7.0 §7', bound)
  ]
}
