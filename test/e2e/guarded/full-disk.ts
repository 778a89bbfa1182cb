import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

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
