import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ownTags, systemTools } from '../../src/backend/system-tags.ts'
import { sameTags } from '../../src/backend/setting.ts'

const test = suite('tags that only AWS sets')

test('a key names its service, in any letters, and each service once', () => {
  const tools: ReadonlyArray<readonly [ReadonlyArray<string>, string | undefined]> = [
    [[], undefined],
    [['Owner', 'laws:cloudformation:x', 'aws', 'awsApplication', ' aws:x'], undefined],
    [['aws:cloudformation:stack-id', 'aws:cloudformation:logical-id'], 'AWS CloudFormation'],
    [['AWS:CloudFormation:stack-name'], 'AWS CloudFormation'],
    [['aws:servicecatalog:x', 'Owner', 'aws:cloudformation:x'], 'AWS CloudFormation and AWS Service Catalog'],
    [['aws:constructor:x'], 'the AWS service constructor'],
    [['aws:x:y'], 'the AWS service x'],
    [[`aws:${'a'.repeat(40)}:y`], `the AWS service ${'a'.repeat(40)}`],
    [[`aws:${'a'.repeat(41)}:y`], 'AWS itself'],
    [['aws:createdBy'], 'AWS itself'],
    [['aws:'], 'AWS itself'],
    [['aws:a b:c'], 'AWS itself']
  ]
  for (const [keys, tool] of tools)
    assert.is(systemTools(Object.fromEntries(keys.map((key) => [key, 'value']))), tool, keys.join(' '))
})

test('only the others are those of a principal', () => {
  assert.equal(ownTags({ 'aws:x': '1', 'AWS:y:z': '2', 'laws:x': '3', aws: '4' }), { 'laws:x': '3', aws: '4' })
})

test('they make no difference beside the declared tags, and alone they are not the same as no tags', () => {
  const judged = (actual: Readonly<Record<string, string>>) => {
    const { standing, actual: text, madeBy } = sameTags({ Owner: 'x' }, actual)
    return { standing, text, madeBy }
  }
  const madeBy = 'AWS CloudFormation'
  assert.equal(judged({}), { standing: 'unset', text: 'none', madeBy: undefined })
  assert.equal(judged({ 'aws:cloudformation:x': 'a patient' }), {
    standing: 'wrong',
    text: 'none, beside tags of AWS CloudFormation',
    madeBy
  })
  assert.equal(judged({ Owner: 'x', 'aws:cloudformation:x': 'y' }), {
    standing: 'right',
    text: 'Owner=x, beside tags of AWS CloudFormation',
    madeBy
  })
})

test.run()
