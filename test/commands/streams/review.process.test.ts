import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inProject, parts, runSilently } from '../../support/broken-projects.ts'

/** No secret of a broken stack reaches what review writes. */
const test = suite('what review writes of broken stacks')

for (const { title, some } of parts)
  test(title, () =>
    inProject(some, async (made) => {
      const { stdout, stderr } = await runSilently(made, some, ['review'])
      assert.match(`${stdout}${stderr}`, 's0000.ts')
    })
  )

test.run()
