import { execFileSync } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { commandLine } from '../../src/caller/shell.ts'

const test = suite('words for a shell')

const words = [
  "it's",
  '',
  ' ',
  '$HOME',
  '`id`',
  '"',
  '\\',
  '!!',
  '~',
  '*',
  '#x',
  'a=b',
  '{"Key":"Größe"}',
  ';exit 1',
  'a\nb',
  '-n'
]

test('sh gives every word back as it was', () => {
  const said = execFileSync('sh', ['-c', commandLine(['printf', '%s\\0', ...words])], { encoding: 'utf8' })
  assert.equal(said.split('\0').slice(0, -1), words)
})

test('what is safe stays as it is', () => {
  assert.is(commandLine(['aws', 's3api', 'wait', '--bucket', 'a-b', 'K=v,L=w']), 'aws s3api wait --bucket a-b K=v,L=w')
})

test.run()
