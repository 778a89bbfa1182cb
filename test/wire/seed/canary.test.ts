import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Wanted } from '../../../src/backend/wanted.ts'
import type { Decision } from '../../../src/commands/seed/decide.ts'
import { stopLines } from '../../../src/commands/seed/stop-text.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { type Canary, canariesIn } from '../../support/canaries.ts'
import { changed } from '../../support/changed.ts'
import { startHealthyDouble } from '../../support/preflight-bench.ts'
import { type Run, runSeed } from '../../support/seed-bench.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

/** Each value that a stack declares is another one than in AWS, one at a time: seed says of none that it was found so. */
const test = suite<{ double: AwsDouble }>('what seed says is there')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.after(({ double }) => double.stop())

type Seen = { readonly decided: Readonly<Record<'bucket' | 'table', Decision>> | undefined; readonly told: string }

const seenBy = ({ outcome, events }: Run, wanted: Wanted): Seen => {
  const decided = events.find(({ _tag }) => _tag === 'Decided')
  const identified = events.find(({ _tag }) => _tag === 'Identified')
  const stop = E.isLeft(outcome) ? stopLines((_, text) => text, outcome.left, wanted) : []
  const actual = stop.flatMap((line) => /^ {4}actual +(.*)$/.exec(line)?.[1] ?? [])
  return {
    decided: decided?._tag === 'Decided' ? decided : undefined,
    told: [...actual, identified?._tag === 'Identified' ? identified.seen : ''].join('\n')
  }
}

const all = canariesIn(wantedOfStaging())

test('tells no declared value as one that was found, and keeps nothing that differs in it', async ({ double }) => {
  const judge = async (canary: Canary): Promise<void> => {
    const wanted = changed(wantedOfStaging(), canary.path, canary.value) as Wanted
    const { decided, told } = seenBy(await runSeed(double, { wanted, isDryRun: true }), wanted)
    const said = `${canary.path.join('.')} = ${canary.text}`
    assert.not.match(told.replaceAll(/AWS says .*/g, ''), canary.text, said)
    const [thing] = canary.path
    if (thing === 'bucket' || thing === 'table') assert.is.not(decided?.[thing]._tag, 'Keep', said)
  }
  for (let at = 0; at < all.length; at += 8) await Promise.all(all.slice(at, at + 8).map(judge))
})

test('keeps both where nothing differs', async ({ double }) => {
  const wanted = wantedOfStaging()
  const { decided } = seenBy(await runSeed(double, { wanted, isDryRun: true }), wanted)
  assert.equal([decided?.bucket._tag, decided?.table._tag], ['Keep', 'Keep'])
})

test.run()
