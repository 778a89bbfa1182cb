import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, bareEnvironment, inGitProject } from '../git-project.ts'
import { look, page, path, reviewed, script, source, stack, text } from '../reviewed-project.ts'
import { refusals } from '../staging-subject.ts'

const test = suite('the reviewed file')

const bytesId = (project: GitProject, bytes: string): string => {
  project.write('evil', bytes)
  return project.git('hash-object', '-w', 'evil').trim()
}

test('passes, and names the commit', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    const findings = await look(project)
    assert.equal(refusals(findings), [])
    assert.equal(
      findings.map(({ rule }) => rule),
      [
        ...['file-as-emitted', 'file-as-emitted', 'file-committed', 'file-committed'],
        ...['lock-file-committed', 'neighbours-committed', 'one-project', 'source-committed']
      ]
    )
    for (const finding of findings.slice(2, 4))
      assert.is(finding.actual, `in the commit ${project.git('rev-parse', 'HEAD').trim()}`)
  })
})

test('passes in a project that is a folder of its repository', async () => {
  await inGitProject(async (project) => {
    project.git('init', '-q')
    project.write(`inner/${source}`, stack)
    project.write(`inner/${path}`, text)
    project.write(`inner/${page.path}`, page.text)
    project.commit('inner')
    assert.equal(refusals(await look({ ...project, root: project.at('inner') })), [])
  })
})

type Case = readonly [change: (project: GitProject) => void, ids: ReadonlyArray<string>]

/** What is done to a reviewed project, and what then refuses. */
const refused: Readonly<Record<string, Case>> = {
  'an emitted file that was edited': [({ write }) => write(path, `${text} `), ['file-as-emitted', 'file-committed']],
  'an emitted file that was edited and committed': [
    ({ write, commit }) => {
      write(path, text.replace('encrypt', 'encrypy'))
      commit(path)
    },
    ['file-as-emitted']
  ],
  'an emitted file that is not there': [({ at }) => fs.rmSync(at(path)), ['file-as-emitted', 'file-committed']],
  'a link to the same bytes': [
    ({ at, write }) => {
      write('elsewhere', text)
      fs.rmSync(at(path))
      fs.symlinkSync(at('elsewhere'), at(path))
    },
    ['file-as-emitted', 'file-committed']
  ],
  'a link on the way to the file': [
    ({ at }) => {
      fs.renameSync(at('out'), at('moved'))
      fs.symlinkSync(at('moved'), at('out'))
    },
    ['file-as-emitted', 'file-as-emitted', 'file-committed', 'file-committed']
  ],
  'a named pipe in place of the file': [
    ({ at, git }) => {
      fs.rmSync(at(path))
      git('-c', `alias.fifo=!mkfifo '${at(path)}'`, 'fifo')
    },
    ['file-as-emitted', 'file-committed']
  ],
  'a link of the same bytes that is committed in its place': [
    (project) => {
      const id = bytesId(project, text)
      project.git('update-index', '--cacheinfo', `120000,${id},${path}`)
      project.git('commit', '-q', '-m', 'x')
    },
    ['file-committed']
  ],
  'a file that was never committed': [
    ({ git }) => {
      git('rm', '-q', '--cached', path)
      git('commit', '-q', '-m', 'x')
    },
    ['file-committed']
  ],
  'a file that git ignores': [
    ({ git, write, commit }) => {
      git('rm', '-q', '--cached', path)
      write('.gitignore', 'out/\n')
      commit('.gitignore')
    },
    ['file-committed']
  ],
  'another file in the commit': [
    ({ write, commit, git }) => {
      write(path, 'other')
      commit(path)
      write(path, text)
      git('add', path)
    },
    ['file-committed', 'file-staged']
  ],
  'a staged change that is not on disk': [
    ({ write, git }) => {
      write(path, 'other')
      git('add', path)
      write(path, text)
    },
    ['file-staged']
  ],
  'a removal that is staged': [({ git }) => git('rm', '-q', '--cached', path), ['file-staged']],
  'a merge in conflict': [
    (project) => {
      const id = bytesId(project, 'other')
      const lines = [1, 2, 3].map((stage) => `100644 ${id} ${stage}\t${path}`).join('\n')
      project.write('lines', `0 ${'0'.repeat(40)}\t${path}\n${lines}\n`)
      project.git('-c', `alias.conflict=!git update-index --index-info < lines`, 'conflict')
    },
    ['file-staged']
  ],
  'a source that was edited': [({ write }) => write(source, 'other'), ['source-committed']],
  'a source that is not committed': [
    ({ git }) => {
      git('rm', '-q', '--cached', source)
      git('commit', '-q', '-m', 'x')
    },
    ['source-committed']
  ],
  'a source with a staged change': [
    ({ write, git }) => {
      write(source, 'other')
      git('add', source)
      write(source, stack)
    },
    ['source-staged']
  ],
  'a repository without a commit': [
    ({ at, git }) => {
      fs.rmSync(at('.git'), { recursive: true })
      git('init', '-q')
    },
    ['repository']
  ],
  'no repository': [({ at }) => fs.rmSync(at('.git'), { recursive: true }), ['repository']]
}

/** The page for reviewers is judged like the file itself: what is approved by it is what it says. */
const pageRefused: Readonly<Record<string, Case>> = {
  'a page that was edited': [
    ({ write }) => write(page.path, page.text.replace('1 hour', '2 hours')),
    ['file-as-emitted', 'file-committed']
  ],
  'a page that was edited and committed': [
    ({ write, commit }) => {
      write(page.path, page.text.replace('1 hour', '2 hours'))
      commit(page.path)
    },
    ['file-as-emitted']
  ],
  'a page that is not there': [({ at }) => fs.rmSync(at(page.path)), ['file-as-emitted', 'file-committed']],
  'a page that was never committed': [
    ({ git }) => {
      git('rm', '-q', '--cached', page.path)
      git('commit', '-q', '-m', 'x')
    },
    ['file-committed']
  ],
  'a page that is a link to the same text': [
    ({ at, write }) => {
      write('elsewhere', page.text)
      fs.rmSync(at(page.path))
      fs.symlinkSync(at('elsewhere'), at(page.path))
    },
    ['file-as-emitted', 'file-committed']
  ],
  'a page with a staged change': [
    ({ write, git }) => {
      write(page.path, 'other')
      git('add', page.path)
      write(page.path, page.text)
    },
    ['file-staged']
  ]
}
for (const [what, [change, ids]] of Object.entries({ ...refused, ...pageRefused }))
  test(`refuses ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      change(project)
      assert.equal(refusals(await look(project)), ids)
    })
  })

const shared = ['stacks/shared/names.ts', 'stacks/shared/tags.ts']

/** What is done to the second of two files that a reviewed stack imports, and what then refuses. */
const sharedRefused: Readonly<Record<string, Case>> = {
  'is as committed': [() => undefined, []],
  'was edited': [({ write }) => write('stacks/shared/tags.ts', 'other'), ['source-committed']],
  'is not there': [({ at }) => fs.rmSync(at('stacks/shared/tags.ts')), ['source-committed']],
  'was never committed': [
    ({ git }) => {
      git('rm', '-q', '--cached', 'stacks/shared/tags.ts')
      git('commit', '-q', '-m', 'x')
    },
    ['source-committed']
  ],
  'has a staged change': [
    ({ write, git }) => {
      write('stacks/shared/tags.ts', 'other')
      git('add', 'stacks/shared/tags.ts')
      write('stacks/shared/tags.ts', stack)
    },
    ['source-staged']
  ]
}
for (const [what, [change, ids]] of Object.entries(sharedRefused))
  test(`judges a stack one of whose imports ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      for (const file of shared) project.write(file, stack)
      project.commit(...shared)
      change(project)
      const findings = await look(project, bareEnvironment, 10_000, shared)
      assert.equal(refusals(findings), ids)
      assert.equal(
        findings
          .filter(({ outcome }) => outcome === 'failed')
          .map(({ expected }) => expected.includes(shared[1] ?? '')),
        ids.map(() => true)
      )
    })
  })

test('a remedy about a file whose name a shell would take apart restores that file, typed as it stands', async () => {
  const odd = "stacks/shared/o'ne $(touch taken) name.ts"
  await inGitProject(async (project) => {
    reviewed(project)
    project.write(odd, stack)
    project.commit(odd)
    project.write(odd, 'other')
    const [finding] = (await look(project, bareEnvironment, 10_000, [odd])).filter(
      ({ outcome }) => outcome === 'failed'
    )
    const command = /git restore .*$/.exec(finding?.outcome === 'failed' ? finding.remedy : '')?.[0] ?? ''
    execFileSync('sh', ['-c', command], { cwd: project.root })
    assert.equal(refusals(await look(project, bareEnvironment, 10_000, [odd])), [])
    assert.not.ok(fs.existsSync(project.at('taken')))
  })
})

const lock = 'out/staging-eu/.terraform.lock.hcl'

/** What is done to a lock file that was committed, and what then refuses a plan; before init nothing of it does. */
const lockRefused: Readonly<Record<string, Case>> = {
  'is as committed': [() => undefined, []],
  'was changed after its review': [({ write }) => write(lock, 'other'), ['lock-file-committed']],
  'was removed': [({ at }) => fs.rmSync(at(lock)), ['lock-file-committed']],
  'has a staged change': [
    ({ write, git }) => {
      write(lock, 'other')
      git('add', lock)
      write(lock, stack)
    },
    ['lock-file-staged']
  ],
  'is in no commit any more, as on day 0': [
    ({ git }) => {
      git('rm', '-q', '--cached', lock)
      git('commit', '-q', '-m', 'x')
    },
    []
  ]
}
for (const [what, [change, ids]] of Object.entries(lockRefused))
  test(`judges a stack whose lock file ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      project.write(lock, stack)
      project.commit(lock)
      change(project)
      assert.equal(refusals(await look(project)), ids)
      assert.equal(refusals(await look(project, bareEnvironment, 10_000, [], 'before init')), [])
    })
  })

/** Changes of which `git status` knows nothing. */
const hidden: Readonly<Record<string, (project: GitProject) => void>> = {
  'assume-unchanged': ({ git, write }) => {
    git('update-index', '--assume-unchanged', source)
    write(source, 'other')
  },
  'skip-worktree': ({ git, write }) => {
    git('update-index', '--skip-worktree', source)
    write(source, 'other')
  },
  'a filter that cleans': ({ git, write, commit }) => {
    git('config', 'filter.hide.clean', `printf 'export default 1\\n'`)
    write('.gitattributes', 'stacks/*.ts filter=hide\n')
    commit('.gitattributes')
    write(source, 'other, and longer')
  },
  'line ends that git converts': ({ git, write }) => {
    git('config', 'core.autocrlf', 'true')
    write(source, stack.replaceAll('\n', '\r\n'))
    git('add', source)
  },
  'an object that is replaced': (project) => {
    const id = project.git('rev-parse', `HEAD:${source}`).trim()
    project.git('replace', id, bytesId(project, 'other'))
    fs.rmSync(project.at('evil'))
    project.git('update-index', '--assume-unchanged', source)
    project.write(source, 'other')
  }
}
for (const [what, change] of Object.entries(hidden))
  test(`sees through ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      change(project)
      assert.is(project.git('status', '--porcelain'), '')
      assert.equal(refusals(await look(project)), ['source-committed'])
    })
  })

test('follows no variable of git to another repository', async () => {
  await inGitProject(async (good) => {
    reviewed(good)
    await inGitProject(async (project) => {
      reviewed(project)
      project.git('rm', '-q', '--cached', path, source)
      project.git('commit', '-q', '-m', 'x')
      const variables = {
        ...bareEnvironment,
        GIT_DIR: good.at('.git'),
        GIT_INDEX_FILE: good.at('.git/index'),
        GIT_OBJECT_DIRECTORY: good.at('.git/objects'),
        GIT_WORK_TREE: project.root
      }
      assert.equal(refusals(await look(project, variables)), ['file-committed', 'source-committed'])
    })
  })
})

test('runs no program that the repository names', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    const program = script(project, 'program', `touch '${project.at('was-run')}'`)
    for (const name of ['core.fsmonitor', 'core.pager', 'core.sshCommand', 'core.editor'])
      project.git('config', name, program)
    assert.equal(refusals(await look(project)), [])
    assert.not.ok(fs.existsSync(project.at('was-run')))
  })
})

const broken: Readonly<Record<string, readonly [script: string, cause: RegExp]>> = {
  'a git that does not end': ['exec sleep 20', /no answer within 0\.4 seconds/],
  'a git that says something else': ['echo hello', /an answer that git does not document/],
  'a git that fails': ['echo "fatal: detected dubious ownership" >&2; exit 128', /dubious ownership/]
}
for (const [what, [lines, cause]] of Object.entries(broken))
  test(`refuses ${what}`, async () => {
    await inGitProject(async (project) => {
      reviewed(project)
      await inGitProject(async (outside) => {
        script(outside, 'git', lines)
        const findings = await look(project, { PATH: `${outside.root}:/usr/bin:/bin` }, 400)
        assert.equal(refusals(findings), ['repository'])
        assert.match(findings.find(({ rule }) => rule === 'repository')?.actual ?? '', cause)
      })
    })
  })

test('refuses where there is no git', async () => {
  await inGitProject(async (project) => {
    reviewed(project)
    const findings = await look(project, { PATH: join(project.root, 'nothing') })
    assert.equal(refusals(findings), ['repository'])
    assert.match(findings.find(({ rule }) => rule === 'repository')?.actual ?? '', 'the PATH names no git')
  })
})

test.run()
