import { commitId } from '../../support/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { gitRepository } from '../../../src/outside/git/repository.ts'
import type { Head } from '../../../src/outside/git/repository.port.ts'
import { type GitProject, bareEnvironment, inGitProject } from '../../commands/preflight/git-project.ts'
import { forgeLoose, forgePacked, looseAt, rawOf, stored } from './forge.ts'

const test = suite('the repository')

const path = 'stacks/staging-eu.ts'
const reviewed = 'export default 1\n'
const other = 'export default 2\n'

const withCommit = (project: GitProject, format = 'sha1'): void => {
  project.git('init', '-q', `--object-format=${format}`)
  project.write(path, reviewed)
  project.write('stacks/shared/tags.ts', 'tags')
  project.write('stacks/README.md', 'no stack')
  project.write('elsewhere/a.ts', 'no stack either')
  project.commit('.')
}

const repositoryWith = (variables: Readonly<Record<string, string | undefined>>) =>
  gitRepository({ variables, patienceMillis: 10_000 })
const repository = repositoryWith(bareEnvironment)

const idAt = (project: GitProject, name: string): string => project.git('rev-parse', name).trim()

/** What is read of the stack: its text, or why nothing. */
const read = async (project: GitProject, using = repository): Promise<string> => {
  const head = await using.head(project.root)()
  if (E.isLeft(head)) return `head: ${head.left.cause}`
  const found = await using.committed(project.root, head.right, path)()
  if (E.isLeft(found)) return found.left.cause
  return O.isNone(found.right) ? 'none' : Buffer.from(found.right.value.bytes).toString('utf8')
}

const headOf = async (project: GitProject): Promise<Head> => {
  const head = await repository.head(project.root)()
  if (E.isLeft(head)) throw new Error(head.left.cause)
  return head.right
}

for (const format of ['sha1', 'sha256'])
  test(`gives what a commit has, of the format ${format}`, async () => {
    await inGitProject(async (project) => {
      withCommit(project, format)
      assert.is(await read(project), reviewed)
      const head = await headOf(project)
      assert.equal(head, { commit: idAt(project, 'HEAD'), folder: '' })
      const found = await repository.committed(project.root, head, path)()
      const staged = await repository.staged(project.root, path)()
      assert.is(
        E.isRight(found) && O.isSome(found.right) && found.right.value.entry,
        E.isRight(staged) && staged.right[0]
      )
    })
  })

test('reads what is packed, and what another repository lends', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    project.git('gc', '-q')
    assert.not(fs.existsSync(looseAt(project.at('.git/objects'), idAt(project, `HEAD:${path}`))))
    assert.is(await read(project), reviewed)
    await inGitProject(async (borrower) => {
      borrower.git('clone', '-q', '--shared', project.root, '.')
      assert.is(await read(borrower), reviewed)
    })
  })
})

type Named = readonly [what: string, name: string, type: 'commit' | 'tree' | 'blob']
const onTheWay: ReadonlyArray<Named> = [
  ['the commit', 'HEAD', 'commit'],
  ['the tree of the commit', 'HEAD^{tree}', 'tree'],
  ['a tree on the way', 'HEAD:stacks', 'tree'],
  ['the file', `HEAD:${path}`, 'blob']
]

/** Bytes that are an object of git's like those, with another file in the end. */
const forgedBytes = (project: GitProject, name: string, type: Named[2]): Buffer => {
  if (type === 'blob') return Buffer.from(other)
  const blob = stored(project, 'blob', Buffer.from(other))
  const inFolder = Buffer.concat([Buffer.from('100644 staging-eu.ts\0'), Buffer.from(blob, 'hex')])
  if (name === 'HEAD:stacks') return inFolder
  const folder = Buffer.concat([Buffer.from('40000 stacks\0'), Buffer.from(stored(project, 'tree', inFolder), 'hex')])
  if (type === 'tree') return folder
  const [, ...rest] = rawOf(project, 'commit', 'HEAD').toString('latin1').split('\n')
  return Buffer.from([`tree ${stored(project, 'tree', folder)}`, ...rest].join('\n'), 'latin1')
}

const ways: Readonly<Record<string, (project: GitProject, id: string, type: string, bytes: Buffer) => void>> = {
  'as a loose object': (project, id, type, bytes) => forgeLoose(project.at('.git/objects'), id, type, bytes),
  'inside of a pack': forgePacked,
  'by an alternate': (project, id, type, bytes) => {
    fs.rmSync(looseAt(project.at('.git/objects'), id))
    forgeLoose(project.at('lent'), id, type, bytes)
    project.write('.git/objects/info/alternates', `${project.at('lent')}\n`)
  }
}
for (const [way, forge] of Object.entries(ways))
  for (const [what, name, type] of onTheWay)
    test(`does not believe ${what} that is forged ${way}`, async () => {
      await inGitProject(async (project) => {
        withCommit(project)
        const id = idAt(project, name)
        const bytes = forgedBytes(project, name, type)
        forge(project, id, type, bytes)
        assert.match(await read(project), /it is not what its id says|hash mismatch/)
      })
    })

test('refuses an object of another type, and a tree in a form that git never writes', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    const blob = idAt(project, `HEAD:${path}`)
    const twice = Buffer.concat(
      [blob, stored(project, 'blob', Buffer.from(other))].flatMap((id) => [
        Buffer.from('100644 staging-eu.ts\0'),
        Buffer.from(id, 'hex')
      ])
    )
    const commitOf = (folder: string): string => {
      const root = Buffer.concat([Buffer.from('40000 stacks\0'), Buffer.from(folder, 'hex')])
      return project.git('commit-tree', '-m', 'x', stored(project, 'tree', root)).trim()
    }
    const at = (commit: string) => repository.committed(project.root, { commit: commitId(commit), folder: '' }, path)()
    const causeAt = async (folder: string): Promise<string> => {
      const found = await at(commitOf(folder))
      return E.isLeft(found) ? found.left.cause : 'nothing'
    }
    assert.match(await causeAt(stored(project, 'tree', twice)), 'it is not a tree that git would write')
    assert.match(await causeAt(blob), 'it is a blob, not a tree')
    const tag = project.git('tag', '-a', '-m', 'x', 'v1').trim() + idAt(project, 'v1')
    const found = await at(tag)
    assert.match(E.isLeft(found) ? found.left.cause : '', 'it is a tag, not a commit')
  })
})

test('replaces, grafts and a shallow history have no say', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    const first = idAt(project, 'HEAD')
    project.write(path, other)
    project.commit(path)
    const second = idAt(project, 'HEAD')
    project.git('reset', '-q', '--hard', first)
    project.git('replace', first, second)
    project.write('.git/info/grafts', `${first} ${second}\n`)
    project.write('.git/shallow', `${first}\n`)
    assert.is(await read(project), reviewed)
  })
})

test('a work tree that is set to another folder is refused', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    project.git('config', 'core.worktree', join(project.root, '..'))
    assert.match(await read(project), /set to another folder|an answer that git does not document/)
  })
})

test('lists every source below stacks/ that the commit has', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    const files = await repository.stackFiles(project.root, await headOf(project))()
    assert.equal(E.isRight(files) && files.right.map((file) => [file.path, Buffer.from(file.bytes).toString('utf8')]), [
      ['stacks/shared/tags.ts', 'tags'],
      [path, reviewed]
    ])
    fs.symlinkSync('/etc', project.at('stacks/linked'))
    project.commit('stacks/linked')
    const linked = await repository.stackFiles(project.root, await headOf(project))()
    assert.match(E.isLeft(linked) ? linked.left.cause : '', 'not a regular file (its mode is 120000)')
  })
})

for (const [folder, where] of [
  ['stacks/inner', 'stacks'],
  ['stacks', 'stacks'],
  ['a/stacks/b/c', 'a/stacks']
] as const)
  test(`stack files: refuses a project in ${folder}, which the commit keeps in the stacks of another`, async () => {
    await inGitProject(async (project) => {
      project.git('init', '-q')
      project.write(`${where}/outer-eu.ts`, 'outer')
      project.write(`${folder}/stacks/inner-eu.ts`, 'inner')
      project.write('stacks-of-us/stacks/a-eu.ts', 'apart')
      project.commit('.')
      // On disk the other project is gone, as a sparse checkout leaves it.
      fs.rmSync(project.at(`${where}/outer-eu.ts`))
      const inner = project.at(folder)
      const found = await repository.stackFiles(inner, await headOf({ ...project, root: inner }))()
      assert.equal(
        found,
        E.left({ what: where, cause: 'it holds the stacks of another project, and this one lies in it' })
      )
      const apart = project.at('stacks-of-us')
      assert.ok(E.isRight(await repository.stackFiles(apart, await headOf({ ...project, root: apart }))()))
    })
  })

for (const folder of ['haystacks/inner', 'my-stacks/inner', 'stacks-of-us/inner', 'Stacks/inner', 'a/stacks2/inner'])
  test(`stack files: takes a project in ${folder}, which is only named like a folder of stacks`, async () => {
    await inGitProject(async (project) => {
      project.git('init', '-q')
      project.write(`${folder}/../tool.ts`, 'a tool')
      project.write(`${folder}/stacks/inner-eu.ts`, 'inner')
      project.commit('.')
      const inner = project.at(folder)
      const found = await repository.stackFiles(inner, await headOf({ ...project, root: inner }))()
      assert.equal(E.isRight(found) && found.right.map((file) => file.path), ['stacks/inner-eu.ts'])
    })
  })

test('stack files: takes a project in a folder stacks that has no stack of another', async () => {
  await inGitProject(async (project) => {
    project.git('init', '-q')
    project.write('stacks/README.md', 'where the teams keep theirs')
    project.write('stacks/inner/stacks/inner-eu.ts', 'inner')
    project.commit('.')
    const inner = project.at('stacks/inner')
    assert.ok(E.isRight(await repository.stackFiles(inner, await headOf({ ...project, root: inner }))()))
  })
})

const planted = (folder: string): string => {
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(join(folder, 'git'), `#!/bin/sh\ntouch '${join(folder, 'was-run')}'\nexec /usr/bin/git "$@"\n`)
  fs.chmodSync(join(folder, 'git'), 0o755)
  return join(folder, 'was-run')
}

/** PATHs by which a git of the checkout would be found, in the order of a shell. */
const paths: Readonly<Record<string, (root: string) => string>> = {
  'an empty element': () => ':/usr/bin:/bin',
  'an empty element at the end': () => '/nonexistent:',
  'a dot': () => '.:/usr/bin:/bin',
  'a relative folder': () => 'node_modules/.bin:/usr/bin:/bin',
  'a folder of the checkout': (root) => `${root}:/usr/bin:/bin`,
  'the folder that npm puts first': (root) => `${join(root, 'node_modules/.bin')}:/usr/bin:/bin`,
  'the checkout by another way': (root) => `${join(root, 'stacks/..')}:/usr/bin:/bin`
}
for (const [what, pathOf] of Object.entries(paths))
  test(`runs no git of the checkout by ${what} in PATH`, async () => {
    await inGitProject(async (project) => {
      withCommit(project)
      const canaries = [project.root, project.at('node_modules/.bin')].map(planted)
      const before = process.cwd()
      process.chdir(project.root)
      try {
        await read(project, repositoryWith({ ...bareEnvironment, PATH: pathOf(project.root) }))
      } finally {
        process.chdir(before)
      }
      assert.equal(
        canaries.filter((canary) => fs.existsSync(canary)),
        []
      )
    })
  })

test('runs no program of a work tree of which the project is a folder', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    const inner = project.at('inner')
    fs.mkdirSync(inner)
    const canaries = ['tools', 'node_modules/.bin'].map((folder) => planted(project.at(folder)))
    const PATH = [project.at('tools'), project.at('node_modules/.bin'), '/usr/bin', '/bin'].join(':')
    assert.ok(E.isRight(await repositoryWith({ ...bareEnvironment, PATH }).head(inner)()))
    for (const canary of canaries) assert.not(fs.existsSync(canary))
  })
})

/** Settings of git in a folder that a person's variables name. */
const homes: Readonly<Record<string, (root: string) => Readonly<Record<string, string>>>> = {
  HOME: (root) => {
    fs.renameSync(join(root, 'git/config'), join(root, '.gitconfig'))
    return { HOME: root }
  },
  XDG_CONFIG_HOME: (root) => ({ XDG_CONFIG_HOME: root })
}
for (const [name, variablesOf] of Object.entries(homes))
  test(`writes no trace that the settings below ${name} ask for`, async () => {
    await inGitProject(async (project) => {
      withCommit(project)
      const canary = project.at('trace')
      const targets = ['normal', 'perf', 'event'].map((kind) => `\t${kind}Target = ${canary}\n`)
      project.write('home/git/config', `[trace2]\n${targets.join('')}`)
      const variables = variablesOf(project.at('home'))
      execFileSync('git', ['--version'], { env: { ...bareEnvironment, ...variables } })
      assert.ok(fs.existsSync(canary), 'git itself writes it')
      fs.rmSync(canary)
      await read(project, repositoryWith({ ...bareEnvironment, ...variables }))
      assert.not(fs.existsSync(canary))
    })
  })

test('fetches no object that is missing, by any helper that the remote names', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    const id = project.git('rev-parse', 'HEAD^{tree}').trim()
    fs.rmSync(project.at(`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`))
    const canary = project.at('was-fetched')
    await inGitProject(async (outside) => {
      for (const name of ['none', '', 'ext', 'file', 'x'])
        outside.write(`bin/git-remote-${name}`, `#!/bin/sh\ntouch '${canary}'\n`)
      for (const name of fs.readdirSync(outside.at('bin'))) fs.chmodSync(outside.at(`bin/${name}`), 0o755)
      const config = fs.readFileSync(project.at('.git/config'), 'utf8').replace(/version = 0/, 'version = 1')
      const PATH = `${outside.at('bin')}:/usr/bin:/bin`
      for (const url of ['none::x', '::x', 'ext::touch x', `file://${project.root}`, project.root, 'x::x']) {
        const remote = `[remote "origin"]\n\turl = ${url}\n\tpromisor = true\n\tpartialclonefilter = blob:none\n`
        fs.writeFileSync(project.at('.git/config'), `${config}[extensions]\n\tpartialClone = origin\n${remote}`)
        assert.match(await read(project, repositoryWith({ ...bareEnvironment, PATH })), 'does not have it')
        assert.not(fs.existsSync(canary), url)
      }
    })
  })
})

test('runs no git that others can change', async () => {
  await inGitProject(async (project) => {
    withCommit(project)
    await inGitProject(async (outside) => {
      const canary = planted(outside.at('bin'))
      fs.chmodSync(outside.at('bin'), 0o777)
      const using = repositoryWith({ ...bareEnvironment, PATH: `${outside.at('bin')}:/usr/bin` })
      assert.match(await read(project, using), 'can be changed by others')
      assert.not(fs.existsSync(canary))
    })
  })
})

test.run()
