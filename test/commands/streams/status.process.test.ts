import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inProject, parts, runSilently } from '../../support/broken-projects.ts'

/** No secret of a broken stack reaches what status writes. */
const test = suite('what status writes of broken stacks')

for (const { title, some } of parts)
  test(title, () =>
    inProject(some, async (made) => {
      const { stdout } = await runSilently(made, some, ['status', '--all'])
      assert.match(stdout, 's0000')
      const asked = await runSilently(made, some, ['status', '--json'])
      assert.is((JSON.parse(asked.stdout) as { stacks: ReadonlyArray<unknown> }).stacks.length, some.length)
    })
  )

test.run()
