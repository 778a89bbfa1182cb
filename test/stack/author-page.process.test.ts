import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { firstSlips, isOnPage, secondSlips, slipped } from '../support/author-session.ts'
import { inTempProject } from '../support/temp-project.ts'

const test = suite("the author's page")

for (const [what, edits] of [
  ['the slips of a declaration', firstSlips],
  ['the slips that are found once every field is well formed', secondSlips]
] as const)
  test(`shows what emit says of ${what}, with line and column`, () =>
    inTempProject({ 'stacks/staging-eu.ts': slipped(edits) }, async ({ emit }) => {
      const { code, stderr } = await emit([])
      assert.is(code, 1)
      assert.match(stderr, /^ {2}stacks\/staging-eu\.ts:\d+:\d+ {2}/m)
      assert.ok(isOnPage(stderr), stderr)
    }))

test.run()
