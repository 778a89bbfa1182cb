import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { StackPorts } from '../../../src/command-line/named-stack.ts'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import { stacksOf } from '../../../src/commands/sandbox/stacks-of.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the stacks of a sandbox')

const file = emittedStaging()
const bad = E.left([{ rule: 'one-account', clause: 'J.6.2 §4', expected: 'one', actual: 'two', remedy: 'Choose.' }])
const names = ['production-eu', 'staging-eu', 'staging-us']

/** The names of the stacks that words give in a project with three stacks, of which some are refused; and what was emitted. */
const namesOf = async (
  words: ReadonlyArray<string>,
  refused: ReadonlyArray<string> = [],
  listed: O.Option<ReadonlyArray<string>> = O.some(names.map((name) => `stacks/${name}.ts`))
) => {
  const emitted: Array<string> = []
  const ports = {
    outputFiles: { sources: (project: string) => (project === '/copy' ? TE.right(listed) : TE.left('elsewhere')) },
    stackEvaluator: {
      emitAll: (project: string, sources: ReadonlyArray<string>) => {
        emitted.push(`${project}: ${sources.join(' ')}`)
        return T.of(
          sources.map((source) => {
            const stack = source.replace(/^stacks\/|\.ts$/g, '')
            return { source, file: refused.includes(stack) ? bad : E.right({ ...file, stack }) }
          })
        )
      }
    }
  } as unknown as StackPorts
  const found = await stacksOf(ports, words)('/copy').catch((error: unknown) => [String(error)])
  return { found: found.map((one) => (typeof one === 'string' ? one : one.name)), emitted, stacks: found }
}

const all = '/copy: stacks/production-eu.ts stacks/staging-eu.ts stacks/staging-us.ts'

test('all where none is named, else those that are named; all are emitted, because they are judged together', async () => {
  const whole = await namesOf([])
  assert.equal([whole.found, whole.emitted], [names, [all]])
  assert.equal(whole.stacks[1], sandboxStack(file))
  const two = await namesOf(['staging-*'])
  assert.equal([two.found, two.emitted], [['staging-eu', 'staging-us'], [all]])
})

test('an unknown name is said as on any command line, and nothing is emitted', async () => {
  const { found, emitted } = await namesOf(['staging-fr'])
  assert.equal(emitted, [])
  assert.match(found[0] ?? '', /^Error: stacks\/staging-fr\.ts does not exist; there are production-eu, .*Did you mean/)
})

test('a refused stack that is named is said with its problem; one that is not named leaves the others be', async () => {
  const { found } = await namesOf(['staging-eu'], ['staging-eu'])
  const [text = ''] = found
  assert.match(text, /^Error: stacks\/staging-eu\.ts: 1 problem\n\n/)
  assert.match(text, '\n    actual    two\n    clause    J.6.2 §4')
  assert.match(text, '1 problem in 1 stack; nothing was written')
  assert.equal((await namesOf(['staging-eu'], ['staging-us'])).found, ['staging-eu'])
})

test('without a folder stacks/ a name is not there', async () => {
  assert.match(
    (await namesOf(['staging-eu'], [], O.none)).found[0] ?? '',
    /^Error: stacks\/staging-eu\.ts does not exist/
  )
})

test.run()
