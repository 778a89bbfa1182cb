import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stackModule } from '../../../src/outside/stack/module.ts'

const test = suite('a stack file that only the engine refuses')

test('is told with the words of the engine, and with the place where it stopped', () => {
  const stack = stackModule({
    source: 'stacks/a.ts',
    isEmpty: false,
    problems: [],
    needs: new Map(),
    exports: ['default'],
    script: { text: '\nconst a = 1\nconst b = a a\n', imports: [] },
    written: []
  })
  assert.equal(
    stack,
    E.left([
      {
        rule: 'stack-file-parses',
        clause: 'J.7.0 §4',
        source: 'stacks/a.ts',
        place: { line: 2, column: 13 },
        expected: 'syntax that Node takes too',
        actual: "SyntaxError: Unexpected identifier 'a'",
        remedy: 'Correct the syntax at this place.'
      }
    ])
  )
})

test.run()
