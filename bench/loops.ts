import { spawnSync } from 'node:child_process'
import { bound } from './verdicts.ts'

const seconds = (cwd: string, script: string): number => {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync('npm', ['run', script], { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`npm run ${script} is red:\n${stdout}${stderr}`)
  return (performance.now() - start) / 1000
}

/** What the tests take, each once; `.ci/run` says its own minutes, since it takes too many of them for here. */
export const loops = (repository: string): void => {
  bound('npm run test:unit', seconds(repository, 'test:unit'), 10, 's')
  bound('npm test', seconds(repository, 'test'), 60, 's')
}
