import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * `npm run screens`: writes the text files beside the tests anew that hold whole screens, after a text was changed. The
 * difference in git is for a person to read: it says what the users of each command read from now on.
 */
const root = fileURLToPath(new URL('../../', import.meta.url))
const files = execFileSync('git', ['ls-files', 'test'], { cwd: root, encoding: 'utf8' }).split('\n')
const tests = files.filter(
  (path) => path.endsWith('.test.ts') && readFileSync(`${root}${path}`, 'utf8').includes('readsAs(')
)

for (const path of tests) {
  const { status } = spawnSync(process.execPath, ['--import', './test/typescript.js', path, '--write'], {
    cwd: root,
    stdio: 'inherit'
  })
  if (status !== 0) process.exitCode = 1
}
