import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isTeamMailbox } from '../../src/sensitive/mailboxes.ts'
import { sensitiveText } from '../../src/sensitive/sensitive-text.ts'

const test = suite('mailboxes')

test('a mailbox whose words are a team’s passes, under any key', () => {
  for (const address of [
    'platform-team@example.org',
    'servicedesk@example.org',
    'it.ops2@example.org',
    'datenschutz@example.org'
  ]) {
    assert.ok(isTeamMailbox(address), address)
    assert.equal(sensitiveText('Contact', address), [], address)
    assert.equal(sensitiveText('OwnerEmail', address), [], address)
  }
})

test('a mailbox with one other word is a person’s', () => {
  for (const address of ['jane@example.org', 'jane.support@example.org', 'j.team@example.org', '123@example.org']) {
    assert.not.ok(isTeamMailbox(address), address)
    assert.is(sensitiveText('Contact', address).length, 1, address)
  }
})

test.run()
