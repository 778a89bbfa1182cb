import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Paint } from '../../../src/command-line/terminal.ts'
import { stopLines } from '../../../src/commands/seed/stop-text.ts'
import type { Stop } from '../../../src/commands/seed/step.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('why seed stopped')

const wanted = wantedOfStaging()
const paint: Paint = (colour, text) => `<${colour}>${text}</>`
const linesOf = (stop: Stop): ReadonlyArray<string> => stopLines(paint, stop, wanted)
const toDo = (stop: Stop): string => linesOf(stop).find((line) => line.startsWith('  to do')) ?? 'nothing to do'

const setting = (
  name: 'versioning' | 'encryption' | 'policy' | 'tags' | 'public access',
  standing: 'unset' | 'wrong'
) => ({ name, clause: 'J.6.2 §7', expected: 'this', actual: 'that', standing }) as const

test('a stack that is refused is told with its problems, below an empty line', () => {
  const problem = {
    rule: 'environment',
    clause: 'J.6.2 §2',
    expected: 'this',
    actual: 'that',
    remedy: 'Do it.'
  } as const
  const [head, space, ...others] = linesOf({ _tag: 'NotAllowed', diagnostics: [problem] })
  assert.equal([head, space], ['<red>refused</>', ''])
  for (const text of ['environment', 'this', 'that', 'Do it.', 'J.6.2 §2']) assert.match(others.join('\n'), text)
})

test('what was waited for is named, with each difference and where it was read', () => {
  const stop: Stop = {
    _tag: 'NotReady',
    thing: 'bucket',
    waitingFor: 'it is as declared',
    differences: [setting('versioning', 'unset')]
  }
  assert.equal(linesOf(stop), [
    '<red>the bucket zenthea-staging-eu-tfstate: waited until it is as declared, which did not happen</>',
    '  <bold>versioning</>',
    '    expected  this',
    '    actual    <red>that</>',
    '    from      what AWS answers to S3 GetBucketVersioning',
    '    clause    J.6.2 §7',
    '  to do     <cyan>Wait a minute and run this again.</>',
    'What a rule means and why: npm run explain -- bucket-versioning'
  ])
})

test('only a setting that is wrong is set by hand; what is not there yet is waited for', () => {
  const notReady = (...differences: Extract<Stop, { _tag: 'NotReady' }>['differences']): string =>
    toDo({ _tag: 'NotReady', thing: 'bucket', waitingFor: 'it is as declared', differences })
  assert.match(notReady(), 'Wait a minute and run this again.')
  assert.match(notReady(setting('versioning', 'unset'), setting('policy', 'unset')), 'Wait a minute')
  assert.match(
    notReady(setting('versioning', 'unset'), setting('encryption', 'wrong')),
    'Set encryption to what is expected by hand, or find out who changes it'
  )
  assert.match(notReady(setting('encryption', 'wrong'), setting('policy', 'wrong')), 'Set encryption, policy to what')
})

test('a thing that is refused is removed only where it is a bucket that no principal has set', () => {
  const refused = (thing: 'bucket' | 'table', ...differences: Extract<Stop, { _tag: 'NotReady' }>['differences']) =>
    toDo({ _tag: 'NotConforming', refusals: [{ thing, why: 'it is not as declared', differences }] })
  const untouched = [setting('tags', 'unset'), setting('versioning', 'unset'), setting('policy', 'unset')]
  assert.match(
    refused('bucket', ...untouched),
    'aws s3api delete-bucket --bucket zenthea-staging-eu-tfstate --region eu-central-1 --expected-bucket-owner 111122223333'
  )
  for (const other of [
    refused('table', ...untouched),
    refused('bucket', ...untouched.slice(1)),
    refused('bucket', ...untouched, setting('encryption', 'wrong'))
  ]) {
    assert.not.match(other, 'delete-bucket')
    assert.match(other, 'See whose it is; bring it to what is declared by hand')
  }
  assert.match(
    refused('bucket', setting('policy', 'wrong')),
    'a plan changes its policy and seed does not: npm run tofu -- stacks/staging-eu.ts plan.'
  )
  assert.not.match(refused('table', setting('policy', 'wrong')), 'a plan changes its policy')
})

test('a bucket that is elsewhere is told with its region, where AWS names one', () => {
  const first = (region: string | undefined) => linesOf({ _tag: 'Elsewhere', region })[0]
  assert.is(
    first('us-east-1'),
    '<red>the bucket zenthea-staging-eu-tfstate exists in us-east-1, not in eu-central-1 (J.7.0 §7)</>'
  )
  assert.match(first(undefined) ?? '', 'exists in another region, not in eu-central-1')
})

test.run()
