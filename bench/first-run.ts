import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Program, medians } from './measure.ts'
import { ratio } from './verdicts.ts'

/** What the first run after `npm ci` takes, which builds the program, beside a later one: in a copy of this checkout. */
export const firstRun = (repository: string, rounds: number): void => {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-first-'))
  try {
    for (const path of ['bin', 'src', 'stacks', 'out', 'package.json', 'package-lock.json'])
      cpSync(join(repository, path), join(root, path), { recursive: true })
    symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'), 'dir')
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const later: Program = { args: (scripts['emit'] ?? '').split(' ').slice(1), cwd: root }
    const first = { ...later, before: () => rmSync(join(root, '.build'), { recursive: true, force: true }) }
    const of = medians({ first, later }, rounds)
    ratio('first run after npm ci', of('first'), 3, 'a later run', of('later'))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
