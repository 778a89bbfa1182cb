import { absolutePath } from '../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { privateRunFolders } from '../../src/outside/private/run-folder.ts'

/** Makes the folder of a run as the guard does, and dies of a defect: TEMPORARY HELD LEFT */
const [temporary = '', held, left = ''] = process.argv.slice(2)

const folders = privateRunFolders(temporary, (root) => void process.stderr.write(`stays ${root}\n`))
const made = await folders.make({
  checkout: absolutePath(process.cwd()),
  cliConfiguration: '',
  authorities: undefined,
  stack: 'staging-eu',
  emitted: '{}',
  lock: undefined
})()
if (E.isLeft(made)) throw new Error(JSON.stringify(made.left))
if (held === 'true') await folders.hold(made.right)()
if (left !== '') writeFileSync(join(made.right.project, 'out/staging-eu', left), '{}', { mode: 0o600 })
throw new TypeError('a defect of this test')
