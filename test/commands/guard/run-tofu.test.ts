import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { GuardPorts } from '../../../src/commands/guard/ports.ts'
import {
  applyArguments,
  fetchArguments,
  freshPlanArguments,
  handedOver,
  initArguments,
  planArguments,
  said,
  showArguments,
  showJsonArguments
} from '../../../src/commands/guard/run-tofu.ts'

/** With which words tofu is run, and what its end means. Source: OpenTofu 1.12, `tofu init`, `plan`, `show` and `apply`. */
const test = suite('a run of tofu')

const locked = '-input=false -lock=true -lock-timeout=0s'
const lines: Readonly<Record<string, ReadonlyArray<string>>> = {
  'init -input=false -lock=true -lockfile=readonly': initArguments({ isPlain: false }),
  'init -input=false -lock=true -lockfile=readonly -no-color': initArguments({ isPlain: true }),
  'init -input=false -backend=false -no-color': fetchArguments(false),
  'init -input=false -backend=false -lockfile=readonly -no-color': fetchArguments(true),
  [`plan ${locked} -no-color -out=a.tfplan`]: planArguments('a.tfplan'),
  [`plan ${locked} -no-color -detailed-exitcode`]: freshPlanArguments,
  'show -json a.tfplan': showJsonArguments('a.tfplan'),
  'show a.tfplan': showArguments('a.tfplan', { isPlain: false }),
  'show -no-color a.tfplan': showArguments('a.tfplan', { isPlain: true }),
  [`apply ${locked} a.tfplan`]: applyArguments('a.tfplan', { isPlain: false }),
  [`apply ${locked} -no-color a.tfplan`]: applyArguments('a.tfplan', { isPlain: true })
}
for (const [line, words] of Object.entries(lines)) test(`tofu ${line}`, () => assert.equal(words, line.split(' ')))

const call = { file: '/x/tofu', folder: '/x/out', environment: { PATH: '/usr/bin' } } as never
const end = { code: 0, interrupts: 0, isTerminalGone: false }

/** What tofu was asked, what was told, and what came of it, where tofu ends so. */
const running = async (answer: object, isShown = false) => {
  const asked: Array<unknown> = []
  const told: Array<unknown> = []
  const answered =
    (how: string) =>
    (...of: ReadonlyArray<unknown>) => {
      asked.push([how, ...of])
      return TE.right({ ...end, stdout: 'out', stderr: 'err', isWhole: true, ...answer })
    }
  const ports = {
    tofu: { handOver: answered('handOver'), capture: answered('capture') },
    tell: (event: unknown) => () => void told.push(event)
  } as unknown as GuardPorts
  const run = isShown ? handedOver({ call }, ['plan', '-x']) : said({ call }, ['plan', '-x'])
  return { asked, told, ended: await run(ports)() }
}
const whole = { file: '/x/tofu', folder: '/x/out', environment: { PATH: '/usr/bin' }, args: ['plan', '-x'] }
const running0 = { _tag: 'Running', command: 'plan' }

test('what tofu says is kept up to 64 MiB, and its beginning and its end are told', async () => {
  const { asked, told, ended } = await running({})
  assert.equal(asked, [['capture', whole, 67_108_864]])
  assert.equal(told, [running0, { _tag: 'Ran', command: 'plan', end }])
  assert.equal(ended, E.right('out'))
})

test('where tofu fails, all that it said is kept with its end', async () => {
  const { ended } = await running({ code: 3, interrupts: 1 })
  assert.match(JSON.stringify(ended), '"said":"outerr"')
  assert.match(JSON.stringify(ended), /"_tag":"TofuFailed","command":"plan","end":\{"code":3,"interrupts":1/)
})

test('where not all was kept, tofu counts as failed', async () => {
  const { ended } = await running({ isWhole: false })
  assert.match(JSON.stringify(ended), /"_tag":"TofuFailed","command":"plan","end":\{"code":1,/)
})

test('on the terminal it runs to its end, and another code than 0 stops the run', async () => {
  const { asked, told, ended } = await running({}, true)
  assert.equal([asked, told.length, ended], [[['handOver', whole]], 2, E.right(undefined)])
  const stopped = (await running({ code: 2 }, true)).ended
  assert.match(JSON.stringify(stopped), '"_tag":"TofuFailed","command":"plan"')
  assert.match(JSON.stringify(stopped), '"said":""')
})

test.run()
