import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Interruption, applied, edited, handedOver } from '../../../src/commands/sandbox/interrupt.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import type { Inside, Ran, Typing } from '../../../src/outside/sandbox/world.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('what happens to an apply in a sandbox')

const stack = sandboxStack(emittedStaging())
const source = 'stacks/staging-eu.ts'
const EMIT = `npm run emit -- ${source} && git commit -qam 'A reviewed change'`
const [PLAN, APPLY] = ['plan', 'apply'].map((command) => `npm run tofu -- ${source} ${command}`)
const WELL: Ran = { code: 0, screen: 'well' }
const declared = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

/** A sandbox that writes down in order what is done in it; each line ends well, or as `ends` says. */
const sandbox = (ends: Readonly<Record<string, Ran>> = {}, files: Record<string, string> = { [source]: declared }) => {
  const done: Array<string> = []
  const typings: Array<Typing> = []
  const note = (what: string) => () => void done.push(what)
  const inside = {
    stack,
    read: (path: string) => (path in files ? TE.right(files[path]) : TE.left(`no ${path}`)),
    write: (path: string, text: string) => TE.fromIO(() => void ((files[path] = text), done.push(`write ${path}`))),
    run:
      (line: string, as: string, typing: Typing = [], isShown = true) =>
      async () => {
        done.push(`${as}${isShown ? ' shows' : ''}: ${line}`)
        if (typing.length > 0) typings.push(typing)
        return Promise.resolve(E.right(ends[line] ?? WELL))
      },
    killTofu: TE.fromIO(note('kill')),
    way: {
      hold: (text: string) => note(`hold ${text}`),
      held: TE.fromIO(note('held')),
      release: note('release'),
      cutAt: (text: string) => note(`cut at ${text}`),
      expireAt: (text: string) => note(`expire at ${text}`),
      mend: note('mend')
    }
  } as unknown as Inside
  return { inside, done, typings, files }
}

const planning = [`write ${source}`, `bootstrap: ${EMIT}`, `bootstrap: ${PLAN}`]
const held = [...planning, 'hold .TagResource', `bootstrap: ${APPLY}`, 'held']

const courses: Readonly<Record<Interruption, ReadonlyArray<string>>> = {
  none: [...planning, `bootstrap: ${APPLY}`, 'release', 'mend'],
  kill: [...held, 'kill', 'release', 'mend'],
  close: [...held, `bootstrap shows: ${PLAN}`, 'release', 'mend'],
  cut: [...held, 'cut at .PutItem', 'release', 'mend'],
  expire: [...held, 'expire at ', 'release', 'mend']
}

for (const [how, course] of Object.entries(courses) as ReadonlyArray<[Interruption, ReadonlyArray<string>]>)
  test(`${how}: the change is reviewed and planned, and AWS answers after it happened`, async () => {
    const { inside, done, typings, files } = sandbox()
    const outcome = await applied(inside, how)()
    assert.equal(done, course)
    assert.match(files[source] ?? '', `Purpose: 'OpenTofu state lock ${how}'`)
    assert.equal(typings, [
      [
        ['Type the name of the environment to apply this: ', 'staging\n'],
        ...(how === 'close' ? [['aws_dynamodb_table.lock: Modifying', null]] : [])
      ]
    ])
    // The second plan beside the first was not refused here, which the accident takes for a fault.
    if (how === 'close') assert.equal(outcome, E.left('a second run was not refused while the first was at work'))
    else assert.equal(outcome, E.right(WELL))
  })

test('a second run beside the first is refused because it is not alone', async () => {
  const besides = async (beside: Ran) => {
    let plans = 0
    const { inside } = sandbox()
    const run: Inside['run'] = (line, as, typing, isShown) =>
      line === PLAN && (plans += 1) === 2 ? TE.right(beside) : inside.run(line, as, typing, isShown)
    return E.isRight(await applied({ ...inside, run }, 'close')())
  }
  assert.ok(await besides({ code: 1, screen: 'the rule run-alone' }))
  for (const other of [
    { code: 0, screen: 'the rule run-alone' },
    { code: 1, screen: 'another rule' },
    { code: 2, screen: 'the rule run-alone' }
  ])
    assert.not.ok(await besides(other), JSON.stringify(other))
})

test('the same accident twice is another change each time', async () => {
  const { inside, files } = sandbox()
  await applied(inside, 'cut')()
  await applied(inside, 'cut')()
  assert.match(files[source] ?? '', "Purpose: 'OpenTofu state lock cut again'")
  await applied(inside, 'cut')()
  assert.match(files[source] ?? '', "Purpose: 'OpenTofu state lock cut'")
})

test('a line that ends badly is told with its code and screen, and nothing is done after it', async () => {
  const { inside, done } = sandbox({ [EMIT]: { code: 3, screen: 'refused' } })
  assert.equal(await applied(inside, 'kill')(), E.left(`${EMIT} ended with 3:\nrefused`))
  assert.equal(done, planning.slice(0, 2))
})

test('a stack that is written in another way is not edited, and the form that it needs is named', async () => {
  const { inside, done } = sandbox({}, { [source]: 'export default stack' })
  const outcome = await applied(inside, 'none')()
  assert.match(E.isLeft(outcome) ? outcome.left : '', /^stacks\/staging-eu\.ts is written in another way .*Purpose/)
  assert.equal(done, [])
})

test('the emitted file is edited after its plan is kept, and at its versioning', async () => {
  const file = 'out/staging-eu/main.tf.json'
  const { inside, done, files } = sandbox({}, { [source]: declared, [file]: '{"status":"Enabled"}' })
  assert.ok(E.isRight(await edited(inside)()))
  assert.equal(done, [...planning, `write ${file}`])
  assert.is(files[file], '{"status":"Suspended"}')
})

test('the next owner is declared, emitted and committed, and nothing is applied', async () => {
  const { inside, done, files } = sandbox()
  assert.ok(E.isRight(await handedOver(inside)()))
  assert.equal(done, planning.slice(0, 2))
  assert.match(files[source] ?? '', "bootstrapPrincipal: 'arn:aws:iam::111122223333:role/admins/ZentheaNextOwner'")
})

test.run()
