import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { sandboxArguments, stackNamed } from '../../../src/commands/sandbox/arguments.ts'
import { insideProgram } from '../../../src/commands/sandbox/inside.ts'
import { sandboxProgram } from '../../../src/commands/sandbox/program.ts'
import { sandboxStack, sourcesNamed, stackIn } from '../../../src/commands/sandbox/stack.ts'
import { welcomeLines } from '../../../src/commands/sandbox/text.ts'
import type { Inside, World } from '../../../src/outside/sandbox/world.port.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite("the words of a sandbox's shell")

const staging = sandboxStack(emittedStaging())
const stacks = [staging, { ...staging, name: 'production-eu' }]

test('a stack that the sandbox does not have is refused by name, never replaced by another', () => {
  assert.equal(stackIn(stacks, undefined), E.right(stacks[0]))
  assert.equal(stackIn(stacks, 'production-eu'), E.right(stacks[1]))
  assert.equal(
    stackIn(stacks, 'staging-us'),
    E.left("'staging-us' is not a stack of this sandbox, which has staging-eu, production-eu")
  )
  assert.ok(E.isLeft(stackIn([], undefined)))
})

test('a sandbox is opened for stacks by their names, their files or a pattern, and an unknown one is refused', () => {
  const sources = ['stacks/production-eu.ts', 'stacks/staging-eu.ts', 'stacks/staging-west.ts']
  const [, eu = '', west = ''] = sources
  const chosen = (...words: ReadonlyArray<string>) => sourcesNamed('/copy', words.map(stackNamed), sources)
  for (const form of ['staging-eu', 'stacks/staging-eu', 'stacks/staging-eu.ts', './stacks/staging-eu.ts', '*ging-eu'])
    assert.equal(chosen(form), E.right([eu]), form)
  for (const form of ['staging-*', 'stacks/staging-*.ts', 'staging-{eu,west}'])
    assert.equal(chosen(form), E.right([eu, west]), form)
  assert.equal(chosen(), E.right(sources))
  for (const [word, source] of [
    ['staging-us', 'stacks/staging-us.ts'],
    ['test-*', 'stacks/test-*.ts']
  ] as const)
    assert.equal(chosen('staging-eu', word), E.left({ _tag: 'NoSuchStack', source, stacks: sources }))
})

/** What a line of the shell comes to, and the stack that it asks for. */
const asked = async (...argv: ReadonlyArray<string>) => {
  const named: Array<string | undefined> = []
  let said = ''
  const say = (text: string): void => {
    said += text
  }
  const ports = {
    open: () => TE.left('not opened'),
    inside: () => {
      throw new Error('not entered')
    },
    here: (name: string | undefined) => {
      named.push(name)
      return TE.left('asked')
    }
  }
  const terminal = { out: say, err: say, paintOut: plain, paintErr: plain }
  const code = await sandboxProgram(ports, terminal, argv)()
  return { code, named, said }
}

test('only `as` takes a stack, by its name or its file; the other words keep to that of the shell', async () => {
  assert.equal((await asked('as', 'operator')).named, [undefined])
  assert.equal((await asked('as', 'operator', 'stacks/production-eu.ts')).named, ['production-eu'])
  assert.equal((await asked('way-out', '--yes', '--debug')).named, [undefined])
  assert.equal((await asked('tour', 'x', 'y')).named, [undefined])
})

test('a word that a line has too many is refused before anything is done', async () => {
  const untouched = { stack: staging } as unknown as Inside
  for (const words of [
    ['as', 'operator', 'staging-eu', 'x'],
    ['break', 'lock-held', 'x'],
    ['way-out', 'x'],
    ['check', 'x'],
    ['mfa', 'x'],
    ['tour', 'x']
  ]) {
    let said = ''
    const say = (text: string): void => {
      said += text
    }
    const read = sandboxArguments(words)
    if (E.isLeft(read)) throw new Error(words.join(' '))
    const code = await insideProgram({ out: say, err: say, paintOut: plain, paintErr: plain }, untouched, read.right)
    assert.is(code, 2)
    assert.match(said, `${words[0]} does not take '${words.at(-1)}'`)
  }
})

test('mfa prints the code that the stand-in names, and refuses a stack that no user may go to', async () => {
  const said = async (person: string | null): Promise<readonly [code: number, text: string]> => {
    let text = ''
    const say = (more: string): void => {
      text += more
    }
    const inside = {
      stack: { ...staging, person },
      console: (action: string, { arn }: { readonly arn?: string }) =>
        TE.right(action === 'second_factor' && arn === person ? { SerialNumber: 'x', TokenCode: '287082' } : null)
    } as unknown as Inside
    const read = sandboxArguments(['mfa'])
    if (E.isLeft(read)) throw new Error('not read')
    const code = await insideProgram({ out: say, err: say, paintOut: plain, paintErr: plain }, inside, read.right)
    return [code, text]
  }
  assert.equal(await said('arn:aws:iam::111122223333:user/operators/Ada'), [0, '287082\n'])
  const [code, text] = await said(null)
  assert.is(code, 1)
  assert.match(text, 'sandbox: staging-eu trusts roles alone, so no device shows a code for it\n')
})

test('what it does not enforce is said once, with where it is proven', () => {
  for (const isEnforced of [true, false]) {
    const world = { stacks: [staging], isEnforced, within: [] } as unknown as World
    const text = welcomeLines(plain, world).join('\n')
    for (const word of [
      'encryption',
      'preflight',
      'access-matrix',
      'MFA',
      ...(isEnforced ? ["the organisation's policies"] : ['any policy'])
    ])
      assert.is(text.split(word).length > 1, true, `${word}: ${text}`)
    assert.is(text.includes('Enforced here'), isEnforced)
    const [enforced = '', not = ''] = [/^Enforced here.*$/m, /^Not enforced in any sandbox.*$/m].map(
      (form) => form.exec(text)?.[0]
    )
    assert.not.match(enforced, 'encryption')
    assert.not.match(not, /organisation|polic/)
  }
})

test('the first lines say whether a program that asks no proxy is held', () => {
  const welcome = (within: ReadonlyArray<string>): string =>
    welcomeLines(plain, { stacks: [staging], isEnforced: true, within } as unknown as World).join('\n')
  assert.match(welcome(['into', 'it']), 'the loopback alone: no program here reaches another host or resolves a name.')
  assert.not.match(welcome(['into', 'it']), 'reaches other hosts')
  assert.match(welcome([]), 'a program told to use no proxy reaches other hosts.')
  assert.not.match(welcome([]), 'loopback')
})

test.run()
