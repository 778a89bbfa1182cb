import { GetObjectCommand } from '@aws-sdk/client-s3'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createHash } from 'node:crypto'
import { LONGEST_JSON } from '../../diagnostics/strict-json.ts'
import type { BucketOf } from './bucket.port.ts'
import type { AwsFailure } from './failure.port.ts'
import type { StateObject, StateReader } from './state-object.port.ts'
import { type Calling, awsCall, given } from './call.ts'
import { NotAnAnswer } from './classify.ts'
import type { Clients } from './clients.ts'

/** Reads the state object of one bucket through S3. A part of it is no answer, and neither is more than 64 MiB. */
export const stateReader = (
  { s3 }: Clients,
  calling: Calling,
  { bucket, account }: BucketOf,
  key: string
): StateReader => ({
  read: () =>
    pipe(
      awsCall(calling)('S3 GetObject', async (abortSignal): Promise<O.Option<StateObject>> => {
        const answer = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: account }), {
          abortSignal
        })
        if ((answer.ContentLength ?? 0) > LONGEST_JSON)
          throw new NotAnAnswer(`${answer.ContentLength} bytes, more than any state of a stack`)
        const bytes = await given(answer.Body, 'body').transformToByteArray()
        if (answer.ContentLength !== undefined && answer.ContentLength !== bytes.length)
          throw new NotAnAnswer(`${bytes.length} of ${answer.ContentLength} bytes came`)
        return O.some({
          text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
          md5: createHash('md5').update(bytes).digest('hex'),
          versionId: answer.VersionId
        })
      }),
      TE.orElse((failure: AwsFailure) => (failure.code === 'NoSuchKey' ? TE.right(O.none) : TE.left(failure)))
    )
})
