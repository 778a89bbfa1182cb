import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Uses a project with this many complete stacks, each the one of this repository in an account and environment of its own. */
export const withStacks = <A>(repository: string, count: number, use: (project: string) => A): A => {
  const project = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-bench-'))
  try {
    writeFileSync(join(project, 'package.json'), '{ "name": "bench", "private": true, "type": "module" }\n')
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(repository, join(project, 'node_modules/zenthea-foundation'), 'dir')
    mkdirSync(join(project, 'stacks'))
    const source = readFileSync(join(repository, 'test/project/stacks/staging-eu.ts'), 'utf8')
    const account = /account: '(\d{12})'/.exec(source)?.[1]
    if (account === undefined) throw new Error('the sample stack declares no account')
    for (let index = 0; index < count; index++) {
      const environment = `bench${index}`
      const text = source
        .replaceAll(account, `7${String(31_415_926_535 + 7919 * index)}`)
        .replaceAll('staging', environment)
        .replaceAll('Staging', `Bench${index}`)
      writeFileSync(join(project, `stacks/${environment}-eu.ts`), text)
    }
    return use(project)
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
