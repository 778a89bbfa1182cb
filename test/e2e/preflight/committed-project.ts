import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const samples = join(repository, 'test/project')

/** The committed stacks and what they emit, in an empty folder, committed in a git repository of their own. */
export const committedProject = (root: string): void => {
  const committed = execFileSync('git', ['ls-files', '-z', 'stacks', 'out'], { cwd: samples, encoding: 'utf8' })
  for (const path of committed.split('\0').slice(0, -1)) {
    mkdirSync(join(root, dirname(path)), { recursive: true })
    cpSync(join(samples, path), join(root, path))
  }
  writeFileSync(join(root, 'package.json'), '{ "name": "project", "private": true, "type": "module" }\n')
  writeFileSync(join(root, '.gitignore'), 'node_modules\n.terraform/\n.terraform.lock.hcl\n')
  mkdirSync(join(root, 'node_modules'))
  symlinkSync(repository, join(root, 'node_modules/zenthea-foundation'), 'dir')
  const git = (...args: ReadonlyArray<string>): void => {
    execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1' }
    })
  }
  git('init', '-q')
  git('add', '.')
  git('commit', '-q', '-m', 'the reviewed files')
}
