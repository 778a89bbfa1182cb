import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inProject, parts, runSilently } from '../../support/broken-projects.ts'

/** No secret of a broken stack reaches what emit writes. */
const test = suite('what emit writes of broken stacks')

for (const { title, some } of parts)
  test(title, () =>
    inProject(some, async (made) => {
      assert.is((await runSilently(made, some, ['emit'])).code, 1)
      assert.is((await runSilently(made, some, ['emit', '--json'])).code, 1)
    })
  )

test.run()
