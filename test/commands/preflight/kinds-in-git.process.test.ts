import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, bareEnvironment, inGitProject } from './git-project.ts'
import { look, page, path, reviewed, source, stack, text } from './reviewed-project.ts'
import { refusals } from './staging-subject.ts'

const test = suite('a thing of another kind in git, and the lines that end it')

const lock = 'out/staging-eu/.terraform.lock.hcl'

const linked = (project: GitProject, at: string, to: string): void => {
  fs.rmSync(project.at(at), { recursive: true, force: true })
  fs.symlinkSync(to, project.at(at))
  project.commit(at)
}

const remade = (project: GitProject, at: string, words: string): void => {
  fs.rmSync(project.at(at), { recursive: true, force: true })
  project.write(at, words)
}

type Case = readonly [rule: string, plant: (project: GitProject) => void, byHand: (project: GitProject) => void]

/** What was committed, the rule that refuses it, and what a person does by hand beside the lines. */
const cases: Readonly<Record<string, Case>> = {
  'a link in the place of the lock file': [
    'lock-file-committed',
    (project) => linked(project, lock, '/etc/passwd'),
    (project) => fs.rmSync(project.at(lock), { force: true })
  ],
  'a link in the place of the emitted file': [
    'file-committed',
    (project) => linked(project, path, '/etc/passwd'),
    (project) => remade(project, path, text)
  ],
  'a folder in the place of the page': [
    'file-committed',
    (project) => {
      fs.rmSync(project.at(page.path))
      project.write(`${page.path}/x`, '')
      project.commit(page.path)
    },
    (project) => remade(project, page.path, page.text)
  ],
  'a link in the place of the folder of all stacks': [
    'source-committed',
    (project) => {
      fs.renameSync(project.at('stacks'), project.at('realstacks'))
      fs.symlinkSync('realstacks', project.at('stacks'))
      project.git('add', '-A', '.')
      project.git('commit', '-q', '-m', 'y')
    },
    (project) => {
      fs.rmSync(project.at('stacks'))
      project.write(source, stack)
    }
  ],
  'a link in the place of the folder that the stack emits into': [
    'file-committed',
    (project) => {
      fs.renameSync(project.at('out/staging-eu'), project.at('elsewhere'))
      fs.symlinkSync('../elsewhere', project.at('out/staging-eu'))
      project.git('add', '-A', '.')
      project.git('commit', '-q', '-m', 'y')
    },
    (project) => {
      fs.rmSync(project.at('out/staging-eu'))
      project.write(path, text)
      project.write(page.path, page.text)
    }
  ]
}

const typed = ({ root }: GitProject, line: string): void => {
  const names = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL']
  const env = {
    ...bareEnvironment,
    ...Object.fromEntries(names.map((name) => [name, 'a@b.c'])),
    GIT_EDITOR: 'echo reviewed >',
    GIT_CONFIG_NOSYSTEM: '1'
  }
  execFileSync('sh', ['-e', '-c', line], { cwd: root, env, stdio: 'pipe' })
}

/** The first refusal of a rule, and the line of git that it ends in. */
const told = async (project: GitProject, rule: string): Promise<string | undefined> => {
  const found = (await look(project)).find((finding) => finding.rule === rule && finding.outcome === 'failed')
  if (found?.outcome !== 'failed') return undefined
  const line = /: (git [^:]+)$/.exec(found.remedy.split('; or ')[0] ?? '')?.[1]
  assert.ok(line !== undefined, found.remedy)
  return line
}

for (const [what, [rule, plant, byHand]] of Object.entries(cases))
  test(`${what}: each line that ${rule} prints works, and no more than three end it`, () =>
    inGitProject(async (project) => {
      reviewed(project)
      plant(project)
      assert.ok(refusals(await look(project)).includes(rule), refusals(await look(project)).join())
      byHand(project)
      let count = 0
      for (let line = await told(project, rule); line !== undefined; line = await told(project, rule)) {
        count += 1
        assert.ok(count <= 3, line)
        typed(project, line)
      }
      assert.ok(count > 0)
      assert.not.ok(refusals(await look(project)).includes(rule))
    }))

test('a pipe in the place of the emitted file is moved away first, since emit leaves it alone', () =>
  inGitProject(async (project) => {
    reviewed(project)
    fs.rmSync(project.at(path))
    execFileSync('mkfifo', [project.at(path)])
    const found = (await look(project)).find(({ rule, outcome }) => rule === 'file-as-emitted' && outcome === 'failed')
    assert.ok(found?.outcome === 'failed')
    assert.is(
      found.remedy,
      `Move ${path} away or make it readable, since emit leaves it alone. Then emit it: npm run emit -- ${source}`
    )
  }))

test.run()
