import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { GuardWorld } from '../../support/guard-world.ts'
import { planted, plantsIn } from '../../support/planted.ts'
import { type Around, toldByGuard } from '../../support/planted-guard.ts'
import { type Change, failures } from '../../support/planted-ports.ts'

/** A value that may not be told stands in one text of one answer of one port at a time: the guard tells it nowhere. */
const test = suite('the guard, what it never tells')

const AWS_SAYS = `Acquiring state lock.

Error: reading DynamoDB Table: operation error DynamoDB: ListTagsOfResource, https response error StatusCode: 400, RequestID: 4X, api error ValidationException: x`

/** What tofu does when that command of it runs. */
const when =
  (command: string, then: (context: GuardWorld) => number) =>
  (context: GuardWorld): void => {
    const { tofu } = context.world
    context.world.tofu = (call) => (call.args[0] === command ? then(context) : tofu(call))
  }
const held = ({ world }: GuardWorld): number => {
  world.lockedBy = 'amara@laptop'
  world.says = AWS_SAYS
  return 1
}

const worlds: Readonly<Record<string, Around>> = {
  'all is well at plan': ['plan'],
  'all is well at apply': ['apply'],
  'all is well at init': ['init'],
  'the first init makes the lock file': [
    'init',
    ({ root }) => fs.rmSync(join(root, 'project/out/staging-eu/.terraform.lock.hcl'))
  ],
  'preflight refuses': ['plan', ({ world }) => void (world.proof = 'refuses')],
  'tofu fails, and the lock is held': ['plan', when('plan', held)],
  'an apply fails, and the lock is held': ['apply', when('apply', held)],
  'the fresh plan fails': ['apply', when('plan', held)],
  'the lock is taken while the person types': [
    'apply',
    (context) => void (context.world.whileTyping = () => void held(context))
  ],
  'a state is left': [
    'apply',
    when('apply', ({ calls }) => {
      fs.writeFileSync(join(calls.at(-1)?.folder ?? '', 'errored.tfstate'), '{}', { mode: 0o600 })
      return 1
    })
  ]
}

/** So many texts of one answer are planted in one run of the tests. */
const MOST = 3

/** Of an answer with more texts, some from everywhere in it. */
const some = (texts: number): ReadonlyArray<number> => {
  const step = Math.ceil(texts / MOST)
  return [...Array(texts).keys()].filter((index) => index % step === texts % step)
}

const [first, ...others] = Object.values(planted)
const kinds = first === undefined ? [] : [first, ...others]

/** The answers that were planted already, by command. The words about who runs it are told in a few worlds alone. */
const known = new Set<string>()
const isNew = (command: string, call: string, text: string): boolean => {
  const answer = `${command} ${call} ${text}`
  const isKnown = known.has(answer)
  known.add(answer)
  return !isKnown || call === 'who'
}

/** Every change of an answer that no run was given before, each with one kind of secret; the kinds take turns. */
const changesIn = async (around: Around): Promise<ReadonlyArray<Change>> => {
  const { met } = await toldByGuard(around)
  return met
    .filter(({ call, text }) => isNew(around[0], call, text))
    .flatMap(({ call, time, value }) =>
      first === undefined ? [] : some(plantsIn(value, first).length).map((text) => ({ call, time, text }))
    )
    .flatMap((change, turn) => {
      const secret = kinds[turn % kinds.length]
      return secret === undefined ? [] : [{ ...change, secret }]
    })
}

let places = 0
for (const [what, around] of Object.entries(worlds))
  test(`where ${what}`, async () => {
    const found: Array<string> = []
    for (const change of await changesIn(around)) {
      const { lines, where } = await toldByGuard(around, change)
      places += where === '' ? 0 : 1
      if ('secret' in change)
        found.push(...lines.filter((line) => line.includes(change.secret.trace)).map((line) => `${where}: ${line}`))
    }
    assert.equal(found, [])
  })

test('where a port fails', async () => {
  const found: Array<string> = []
  let turn = 0
  for (const command of ['plan', 'apply', 'init'] as const)
    for (const { call, time } of (await toldByGuard([command])).met) {
      if (!/\./.test(call) || time > 0) continue
      const { lines, where } = await toldByGuard([command], {
        call,
        time,
        failure: failures[(turn += 1) % failures.length] ?? {}
      })
      found.push(
        ...lines.filter((line) => kinds.some(({ trace }) => line.includes(trace))).map((line) => `${where}: ${line}`)
      )
    }
  assert.equal(found, [])
  assert.ok(turn > 40, String(turn))
})

test('a version of the state that looks like a token is not in the evidence: its form alone would let it through', async () => {
  const { met } = await toldByGuard(['plan'])
  const proof = met.find(({ call }) => call === 'prove')
  for (const secret of kinds) {
    const text = plantsIn(proof?.value, secret).findIndex(({ at }) => at.endsWith('.versionId'))
    const { lines, where } = await toldByGuard(['plan'], { call: 'prove', time: 0, secret, text })
    assert.match(where, '.versionId')
    assert.not.match(lines.join('\n'), secret.trace)
  }
})

test('there are hundreds of such places', () => {
  assert.ok(places > 250, String(places))
})

test.run()
