import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sharedByRuns } from '../../../src/commands/guard/shared-folder.ts'

const test = suite('the folder that the runs of a machine share')

/** The variable of a sandbox, the home of what outlives a run, and the folder. */
const cases: ReadonlyArray<readonly [sandbox: string | undefined, home: string, folder: string]> = [
  [undefined, '/home/jane/.local/state', '/tmp'],
  ['', '/home/jane/.local/state', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-1/home/.local/state', '/tmp/sandbox-1'],
  ['/tmp/sandbox-1', '/home/jane/.local/state', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-10/home', '/tmp'],
  ['/tmp/sandbox-1', '/home/tmp/sandbox-1/home', '/tmp'],
  ['/tmp/sandbox-1', '/tmp/sandbox-1', '/tmp']
]
for (const [sandbox, home, folder] of cases)
  test(`${folder} for a home in ${home} and ${sandbox === undefined ? 'no sandbox' : `the sandbox '${sandbox}'`}`, () => {
    assert.is(sharedByRuns(sandbox === undefined ? {} : { ZENTHEA_SANDBOX: sandbox }, home), folder)
  })

test.run()
