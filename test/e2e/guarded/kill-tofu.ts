import { execFileSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** Every tofu that applies a plan below that folder. */
const applying = (home: string): ReadonlyArray<number> =>
  execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(' apply ') && line.includes(`${home}/`) && line.includes('.tfplan'))
    .map((line) => Number.parseInt(line, 10))

/** Kills the tofu that applies a plan below that folder, at once; and its provider, which would go on without it. */
export const killTofu = (home: string): void => {
  const [pid, ...others] = applying(home)
  if (pid === undefined || others.length > 0) throw new Error('one tofu was to be found, and no other')
  process.kill(pid, 'SIGKILL')
  process.kill(-pid, 'SIGKILL')
}

/** Resolves when no tofu applies a plan below that folder; after half a minute in any case. */
export const goneTofu = async (home: string): Promise<void> => {
  for (let turn = 0; turn < 300 && applying(home).length > 0; turn++) await setTimeout(100)
}
