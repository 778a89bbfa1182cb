import { spawnSync } from 'node:child_process'
import { existsSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emptyClone } from './support/newcomer.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const sample = readFileSync(join(project, 'test/project/stacks/staging-eu.ts'), 'utf8')

/** The sample stack of the tests with other names in it. */
const stackWith = (changes: ReadonlyArray<readonly [from: string, to: string]>): string =>
  changes.reduce((text, [from, to]) => text.replaceAll(from, to), sample)

/** The first things that a person adds: another region, another environment, another account. */
const added: Readonly<Record<string, string>> = {
  'development-eu.ts': stackWith([
    ['111122223333', '777788889999'],
    ['staging', 'development'],
    ['Staging', 'Development']
  ]),
  'development-west.ts': stackWith([
    ['111122223333', '777788889999'],
    ['staging', 'development'],
    ['StagingEu', 'DevelopmentWest'],
    ['Staging', 'Development'],
    ['-eu-', '-west-'],
    ['/eu/', '/west/'],
    ["logical: 'eu', aws: 'eu-central-1'", "logical: 'west', aws: 'eu-west-1'"]
  ]),
  'training-eu.ts': stackWith([
    ['111122223333', '777788889999'],
    ['staging', 'training'],
    ['Staging', 'Training']
  ])
}

/** A copy of this project with these stacks in it, emitted by its own `npm run emit`. */
const inCopy = (stacks: Readonly<Record<string, string>>, keep: boolean, use: (copy: string) => void): void => {
  const copy = emptyClone()
  try {
    const own = ['stacks', 'out'].filter((name) => keep && existsSync(join(project, name)))
    for (const name of own) cpSync(join(project, name), join(copy, name), { recursive: true })
    if (Object.keys(stacks).length > 0) {
      mkdirSync(join(copy, 'stacks'), { recursive: true })
      for (const [name, text] of Object.entries(stacks)) writeFileSync(join(copy, 'stacks', name), text)
      npm(copy, 'run', '-s', 'emit')
    }
    use(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** What npm says in a copy; it must succeed. */
const npm = (copy: string, ...args: ReadonlyArray<string>): string => {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: copy, encoding: 'utf8' })
  assert.is(status, 0, `${stdout}${stderr}`)
  return stdout
}

const emittedIn = (copy: string): ReadonlyArray<string> => readdirSync(join(copy, 'out')).toSorted()

/** Lets the tests of the stacks judge a copy; gives the titles that they have there. */
const judged = (copy: string): string => npm(copy, 'test', '--', 'stacks.test')

const test = suite('the tests of stacks, with other stacks')

test('three more stacks are emitted, one of them a second region of an account, and every test of stacks holds', () =>
  inCopy(added, true, (copy) => {
    const names = Object.keys(added).map((name) => name.replace(/\.ts$/, ''))
    assert.equal(
      emittedIn(copy).filter((name) => names.includes(name)),
      names.toSorted()
    )
    assert.match(judged(copy), / 0 failed, 0 skipped/)
  }))

test('so does it where they are the only ones', () =>
  inCopy(added, false, (copy) => {
    assert.equal(emittedIn(copy).length, 3)
    assert.match(judged(copy), / 0 failed, 0 skipped/)
  }))

test('and where there is none', () => inCopy({}, false, (copy) => assert.match(judged(copy), / 0 failed, 0 skipped/)))

/** How code reaches the project's own stacks, or what they emit. */
const READS = /(?:URL\(|from |import\()['"`](?:\.\.\/)+(?:stacks|out)\b/

/** The names that a file has for the root of the checkout. */
const ROOT = /const (\w+) = fileURLToPath\(new URL\('(?:\.\.\/)*\.\.\/?', import\.meta\.url\)\)/g

/** Whether code reads the project's own stacks: by a path, or below a name for the root that is not a folder of tests. */
const readsStacks = (code: string): boolean =>
  READS.test(code) ||
  [...code.matchAll(ROOT)].some(([, root = '']) =>
    new RegExp(`(?:\\$\\{${root}\\}/?|join\\(${root}, ['"\`])(?:stacks|out)\\b`).test(code)
  )

test('a file that reads them by a name for the root is seen, and one that reads the stacks of the tests is not', () => {
  const root = "const root = fileURLToPath(new URL('../../', import.meta.url))\n"
  for (const reads of ['read(`${root}stacks/a.ts`)', "read(join(root, 'out/a'))", 'list(`${root}stacks`)'])
    assert.ok(readsStacks(root + reads), reads)
  assert.not.ok(readsStacks(`${root}read(\`\${root}test/project/stacks/a.ts\`)`))
})

test('no other test reads the stacks of this project, so each test holds with any stacks', () => {
  const folder = join(project, 'test')
  const readers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !['stacks.test.ts', 'stacks-added.process.test.ts'].includes(name))
    .flatMap((name) => (readsStacks(readFileSync(join(folder, name), 'utf8')) ? [name] : []))
  assert.equal(readers, [])
})

test.run()
