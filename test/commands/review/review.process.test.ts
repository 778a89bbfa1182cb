import * as fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type GitProject, inBranch, names } from '../../support/review-project.ts'
import { notSaid, toldIn } from '../../support/told-in-documents.ts'
import { reviewSchema } from '../../support/review-schema.ts'

const contractor = `'arn:aws:iam::111122223333:role/ZentheaStagingPlanner', 'arn:aws:iam::111122223333:role/Contractor'`
const trustMore = ({ edit }: GitProject): void =>
  edit('stacks/staging-eu.ts', `'arn:aws:iam::111122223333:role/ZentheaStagingPlanner'`, contractor)

const test = suite('review, as a process')

test('nothing changed: 0, and says so', () =>
  inBranch(async ({ review, git }) => {
    const id = git('rev-parse', 'HEAD').slice(0, 12)
    const { code, stdout, stderr } = await review()
    assert.equal([code, stderr], [0, ''])
    assert.is(stdout, `where this branch left main (${id}) → the working tree\nnone of 2 stacks changes\n`)
  }))

test('one more trusted role: 3, in the words that a reviewer wants, from the working tree and between commits', () =>
  inBranch(async (project) => {
    trustMore(project)
    await project.emit([])
    const { code, stdout, stderr } = await project.review()
    assert.equal([code, stderr], [3, ''])
    const entry = [
      'WIDENS     arn:aws:iam::111122223333:role/Contractor may now become the automation role',
      '           in staging-eu',
      '           the bootstrap principal applies it: updated in place (J.7.0 §7)',
      ''
    ].join('\n')
    assert.match(stdout, /\n1 of 2 stacks changes: 1 widens\n\n/)
    assert.ok(stdout.endsWith(entry), stdout)
    project.git('commit', '-q', '-a', '-m', 'y')
    const between = await project.review('main', 'change')
    assert.is(between.code, 3)
    assert.match(between.stdout, entry)
    const back = await project.review('change', 'main')
    assert.equal([back.code, back.stdout.includes('NARROWS    arn:aws:iam::111122223333:role/Contractor')], [0, true])
    for (const stack of ['stacks/production-eu.ts', 'production-eu', 'stacks/prod*']) {
      const other = await project.review('main', stack)
      assert.equal([other.code, other.stdout.includes('none of 1 stack changes')], [0, true], other.stderr)
    }
  }))

test('the same change in both stacks is one entry', () =>
  inBranch(async ({ edit, emit, review }) => {
    for (const name of names) edit(`stacks/${name}.ts`, 'sessionHours: 1', 'sessionHours: 12')
    await emit([])
    const { code, stdout } = await review('--json')
    const document = JSON.parse(stdout)
    assert.equal(reviewSchema(document), [])
    assert.equal([code, document.exitCode, document.changes.length], [3, 3, 1])
    assert.is(document.changes[0].sentence, 'a session of the operator role may last 12 hours instead of 1 hour')
    assert.equal(document.changes[0].stacks, ['production-eu', 'staging-eu'])
  }))

test('a stack that was changed and not emitted is refused: only an emitted file can be reviewed', () =>
  inBranch(async (project) => {
    trustMore(project)
    const { code, stdout, stderr } = await project.review()
    assert.equal([code, stdout], [1, ''])
    assert.match(stderr, 'review: refused, 2 problems; nothing was compared\n')
    assert.match(stderr, 'out/staging-eu/main.tf.json\n  actual    it is not what the stacks emit: differs\n')
    const json = await project.review('--json')
    assert.equal([json.code, json.stderr, reviewSchema(JSON.parse(json.stdout))], [1, '', []])
  }))

test('an emitted file that was edited by hand is refused too, and compared where it was committed', () =>
  inBranch(async ({ edit, review, git }) => {
    edit('out/staging-eu/main.tf.json', '"max_session_duration": 3600', '"max_session_duration": 7200')
    assert.is((await review()).code, 1)
    git('commit', '-q', '-a', '-m', 'y')
    const { code, stdout } = await review('main', 'HEAD')
    assert.is(code, 3)
    assert.match(stdout, 'WIDENS     a session of the automation role may last 2 hours instead of 1 hour\n')
    assert.match(stdout, 'whether the stacks of HEAD emit these files is not judged here')
  }))

test('a new stack widens, and one that is gone may', () =>
  inBranch(async ({ at, git, review }) => {
    fs.rmSync(at('stacks/production-eu.ts'))
    fs.rmSync(at('out/production-eu'), { recursive: true })
    const gone = await review('stacks/production-eu.ts')
    assert.equal([gone.code, /MAY WIDEN {2}the stack is gone: /.test(gone.stdout)], [3, true])
    git('add', '-A')
    git('commit', '-q', '-m', 'y')
    const fresh = await review('HEAD', 'main')
    assert.is(fresh.code, 3)
    assert.match(fresh.stdout, /WIDENS {5}the stack is new: /)
    assert.match(
      fresh.stdout,
      'arn:aws:iam::444455556666:role/ZentheaProductionPlanner may now become the automation role'
    )
    assert.not.match(fresh.stdout, 'boundary')
  }))

test('commits of older layouts: says so, and compares the files that were emitted', () =>
  inBranch(async ({ git, review, edit }) => {
    git('rm', '-q', '--cached', 'out/staging-eu/REVIEW.md', 'out/production-eu/REVIEW.md')
    git('rm', '-q', '-r', '--cached', 'stacks')
    git('commit', '-q', '-m', 'older')
    edit('out/staging-eu/main.tf.json', '"max_session_duration": 3600', '"max_session_duration": 7200')
    git('commit', '-q', 'out/staging-eu/main.tf.json', '-m', 'old')
    const { code, stdout } = await review('HEAD~1', 'HEAD')
    assert.is(code, 3)
    assert.match(
      stdout,
      'HEAD~1 is of an older layout, without REVIEW.md; only the emitted files count, and they are compared'
    )
    git('rm', '-q', '-r', '--cached', 'out')
    git('commit', '-q', '-m', 'nothing')
    assert.match((await review('HEAD', 'main')).stdout, 'HEAD has no emitted file of these stacks')
  }))

type Case = readonly [act: (project: GitProject) => ReadonlyArray<string>, code: number, words: RegExp]

const refused: Readonly<Record<string, Case>> = {
  'a commit that nobody has': [
    () => ['nope'],
    1,
    /the commit 'nope'\n {2}actual {4}this clone has none of that name\n/
  ],
  'no main branch': [
    ({ git }) => {
      git('branch', '-q', '-D', 'main')
      return []
    },
    1,
    /none of these branches exists: origin\/main, main[^]*npm run review -- COMMIT/
  ],
  'a branch that has nothing in common': [
    ({ git }) => {
      git('checkout', '-q', '--orphan', 'alone')
      git('commit', '-q', '-m', 'y')
      return []
    },
    1,
    /HEAD and the main branch have no commit in common here/
  ],
  'a link in the place of an emitted file': [
    ({ at, git }) => {
      fs.rmSync(at('out/staging-eu/main.tf.json'))
      fs.symlinkSync('../production-eu/main.tf.json', at('out/staging-eu/main.tf.json'))
      git('commit', '-q', '-a', '-m', 'y')
      return ['main', 'HEAD']
    },
    1,
    /out\/staging-eu\/main\.tf\.json\n {2}actual {4}what is committed there is not a regular file/
  ],
  'a key that stands twice': [
    ({ edit, git }) => {
      edit('out/staging-eu/main.tf.json', '"encrypt": true,', '"encrypt": true, "encrypt": false,')
      git('commit', '-q', '-a', '-m', 'y')
      return ['main', 'HEAD']
    },
    1,
    /it is not JSON that means one thing/
  ],
  'a stack that neither side has': [
    () => ['main', 'HEAD', 'stacks/nowhere-eu.ts'],
    2,
    /stacks\/nowhere-eu\.ts does not exist/
  ],
  'a pattern that no stack has': [() => ['main', 'HEAD', 'stacks/x*.ts'], 2, /stacks\/x\*\.ts does not exist/],
  'three commits': [() => ['a', 'b', 'c'], 2, /at most two commits/],
  'an option that is none': [() => ['--markdwon'], 2, /Unknown option '--markdwon'/],
  'two forms at once': [() => ['--json', '--markdown'], 2, /choose one of/]
}
for (const [what, [act, expected, words]] of Object.entries(refused))
  test(`${what}: ${expected}`, () =>
    inBranch(async (project) => {
      const { code, stdout, stderr } = await project.review(...act(project))
      assert.equal([code, stdout], [expected, ''])
      assert.match(stderr, words)
      assert.not.match(stderr, project.root)
    }))

test('the page for reviewers shows what is printed, from the edit to the approval', () =>
  inBranch(async (project) => {
    trustMore(project)
    const { git, emit, review } = project
    const emitted = await emit(['staging-eu'])
    const diff = git('diff', '--unified=0', 'out/staging-eu/REVIEW.md')
    git('commit', '-q', '-a', '-m', 'Let the contractor plan')
    const since = await review()
    const between = await review('main', 'HEAD')
    assert.equal([emitted.code, since.code, between.code], [0, 3, 3])
    const told = toldIn({ document: 'reviewer.md', section: 'From edit to approval' })
    const printed: Readonly<Record<string, string>> = {
      'npm run emit -- staging-eu': emitted.stdout,
      'git diff --unified=0 out/staging-eu/REVIEW.md': diff,
      "git commit -q -a -m 'Let the contractor plan'": '',
      'npm run review': since.stdout,
      'npm run review -- main HEAD': between.stdout
    }
    assert.equal(
      told.map(({ command }) => command),
      Object.keys(printed)
    )
    for (const one of told) assert.equal(notSaid([one], printed[one.command] ?? ''), [], one.command)
  }))

test('--html writes one whole page beside what is printed, and says where it cannot', () =>
  inBranch(async (project) => {
    trustMore(project)
    await project.emit([])
    const { code, stdout } = await project.review('--html', 'page.html')
    assert.equal([code, /WIDENS/.test(stdout)], [3, true])
    assert.match(
      project.read('page.html'),
      /^<!doctype html>\n[^]*role\/Contractor may now become the automation role[^]*<\/html>\n$/
    )
    assert.not.match(project.read('page.html'), /<script|<link|https?:/)
    const nowhere = await project.review('--html', 'nowhere/page.html')
    assert.is(nowhere.code, 1)
    assert.is(
      nowhere.stderr,
      [
        'review: nowhere/page.html cannot be written: ENOENT: no such file or directory',
        '  to do     Correct what the system says, or name another file: --html FILE',
        'What this means and why: npm run explain -- system-refused\n'
      ].join('\n')
    )
    assert.equal(
      project.names('.').filter((name) => name.endsWith('.tmp')),
      []
    )
  }))

test('nothing of git or the working tree is changed', () =>
  inBranch(async (project) => {
    trustMore(project)
    await project.emit([])
    const before = project.git('status', '--porcelain=v2', '--branch')
    await project.review()
    await project.review('main', 'HEAD', '--markdown')
    assert.is(project.git('status', '--porcelain=v2', '--branch'), before)
  }))

test.run()
