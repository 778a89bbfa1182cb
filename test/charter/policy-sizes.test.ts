import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../src/charter/j-7-0.ts'
import { policySizes } from '../../src/charter/configuration/policy-sizes.ts'
import { declaration } from '../support/valid-blocks.ts'

const test = suite('policies that AWS would not take')

/** Characters without white space. Sources: IAM, "IAM and AWS STS quotas"; Amazon S3, "Bucket policies" (20 KB). By hand. */
const most: ReadonlyArray<readonly [document: string, characters: number, remedy: RegExp]> = [
  ['boundary_policy', 6144, /shorter path/],
  ['operator_policy', 10_240, /shorter path/],
  ['automation_policy', 10_240, /shorter path/],
  ['operator_trust', 2048, /fewer principals/],
  ['automation_trust', 2048, /fewer principals/],
  ['state_bucket_policy', 20_480, /shorter path/]
]

const problemsWith = (document: string, characters: number) => {
  const empty = { Version: '2012-10-17', Statement: [{ Sid: '' }] }
  const Sid = 'x'.repeat(characters - JSON.stringify(empty).length)
  const body = { ...empty, Statement: [{ Sid }] }
  assert.is(JSON.stringify(body).length, characters)
  const block = { type: 'locals', labels: [document], body, at: [document], refersTo: [] } as const
  return policySizes.check({ declaration, charter: j70, blocks: [block] })
}

for (const [document, characters, remedy] of most)
  test(`${document}: ${characters} characters pass, and one more is refused with what makes it shorter`, () => {
    assert.equal(problemsWith(document, characters), [])
    const [problem, ...others] = problemsWith(document, characters + 1)
    assert.equal(others, [])
    assert.is(problem?.actual, `${characters + 1} characters`)
    assert.match(problem?.remedy ?? '', remedy)
  })

test.run()
