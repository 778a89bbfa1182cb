import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bucket } from '../../../../src/commands/preflight/checks/bucket.ts'
import type { AwsFailure } from '../../../../src/outside/aws/failure.port.ts'
import { awsFailure } from '../../../support/preflight-world.ts'
import { stagingIn } from '../staging-subject.ts'

const test = suite('where the bucket is')

/** What is found where S3 answers so to the question for the region; the settings are not answered. */
const found = async (region: E.Either<AwsFailure, O.Option<string>>) => {
  const asked: Array<object> = []
  const reader = {
    region: (of: object) => (asked.push(of), T.of(region)),
    settings: (of: object) => (asked.push(of), T.of(E.left(awsFailure({ call: 'S3 GetBucketPolicy' }))))
  }
  const ports = { bucket: reader } as unknown as Parameters<ReturnType<typeof bucket>>[0]
  const findings = await bucket(stagingIn('/project'), 'operator role', T.of(E.left('not asked')))(ports)()
  return { asked, findings }
}
const move = 'Correct the region in the stack: a bucket cannot move.'

test('each question carries the name and the owner', async () => {
  const of = { bucket: 'zenthea-staging-eu-tfstate', account: '111122223333' }
  assert.equal((await found(E.right(O.none))).asked, [of, of])
})

test('in another region it cannot be used, whether AWS names that region or not', async () => {
  for (const [region, says] of [
    ['eu-west-1', 'it is in eu-west-1'],
    [undefined, 'it is in another region']
  ] as const)
    assert.equal((await found(E.left(awsFailure({ _tag: 'WrongRegion', code: '301', region })))).findings, [
      {
        outcome: 'failed',
        rule: 'bucket-region',
        clause: 'J.7.0 §7',
        from: { kind: 'aws', name: 'S3 HeadBucket' },
        expected: 'the bucket zenthea-staging-eu-tfstate in eu-central-1',
        actual: says,
        remedy: move
      }
    ])
})

test('where it is absent or elsewhere, its settings are not told; where it is right, they are', async () => {
  const rules = async (region: O.Option<string>) =>
    (await found(E.right(region))).findings.map(({ rule, outcome }) => `${rule} ${outcome}`)
  assert.equal(await rules(O.none), ['bucket-region failed'])
  assert.equal(await rules(O.some('eu-west-1')), ['bucket-region failed'])
  assert.equal(await rules(O.some('eu-central-1')), ['bucket-region passed', 'bucket-settings failed'])
})

test.run()
