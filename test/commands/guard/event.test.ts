import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { silenceLines } from '../../../src/commands/guard/event.ts'

const test = suite('what is said while tofu is silent')

const said = (command: string, seconds = 30, isHeard = true): string =>
  silenceLines({ command, seconds, isHeard }).join('\n')

test('names the command, how long, for what it waits, and what Ctrl-C would leave', () => {
  assert.match(said('plan'), /tofu plan has said nothing for 30 seconds\. It waits for .*lock table/)
  assert.match(said('plan'), /Ctrl-C asks it to stop: .*releases the lock.*twice.*leaves the lock taken\.$/)
  assert.match(
    said('apply', 60, false),
    /tofu apply has been at work for 60 seconds\. Where it says nothing, it waits for AWS/
  )
  assert.match(said('apply'), /stores the state and releases the lock.*twice/)
  assert.match(said('init'), /registry or the mirror.*\n.*\n.*nothing is locked and nothing in AWS changes\.$/)
  for (const command of ['show', 'version']) assert.match(said(command), /nothing in AWS changes\.$/)
})

test('says it more seldom the longer it lasts', () => {
  const times = Array.from({ length: 64 }, (_, index) => 30 * (index + 1)).filter((each) => said('plan', each) !== '')
  assert.equal(times, [30, 60, 120, 240, 480, 960, 1920])
  assert.not.equal(said('plan', 61), '', 'a timer that is late is heard')
})

test.run()
