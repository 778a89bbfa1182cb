import { bucketHistory, objectHistory } from './calls.ts'
import { type Row, type Who, rowsOf } from './row.ts'

/** What the bucket asks of everybody: how a request reaches it, and how an object is written. */
export const everybodyRows = (who: Who): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  const objects = { actions: ['s3:GetObject', 's3:PutObject'], on: ['the state', 'another key of the bucket'] } as const
  const bucket = { actions: ['s3:ListBucket', 's3:GetBucketPolicy'], on: ['the bucket'] } as const
  const byTls = ['bucket policy', 'TlsOnly alone'] as const
  const byVersion = ['bucket policy', 'TlsNotBelow12 alone'] as const
  const old = ['over TLS 1.0', 'over TLS 1.1'] as const
  return [
    mayNot({ ...objects, when: ['over HTTP'] }, byTls, 'J.7.0 §7', 'TLS only'),
    mayNot({ ...bucket, when: ['over HTTP'] }, byTls, 'J.7.0 §7', 'TLS only'),
    mayNot({ ...objects, when: old }, byVersion, 'J.7.0 §7', 'TLS 1.2 at least'),
    mayNot({ ...bucket, when: old }, byVersion, 'J.7.0 §7', 'TLS 1.2 at least'),
    mayNot(
      {
        actions: ['s3:PutObject'],
        on: ['the state', 'another key of the bucket'],
        when: ['without encryption', 'encrypted with aws:kms', 'encrypted with aws:kms:dsse']
      },
      ['bucket policy', 'DeclaredEncryptionOnly alone'],
      'J.7.0 §3.3',
      'the declared encryption, and no other'
    )
  ]
}

/** What the bucket refuses to everybody: to lose history. */
export const historyRows = (who: Who): ReadonlyArray<Row> => {
  const { mayNot } = rowsOf(who)
  const layers = ['bucket policy', 'HistoryStays alone'] as const
  const because = 'history is preserved, whoever asks'
  return [
    mayNot({ actions: bucketHistory, on: ['the bucket'] }, layers, 'J.6.2 §7', because),
    mayNot({ actions: objectHistory, on: ['the state', 'another key of the bucket'] }, layers, 'J.6.2 §7', because)
  ]
}
