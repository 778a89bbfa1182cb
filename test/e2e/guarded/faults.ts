import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../life-cycle/running-tofu.ts'

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

/** Resolves when no tofu applies a plan below that folder. */
export const goneTofu = (home: string): Promise<void> => until('no tofu applies', () => applying(home).length === 0)

/** Resolves when the file is there. */
export const there = (path: string): Promise<void> => until(`${path} is there`, () => existsSync(path))

/** A place that takes next to nothing. */
export type FullDisk = {
  readonly path: string
  /** What the system says of a write to it. */
  readonly said: RegExp
  /** What a program is started with, so that it is so for it. */
  readonly wrap: ReadonlyArray<string>
  readonly close: () => void
}

/**
 * A file system in memory with one page, which is taken; where this user may not mount one, a folder, and a limit of
 * `atMost` blocks of 512 bytes to whatever file the program writes.
 */
export const fullDisk = (path: string, atMost: number): FullDisk => {
  mkdirSync(path)
  const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4k,mode=700', 'tmpfs', path]).status === 0
  if (mounted) writeFileSync(join(path, 'taken'), 'x'.repeat(4096))
  return {
    path,
    said: mounted ? /no space left on device/i : /file too large/i,
    wrap: mounted ? [] : ['/bin/sh', '-c', `ulimit -f ${atMost}; exec "$@"`, 'sh'],
    close: () => void (mounted && execFileSync('/bin/umount', [path]))
  }
}
