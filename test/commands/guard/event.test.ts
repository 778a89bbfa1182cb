import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GuardEvent, eventLines, silenceLines } from '../../../src/commands/guard/event.ts'
import { coloured, plain } from '../../../src/command-line/terminal.ts'
import { judge } from '../../../src/commands/guard/judged.ts'
import { rawSample } from '../../plan/sample.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

const test = suite('what is said while the guard runs, and while tofu is silent')

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

const linesOf = (event: GuardEvent): string => eventLines(plain, event, 'stacks/a b.ts').join('\n')

test('the tofu that runs is told by path, version and digest, and what the stack accepts of its provider', () => {
  const tofu = { version: '1.12.5', sha256: 'ab'.repeat(32) } as never
  const equipped = (versions: object): string =>
    linesOf({ _tag: 'Equipped', tofu, path: '/usr/bin/tofu', fileSha256: '', versions } as never)
  const proven = equipped({ openTofu: '1.12.5', awsProvider: '5.100.0' })
  assert.match(proven, new RegExp(`/usr/bin/tofu, OpenTofu 1\\.12\\.5\\n +sha256 ${'ab'.repeat(32)}$`))
  const accepted = equipped({
    openTofu: '1.12.5',
    awsProvider: '6.66.0',
    acceptedProof: 'checked against its schema, not run'
  })
  assert.match(accepted, /accepts +AWS provider 6\.66\.0: checked against its schema, not run$/)
})

test('a judged plan travels as data: its table is painted where it is said, and at no other place', () => {
  const ofStaging = judge({ file: emittedStaging(), wanted: wantedOfStaging() })
  const found = ofStaging(JSON.stringify(rawSample('tag-change')), 'operator role')
  assert.not.match(JSON.stringify(found), '\\u001b')
  assert.equal(
    Object.values(found).filter((value) => typeof value === 'string'),
    [found.tofuVersion]
  )
  const event: GuardEvent = { _tag: 'Judged', judged: found }
  assert.match(
    eventLines(plain, event, 'stacks/staging-eu.ts').join('\n'),
    /^\n {2}~ {2}aws_s3_bucket\.state .*\n.*\n\nPlan: 0 to add, 1 to change/
  )
  assert.match(eventLines(coloured, event, 'stacks/staging-eu.ts').join('\n'), '\u001b[1mPlan: 0 to add, 1 to change')
  const unread = ofStaging('no JSON', 'operator role')
  assert.equal(
    { ...unread, findings: unread.findings.length },
    { findings: 1, tofuVersion: undefined, hasChanges: false, bringsBack: false, shown: O.none }
  )
  assert.match(
    eventLines(plain, { _tag: 'Judged', judged: unread }, 'stacks/staging-eu.ts').join('\n'),
    /^\n\n.*plan-readable/s
  )
})

test('a plan without changes says so; a kept one gives the command that applies it, as a shell reads it', () => {
  const planned = (hasChanges: boolean): string => linesOf({ _tag: 'Planned', planSha256: '', hasChanges } as never)
  assert.equal([planned(false), planned(true)], ['there is nothing to apply', ''])
  assert.match(
    linesOf({ _tag: 'Saved' }),
    /for 15 minutes.*\(J\.7\.0 §2\):\n {2}npm run tofu -- 'stacks\/a b\.ts' apply$/
  )
})

test.run()
