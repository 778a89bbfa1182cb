import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { keptFor } from '../../../src/commands/sandbox/kept.ts'

const test = suite('where a sandbox is kept')

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const kept = (project: string, ...words: ReadonlyArray<string>): string =>
  keptFor({ home: '/home/a/.local/state', project, sha256 }, words)

test('below the state home, in a folder of eight hexadecimal digits', () => {
  assert.match(kept('/project', 'staging-eu'), /^\/home\/a\/\.local\/state\/zenthea-foundation\/sandbox\/[0-9a-f]{8}$/)
})

test('the same words in the same project give the same folder, and any others another one', () => {
  assert.is(kept('/project', 'staging-eu'), kept('/project', 'staging-eu'))
  const folders = [
    kept('/project'),
    kept('/project', 'staging-eu'),
    kept('/other', 'staging-eu'),
    kept('/project', 'staging-eu', 'production-eu'),
    kept('/project', 'staging-euproduction-eu'),
    kept('/project', '')
  ]
  assert.is(new Set(folders).size, folders.length)
})

test.run()
