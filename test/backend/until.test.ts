import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { until } from '../../src/backend/until.ts'

const test = suite('looking again')

/** What is done while answers come one after the other, in its order. */
const done = async (times: number, answers: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const doings: Array<string> = []
  const left = [...answers]
  const last = await until(
    {
      pause: (millis) => () => {
        doings.push(`pause ${millis}`)
        return Promise.resolve()
      },
      waiting: () => void doings.push('told')
    },
    { times, millis: 5000 },
    T.fromIO(() => {
      doings.push('look')
      return left.shift() ?? 'none left'
    }),
    (answer) => answer === 'yes'
  )()
  return [...doings, last]
}

test('each two looks have one whole pause between them, told before it begins', async () => {
  assert.equal(await done(9, ['no', 'no', 'yes', 'unasked']), [
    ...['look', 'told', 'pause 5000', 'look', 'told', 'pause 5000', 'look'],
    'yes'
  ])
  assert.equal(await done(3, ['no', 'no', 'no', 'yes']), [
    ...['look', 'told', 'pause 5000', 'look', 'told', 'pause 5000', 'look'],
    'no'
  ])
})

test('it looks as often as it may, and the last answer is given without another pause', async () => {
  assert.equal(await done(2, ['no', 'still no', 'yes']), ['look', 'told', 'pause 5000', 'look', 'still no'])
})

test('what is so at once needs no pause, and one look is one look', async () => {
  assert.equal(await done(9, ['yes']), ['look', 'yes'])
  assert.equal(await done(1, ['no', 'yes']), ['look', 'no'])
})

test.run()
