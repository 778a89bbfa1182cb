import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { registry } from '../../src/registry/registry.ts'
import { type Checkout, inCheckout } from '../support/checkout.ts'
import { line6 } from '../support/provider-line-6.ts'

const test = suite('the guide to line 6 of the provider, walked as it stands')

const PROOF = 'checked against its schema, not run'
const guide = fs.readFileSync(new URL('../../docs/operator/provider-6.md', import.meta.url), 'utf8')

/** The fences of a language in the guide, without the indent of the list that they stand in. */
const fences = (language: string): ReadonlyArray<string> =>
  [...guide.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm'))].map(
    ([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), '')
  )

const [versions = '', ...otherVersions] = fences('ts')
const [emitAndCommit = '', bindAndCommit = '', ...otherLines] = fences('sh')

const STACK = 'stacks/staging-eu.ts'
const FILE = 'out/staging-eu/main.tf.json'
const LOCK = 'out/staging-eu/.terraform.lock.hcl'

type Walk = Checkout & {
  readonly read: (path: string) => string
  readonly edit: (path: string, from: string | RegExp, to: string) => void
  readonly git: (...args: ReadonlyArray<string>) => string
  /** Types lines into a shell in the checkout: how it ended, and all that it said. */
  readonly type: (lines: string) => { readonly code: number; readonly said: string }
  /** The home of the person who types. */
  readonly home: string
}

/** A checkout with its stacks committed, and the lock file that init of 5.100.0 left. */
const walking = (use: (walk: Walk) => Promise<void>): Promise<void> =>
  inCheckout(async (checkout) => {
    const { at, cache } = checkout
    const home = join(cache, '../home')
    fs.mkdirSync(home, { mode: 0o700 })
    fs.mkdirSync(join(home, 't'), { mode: 0o700 })
    const env = {
      PATH: process.env['PATH'],
      HOME: home,
      TMPDIR: join(home, 't'),
      XDG_CACHE_HOME: cache,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'an author',
      GIT_AUTHOR_EMAIL: 'author@example.com',
      GIT_COMMITTER_NAME: 'an author',
      GIT_COMMITTER_EMAIL: 'author@example.com'
    }
    const run = (program: string, args: ReadonlyArray<string>): string =>
      execFileSync(program, args, { cwd: at('.'), env, encoding: 'utf8', stdio: 'pipe' })
    const git = (...args: ReadonlyArray<string>): string => run('git', args)
    const read = (path: string): string => fs.readFileSync(at(path), 'utf8')
    const edit: Walk['edit'] = (path, from, to) => {
      const before = read(path)
      const after = before.replace(from, () => to)
      assert.is.not(after, before, path)
      fs.writeFileSync(at(path), after)
    }
    const type: Walk['type'] = (lines) => {
      try {
        return { code: 0, said: run('bash', ['--noprofile', '--norc', '-e', '-c', `exec 2>&1\n${lines}`]) }
      } catch (error) {
        const { status, stdout } = error as { readonly status: number; readonly stdout: string }
        return { code: status, said: stdout }
      }
    }
    fs.cpSync(new URL('../commands/preflight/checks/samples/lock-file.sample', import.meta.url), at(LOCK))
    git('init', '-q', '-b', 'main')
    git('add', '-f', 'stacks', 'out')
    git('commit', '-q', '-m', 'As it stands with 5.100.0')
    await use({ ...checkout, home, read, edit, git, type })
  })

const moved = ({ edit }: Walk): void => edit(STACK, /versions: \{[^}]*\}/, versions.trim())

test('the guide has one declaration, and the lines of its steps', () => {
  assert.equal([otherVersions, otherLines], [[], []])
  assert.match(versions, `acceptedProof: '${PROOF}'`)
  assert.match(emitAndCommit, 'git rm out/staging-eu/.terraform.lock.hcl')
  assert.match(bindAndCommit, 'npm run tofu -- staging-eu init')
})

test('the change of the guide: valid, one line of the emitted file, and one change in the review', () =>
  walking(async (walk) => {
    const { git, type, read, run } = walk
    moved(walk)
    const done = type(emitAndCommit)
    assert.is(done.code, 0, done.said)
    assert.equal((await run('emit', ['--check', '--json'])).code, 0)
    const changed = git('diff', '--unified=0', 'HEAD~1', '--', FILE)
      .split('\n')
      .filter((line) => /^[+-] /.test(line))
      .map((line) => line.trim().replaceAll(/ +/g, ' '))
    assert.equal(changed, ['- "version": "5.100.0"', '+ "version": "6.66.0"'])
    const files = git('diff', '--name-only', 'HEAD~1').trim().split('\n')
    assert.equal(files.toSorted(), [LOCK, FILE, 'out/staging-eu/REVIEW.md', STACK].toSorted())
    assert.match(read('out/staging-eu/REVIEW.md'), PROOF)
    const review = JSON.parse((await run('review', ['HEAD~1', '--json'])).stdout)
    assert.equal(
      [review.stacks, review.widens, review.changes.length],
      [[{ stack: 'staging-eu', what: 'changed' }], false, 1]
    )
    assert.match(review.changes[0].sentence, '6.66.0')
  }))

test('preflight, status, --version and the evidence say how well the release is known', () =>
  walking(async (walk) => {
    const { type, run, home } = walk
    moved(walk)
    assert.is(type(emitAndCommit).code, 0)
    const env = { HOME: home, TMPDIR: join(home, 't'), NODE_OPTIONS: process.env['NODE_OPTIONS'] }
    const preflight = await run('preflight', ['staging-eu'], { env })
    assert.match(preflight.stdout + preflight.stderr, `AWS provider 6.66.0: ${PROOF}`)
    assert.equal(JSON.parse((await run('preflight', ['staging-eu', '--json'], { env })).stdout).declared.provider, {
      version: '6.66.0',
      proof: PROOF
    })
    assert.match((await run('status', [], { env })).stdout, `1 stack with the AWS provider 6.66.0, ${PROOF}`)
    assert.match((await run('--version', [])).stdout, `accepted  AWS provider 6.66.0: ${PROOF}`)
    const refused = await run('tofu', ['staging-eu', 'init'], { env })
    assert.is(refused.code, 1)
    const folder = join(home, '.local/state/zenthea-foundation/evidence/staging-eu')
    const [document = '', ...others] = fs.readdirSync(folder)
    assert.equal(others, [])
    const { declared } = JSON.parse(fs.readFileSync(join(folder, document), 'utf8'))
    assert.equal(declared.provider, { version: '6.66.0', proof: PROOF })
  }))

/** Another way to write a part of the stack: as the resources that it makes, with a region of their own. */
const written =
  (part: 'stateBucket' | 'lockTable', instead: string) =>
  ({ edit }: Walk): void => {
    edit(STACK, 'import { lockTable }', "import { resource } from 'zenthea-foundation/block'\nimport { lockTable }")
    edit(STACK, new RegExp(`    ${part}\\(\\{[\\s\\S]*?\\n    \\}\\)`), `    ${instead}`)
  }

const otherRegion = "region: 'us-east-1'"

/** What an author may leave out or add on the way, and the rule that refuses it. */
const slips: Readonly<Record<string, readonly [rule: string, slip: (walk: Walk) => void]>> = {
  'without the field that accepts it': [
    'provider-proof-accepted',
    ({ edit }) => edit(STACK, /,\s*acceptedProof: '[^']*'/, '')
  ],
  'with the field and the old release': ['provider-proof-accepted', ({ edit }) => edit(STACK, "'6.66.0'", "'5.100.0'")],
  'with other words in the field': ['provider-proof-accepted', ({ edit }) => edit(STACK, `'${PROOF}'`, "'yes'")],
  'with a release of line 6 that is not known': [
    'provider-version-known',
    ({ edit }) => edit(STACK, "'6.66.0'", "'6.0.0'")
  ],
  'with a region of its own in the bucket': [
    'resource-region',
    written(
      'stateBucket',
      `resource('aws_s3_bucket', 'state', { bucket: 'zenthea-staging-eu-tfstate', ${otherRegion} })`
    )
  ],
  'with a region of its own in the lock table': [
    'resource-region',
    written(
      'lockTable',
      `resource('aws_dynamodb_table', 'lock', { name: 'zenthea-staging-eu-tflock', ${otherRegion} })`
    )
  ],
  'with a region of its own in the versioning': [
    'resource-region',
    written('stateBucket', `resource('aws_s3_bucket_versioning', 'state', { bucket: 'x', ${otherRegion} })`)
  ]
}

for (const [how, [rule, slip]] of Object.entries(slips))
  test(`${how} the same change is refused`, () =>
    walking(async (walk) => {
      moved(walk)
      slip(walk)
      const { code, stdout } = await walk.run('emit', ['staging-eu', '--json'])
      assert.is(code, 1)
      const rules = JSON.parse(stdout).problems.map((problem: { readonly rule: string }) => problem.rule)
      assert.ok(rules.includes(rule), stdout)
    }))

test('what the guide says of line 6 is in the attributes that are known of it', () => {
  const rows = (guide.split('## What line 6 changes')[1] ?? '').split('\n## ')[0] ?? ''
  for (const [type, name] of [
    ['aws_s3_bucket', 'region'],
    ['aws_s3_bucket', 'bucket_namespace'],
    ['aws_dynamodb_table', 'warm_throughput'],
    ['provider.aws', 'endpoints']
  ] as const) {
    assert.match(rows, `\`${name}\``)
    const { attributes = {}, block_types: blocks = {} } = line6(type) ?? {}
    assert.ok(name in attributes || name in blocks, `${type} has ${name}`)
  }
  for (const type of ['aws_iam_role', 'aws_iam_policy', 'data.aws_caller_identity'])
    assert.not.ok('region' in (line6(type)?.attributes ?? {}), type)
  for (const [, rule = ''] of rows.matchAll(/\(`([a-z-]+)`\)/g))
    assert.ok(
      registry.some((entry) => entry.rule === rule),
      rule
    )
})

test('a bound 6.66.0 is refused as the guide says it, until its hashes are known', () =>
  walking(async (walk) => {
    const { edit, run, home } = walk
    moved(walk)
    edit(LOCK, /version( +)= "5.100.0"/, 'version = "6.66.0"')
    const { stdout } = await run('preflight', ['staging-eu', '--json'], {
      env: { HOME: home, TMPDIR: join(home, 't'), NODE_OPTIONS: process.env['NODE_OPTIONS'] }
    })
    assert.match(guide, 'refuse with `provider-released`')
    assert.match(stdout, '"id": "provider-released"')
  }))

test('the lines that bind the provider stop at init where it is refused, and commit nothing', () =>
  walking(async (walk) => {
    moved(walk)
    assert.is(walk.type(emitAndCommit).code, 0)
    const { code, said } = walk.type(bindAndCommit)
    assert.is.not(code, 0)
    assert.match(said, /refused/)
    assert.is(walk.git('log', '-1', '--format=%s').trim(), 'Move staging-eu to the AWS provider 6.66.0')
  }))

test.run()
