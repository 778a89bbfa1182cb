import { suite } from 'uvu'
import { dayZeroPolicy } from '../../src/iam/day-zero-policy.ts'
import { readsAs } from '../support/screens.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('the policy of day 0, word by word')

const { Statement } = dayZeroPolicy(wantedOfStaging().declaration)

readsAs(test, new URL('day-zero-text.txt', import.meta.url), {
  'what the bootstrap principal of staging-eu may do on day 0': () =>
    Statement.flatMap(({ Sid, Effect, Action = [], Resource = [], Condition }) => [
      `${Sid}: ${Effect}`,
      ...Action.map((action) => `  may ${action}`),
      ...Resource.map((resource) => `  on ${resource}`),
      ...(Condition === undefined ? [] : [`  if ${JSON.stringify(Condition)}`])
    ])
})

test.run()
