import * as O from 'fp-ts/lib/Option.js'
import { PassThrough } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { prompter } from '../../../src/outside/terminal/prompter.ts'
import type { Prompter } from '../../../src/outside/terminal/terminal.port.ts'

/** What hears that this process is stopped or goes on; each test begins with none of it. */
const STOPS = ['SIGTSTP', 'SIGCONT'] as const
type Heard = { heard: ReadonlyArray<ReadonlyArray<NodeJS.SignalsListener>> }
const test = suite<Heard>('questions at a terminal')
test.before.each((context) => {
  context.heard = STOPS.map((signal) => process.listeners(signal))
  for (const signal of STOPS) process.removeAllListeners(signal)
})
test.after.each(({ heard }) => {
  for (const [index, signal] of STOPS.entries()) {
    process.removeAllListeners(signal)
    for (const one of heard[index] ?? []) process.on(signal, one)
  }
})

const ENTER = '\r'
const CTRL_C = '\u0003'

/** Asks at a terminal at which these keys are pressed, each when something new stands there. */
const asked = async (use: (of: Prompter) => Promise<unknown>, ...keys: ReadonlyArray<string>) => {
  const [from, to] = [new PassThrough(), new PassThrough()]
  let screen = ''
  to.setEncoding('utf8').on('data', (text: string) => (screen += text))
  const answer = use(prompter(from as unknown as ReadStream, to as unknown as WriteStream))
  for (const key of keys) {
    await new Promise((resolve) => {
      setTimeout(resolve, 20)
    })
    from.write(key)
  }
  return { answer: await answer, screen: stripVTControlCharacters(screen) }
}

const any = (): undefined => undefined

const later = <A>(what: A): Promise<A> =>
  new Promise((resolve) => {
    setTimeout(resolve, 2000, what).unref()
  })

test('are asked by their text, and what is typed is the answer', async () => {
  const question = { question: 'Which account?', proposal: undefined, validate: any }
  const { answer, screen } = await asked((of) => of.ask(question)(), '111122223333', ENTER)
  assert.equal(answer, O.some('111122223333'))
  assert.match(screen, 'Which account?')
})

test('take what is proposed where nothing is typed', async () => {
  const question = { question: 'Which region?', proposal: 'eu-central-1', validate: any }
  const { answer, screen } = await asked((of) => of.ask(question)(), ENTER)
  assert.equal(answer, O.some('eu-central-1'))
  assert.match(screen, 'eu-central-1')
  const without = await asked((of) => of.ask({ ...question, proposal: undefined })(), ENTER)
  assert.equal(without.answer, O.some(''))
})

test('are asked again with the reason until the answer is right', async () => {
  const validate = (text: string) => (text === 'right' ? undefined : `'${text}' is not right`)
  const { answer, screen } = await asked(
    (of) => of.ask({ question: 'What?', proposal: undefined, validate })(),
    'r',
    ENTER,
    'ight',
    ENTER
  )
  assert.equal(answer, O.some('right'))
  assert.match(screen, "'r' is not right")
})

test('are agreed to by a yes alone', async () => {
  for (const [keys, isAgreed] of [
    [['y', ENTER], true],
    [['n', ENTER], false],
    [[ENTER], false]
  ] as const) {
    const { answer, screen } = await asked((of) => of.confirm('Write stacks/a.ts?')(), ...keys)
    assert.equal(answer, O.some(isAgreed), keys.join())
    assert.match(screen, 'Write stacks/a.ts?')
  }
})

test('have no answer where the person presses Ctrl-C', async () => {
  assert.equal((await asked((of) => of.confirm('?')(), CTRL_C)).answer, O.none)
  const question = { question: '?', proposal: undefined, validate: any }
  assert.equal((await asked((of) => of.ask(question)(), 'half', CTRL_C)).answer, O.none)
})

/** How an input ends at which no key is pressed any more. A terminal stays open where Ctrl-D is pressed. */
const ends: Readonly<Record<string, (from: PassThrough) => void>> = {
  'Ctrl-D': (from) => from.write('\u0004'),
  'an end': (from) => from.end(),
  'a terminal that is closed': (from) => from.destroy()
}
for (const [what, end] of Object.entries(ends))
  test(`have no answer, and an end, where the input ends by ${what}`, async () => {
    for (const use of [
      (of: Prompter) => of.ask({ question: '?', proposal: 'proposed', validate: any })(),
      (of: Prompter) => of.confirm('?')()
    ]) {
      const [from, to] = [new PassThrough(), new PassThrough()]
      to.resume()
      const answer = use(prompter(from as unknown as ReadStream, to as unknown as WriteStream))
      setTimeout(() => end(from), 20)
      assert.equal(await Promise.race([answer, later('it waits')]), O.none)
    }
  })

test('are asked one after the other at one input', async () => {
  const both = async (of: Prompter) => [
    await of.ask({ question: 'first', proposal: undefined, validate: any })(),
    await of.confirm('second')()
  ]
  const { answer } = await asked(both, 'one', ENTER, 'y', ENTER)
  assert.equal(answer, [O.some('one'), O.some(true)])
})

test('end with the defect itself where an answer cannot be judged, or a question cannot be shown', async () => {
  const defect = new TypeError('a defect')
  const validate = (): never => {
    throw defect
  }
  const failed = async (use: (of: Prompter) => Promise<unknown>, ...keys: ReadonlyArray<string>): Promise<unknown> =>
    Promise.race([
      asked(use, ...keys).then(
        () => 'an answer',
        (error: unknown) => error
      ),
      later('it waits')
    ])
  const unjudged = { question: '?', proposal: undefined, validate }
  assert.is(await failed((of) => of.ask(unjudged)(), 'one', ENTER), defect)
  const proposal = { toString: validate } as never
  assert.is(await failed((of) => of.ask({ question: '?', proposal, validate: any })()), defect)
})

test('are asked only where both sides are a terminal', () => {
  const stream = (isTTY: boolean | undefined) => ({ isTTY }) as never
  for (const [from, to, isThere] of [
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [undefined, true, false],
    [true, undefined, false]
  ] as const)
    assert.is(prompter(stream(from), stream(to)).isThere, isThere, `${from} ${to}`)
})

const soon = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 20)
  })

test('go on after Ctrl-Z and fg, when readline pauses the input: what was typed stays, and more can be typed', async () => {
  const heardBefore = process.listenerCount('SIGTSTP')
  const [from, to] = [new PassThrough(), new PassThrough()]
  to.resume()
  const of = prompter(from as unknown as ReadStream, to as unknown as WriteStream)
  const answer = of.ask({ question: 'Which account?', proposal: undefined, validate: any })()
  await soon()
  from.write('1111')
  await soon()
  process.emit('SIGCONT')
  from.pause()
  await soon()
  from.write('2222')
  await soon()
  from.write(ENTER)
  assert.equal(await Promise.race([answer, later('still asked')]), O.some('11112222'))
  assert.is(process.listenerCount('SIGTSTP'), heardBefore, 'what hears a stop is let go of')
})

test('have no answer where the input is closed some time after Ctrl-Z and fg', async () => {
  const [from, to] = [new PassThrough(), new PassThrough()]
  to.resume()
  const answer = prompter(from as unknown as ReadStream, to as unknown as WriteStream).confirm('Go on?')()
  await soon()
  process.emit('SIGCONT')
  await soon()
  from.pause()
  assert.equal(await Promise.race([answer, later('still asked')]), O.none)
})

test('Ctrl-Z stops this process and what began it each time, and the question is still asked after fg', async () => {
  const heardBefore = process.listenerCount('SIGTSTP')
  const heard = (): number => process.listenerCount('SIGTSTP') - heardBefore
  const [from, to] = [new PassThrough(), new PassThrough()]
  to.resume()
  const of = prompter(from as unknown as ReadStream, to as unknown as WriteStream)
  const kill = Object.getOwnPropertyDescriptor(process, 'kill')
  const sent: Array<unknown> = []
  Object.assign(process, { kill: (pid: number, signal: string) => sent.push([pid, signal, heard()]) })
  try {
    const answer = of.confirm('Go on?')()
    await soon()
    for (const time of ['the first time', 'the second time']) {
      assert.is(heard(), 1, time)
      process.emit('SIGTSTP')
      await soon()
      // A signal to 0 goes to the whole group. While it is sent nothing hears it, so that it stops. Source: POSIX, kill.
      assert.equal(sent.splice(0), [
        [0, 'SIGTSTP', 0],
        [process.pid, 'SIGCONT', 0]
      ])
      process.emit('SIGCONT')
      process.emit('SIGCONT')
      await soon()
    }
    from.write('y')
    from.write(ENTER)
    assert.equal(await Promise.race([answer, later('still asked')]), O.some(true))
    assert.is(heard(), 0)
    process.emit('SIGCONT')
    assert.is(heard(), 0, 'after the answer')
  } finally {
    Object.defineProperty(process, 'kill', kill ?? {})
  }
})

test.run()
