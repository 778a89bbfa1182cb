import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type NoStack, namedStack } from '../../src/command-line/named-stack.ts'
import { usageText } from '../../src/command-line/usage.ts'

const test = suite('the one stack of a command line')

/** What is said of these words, in a project with these stacks, before any is loaded. */
const said = async (words: ReadonlyArray<string>, names: ReadonlyArray<string>): Promise<string> => {
  const loaded: Array<string> = []
  const outcome = await namedStack(
    {
      stackEvaluator: {
        emitAll: (_project, sources) => {
          loaded.push(...sources)
          return T.of([])
        }
      },
      outputFiles: { sources: () => TE.right(O.some(names.map((name) => `stacks/${name}.ts`))) }
    },
    '/p',
    words
  )()
  const text = (no: NoStack): string => (no._tag === 'Mistaken' ? usageText(no.mistake) : no._tag)
  if (E.isRight(outcome)) return outcome.right.source
  assert.is(loaded.length, text(outcome.left).startsWith('stacks/gone-eu') ? names.length + 1 : 0)
  return text(outcome.left)
}

const two = ['prod-eu', 'staging-eu']

test('none named, or several: it says so, and which there are', async () => {
  assert.is(await said([], two), 'name one stack, such as prod-eu; none was named; there are prod-eu, staging-eu')
  assert.is(await said([], ['prod-eu']), 'name one stack, such as prod-eu; none was named; there is prod-eu')
  assert.match(await said(two, two), '2 were named; there are prod-eu, staging-eu')
  assert.match(await said(['*-eu'], two), '2 were named')
})

test('one that is not there, by name and by pattern', async () => {
  assert.is(await said(['gone-eu'], two), 'stacks/gone-eu.ts does not exist; there are prod-eu, staging-eu')
  assert.is(await said(['gone-*'], two), 'stacks/gone-*.ts does not exist; there are prod-eu, staging-eu')
})

test('one that is misspelt: the stack that was most likely meant', async () => {
  const many = Array.from({ length: 100 }, (_, index) => `team${index + 100}-eu`)
  assert.match(await said(['gone-euw'], [...many, 'gone-eur']), /and 91 more\. Did you mean gone-eur\?$/)
})

test('of many stacks ten are named and the others counted', async () => {
  const many = Array.from({ length: 100 }, (_, index) => `team${index + 100}-eu`)
  assert.match(await said([], many), /there are team100-eu, .*, team109-eu and 90 more$/)
})

test.run()
