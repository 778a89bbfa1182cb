import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { provingPorts } from '../../../src/commands/proving-ports.ts'
import { prove } from '../../../src/commands/guard/prove.ts'
import { type GitProject, bareEnvironment, inGitProject } from './git-project.ts'
import { evaluatedIn, look, path, reviewed, script, source, stack } from './reviewed-project.ts'
import { refusals, stagingIn } from './staging-subject.ts'

const test = suite('the checkout around a reviewed file')

type Case = readonly [change: (project: GitProject) => void, ids: ReadonlyArray<string>, actual: RegExp]

/** What is done to a neighbour that was committed, what then refuses, and what is said. */
const neighbourRefused: Readonly<Record<string, Case>> = {
  'is as committed': [() => undefined, [], /^so they are: 2$/],
  'is left out by a sparse checkout': [
    ({ git }) => git('sparse-checkout', 'set', '--no-cone', '/*', '!/stacks/production-eu.ts'),
    ['neighbours-committed'],
    /^stacks\/production-eu\.ts is not on the disk$/
  ],
  'was removed by hand': [
    ({ at }) => fs.rmSync(at('stacks/production-eu.ts')),
    ['neighbours-committed'],
    /^stacks\/production-eu\.ts is not on the disk$/
  ],
  'was edited': [
    ({ write }) => write('stacks/production-eu.ts', 'other'),
    ['neighbours-committed'],
    /^stacks\/production-eu\.ts has local changes$/
  ],
  'imports a file that was edited': [
    ({ write }) => write('stacks/shared/names.ts', 'other'),
    ['neighbours-committed'],
    /^stacks\/shared\/names\.ts has local changes$/
  ],
  'is a link to the same bytes': [
    ({ at, write }) => {
      write('elsewhere', stack)
      fs.rmSync(at('stacks/production-eu.ts'))
      fs.symlinkSync(at('elsewhere'), at('stacks/production-eu.ts'))
    },
    ['neighbours-committed'],
    /cannot be read: it leads out of stacks\/$/
  ],
  'is committed as a submodule': [
    ({ git }) => {
      git('update-index', '--add', '--cacheinfo', `160000,${'a'.repeat(40)},stacks/more`)
      git('commit', '-q', '-m', 'x')
    },
    ['neighbours-committed'],
    /not a regular file \(its mode is 160000\)/
  ],
  'was committed as removed': [
    ({ git }) => {
      git('rm', '-q', '-r', 'stacks/production-eu.ts', 'stacks/shared')
      git('commit', '-q', '-m', 'x')
    },
    [],
    /^stacks\/ holds this file alone$/
  ]
}
for (const [what, [change, ids, actual]] of Object.entries(neighbourRefused))
  test(`judges a stack whose neighbour ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      for (const file of ['stacks/production-eu.ts', 'stacks/shared/names.ts']) project.write(file, stack)
      project.commit('stacks')
      change(project)
      const findings = await look(project)
      assert.equal(refusals(findings), ids)
      assert.match(findings.find(({ rule }) => rule === 'neighbours-committed')?.actual ?? '', actual)
    })
  })

const others = ['stacks/shared/names.ts', 'stacks/production-eu.ts']

/** The stack, a file that it imports and a neighbour: what refuses where it was not as committed when it was evaluated. */
const swapped = {
  [source]: 'source-committed',
  [others[0] ?? '']: 'source-committed',
  [others[1] ?? '']: 'neighbours-committed'
}
for (const [file, id] of Object.entries(swapped))
  test(`judges ${file} as it was evaluated, even if the file has changed when git is asked`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      for (const other of others) project.write(other, stack)
      project.commit('stacks')
      const asCommitted = evaluatedIn(project.root)
      project.write(file, 'export default 2\n')
      const asSwapped = evaluatedIn(project.root)
      const lookAt = (read: typeof asSwapped) =>
        look(project, bareEnvironment, 10_000, others.slice(0, 1), 'before plan', read)
      assert.equal(refusals(await lookAt(asCommitted)), [])
      project.write(file, stack)
      assert.equal(refusals(await lookAt(asSwapped)), [id])
    })
  })

for (const file of [source, ...others])
  test(`refuses ${file} where it was changed after the first proof of the guard`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      for (const other of others) project.write(other, stack)
      project.commit('stacks')
      const subject = { ...stagingIn(project.root), imports: others.slice(0, 1), read: evaluatedIn(project.root) }
      const ports = {
        ...provingPorts(bareEnvironment, new URL('file:///nonexistent'), []),
        keep: () => () => undefined
      }
      const proof = prove(subject, ports, () => () => undefined)
      const refusedIn = async (turn: 'first' | 'again') =>
        (await proof('apply', turn)()).results.flatMap((result) =>
          result.check === 'reviewed-file' && result._tag !== 'NotRun' ? refusals(result.findings) : []
        )
      assert.equal(await refusedIn('first'), [])
      assert.equal(await refusedIn('again'), [])
      project.write(file, 'export default 2\n')
      assert.equal(await refusedIn('again'), [swapped[file]])
      fs.rmSync(project.at(file))
      assert.equal(await refusedIn('again'), [swapped[file]])
    })
  })

test('says of line ends that git wrote what they are, and the way out leads back to green', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    project.write('stacks/production-eu.ts', stack)
    project.commit('stacks')
    project.git('config', 'core.autocrlf', 'true')
    for (const file of [path, source, 'stacks/production-eu.ts']) {
      fs.rmSync(project.at(file))
      project.git('restore', file)
    }
    const findings = (await look(project)).filter(({ outcome }) => outcome === 'failed')
    assert.equal(
      findings.map(({ rule }) => rule),
      ['file-as-emitted', 'file-committed', 'neighbours-committed', 'source-committed']
    )
    for (const finding of findings) {
      assert.match(finding.actual, 'has a carriage return before its line feeds (CRLF)')
      const [, command = ''] = /^[^:]+: (git config .+)$/.exec('remedy' in finding ? finding.remedy : '') ?? []
      project.git('-c', `alias.way-out=!${command}`, 'way-out')
    }
    assert.equal(refusals(await look(project)), [])
  })
})

/** As the specification of Git LFS shows one. */
const LFS_POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`

test('says of a pointer of Git LFS what it is, on the disk and in the commit', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    const emitted = fs.readFileSync(project.at(path), 'utf8')
    const told = async () =>
      (await look(project)).flatMap((finding) => (finding.outcome === 'failed' ? [[finding.rule, finding.actual]] : []))
    const actual = `a pointer of Git LFS in the place of ${path}`
    project.write(path, LFS_POINTER)
    assert.equal((await told())[0], ['file-as-emitted', actual])
    project.commit(path)
    assert.equal((await told())[0], ['file-as-emitted', actual])
    project.write(path, emitted)
    assert.equal(await told(), [['file-committed', actual]])
    project.commit(path)
    assert.equal(await told(), [])
  })
})

test('does not take a carriage return elsewhere for a line end', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    project.write(source, stack.replace('1', '\r1'))
    const [finding] = (await look(project)).filter(({ outcome }) => outcome === 'failed')
    assert.match(finding?.actual ?? '', 'it has local changes')
  })
})

test("hands on git's own way out of a checkout of another user", async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    await inGitProject(async (outside) => {
      // What git 2.39 writes there, word for word.
      const said = [
        "fatal: detected dubious ownership in repository at '/srv/it'",
        'To add an exception for this directory, call:',
        '',
        '\tgit config --global --add safe.directory /srv/it'
      ]
      outside.write('said', said.join('\n'))
      script(outside, 'git', `cat '${outside.at('said')}' >&2; exit 128`)
      const findings = await look(project, { PATH: `${outside.root}:/usr/bin:/bin` })
      assert.equal(refusals(findings), ['repository'])
      const remedy = findings.map((finding) => ('remedy' in finding ? finding.remedy : '')).join('\n')
      assert.match(remedy, 'git config --global --add safe.directory /srv/it')
      assert.match(remedy, 'GIT_CONFIG_COUNT')
    })
  })
})

test.run()
