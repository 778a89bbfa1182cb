import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { answersToPlant, consistent } from '../../support/planted-answers.ts'
import { leaks } from '../../support/planted.ts'
import { type PreflightWorld, awsFailure, healthyWorld, preflightIn } from '../../support/preflight-world.ts'

/** A value that may not be told stands in one text of the world at a time: preflight tells it nowhere. */
const test = suite('preflight, what it never tells')

const unread = (path: string) => ({ unread: new Map([[path, 'EIO: i/o error, read']]) })

/** Worlds that differ from the healthy one in something else than AWS. */
const worlds: Readonly<Record<string, Partial<PreflightWorld>>> = {
  'all is as declared': {},
  ...answersToPlant,
  'a call is made again': { retried: [[awsFailure({ call: 'S3 HeadBucket', _tag: 'Throttled' }), 5, 400]] },
  'git fails': { head: E.left({ what: 'git rev-parse HEAD', cause: 'fatal: not a git repository', remedy: 'Do x.' }) },
  'a commit is not whole': { noObjects: { what: 'git ls-tree', cause: 'fatal: bad object', remedy: 'Do x.' } },
  'the commit has two projects': { otherProjects: [{ folder: 'x', stack: 'x.ts' }] },
  'the index differs': { staged: new Map([['out/staging-eu/main.tf.json', ['100644 x']]]) },
  'a file is not read': unread('out/staging-eu/main.tf.json'),
  'the lock file is not read': unread('out/staging-eu/.terraform.lock.hcl'),
  'a stack file is not read': { notEvaluated: new Map([['stacks/production-eu.ts', 'EIO: i/o error']]) },
  'more files are there': { more: [['x.tf', 'regular file']], data: [['x', 'folder']] },
  'tofu is configured': {
    cli: { files: [{ path: '/x/.tofurc', text: 'x = 1' }], missing: '/x', impliedMirrors: ['/x'] }
  },
  'folders are not trusted': { distrusted: [{ path: '/x', why: 'x may write it' }] },
  'other users may change files': { changeable: ['/x'], left: ['x'] },
  'tofu cannot be read': {
    tofu: E.left({ _tag: 'SystemRefused', path: '/x/tofu', code: 'EACCES', message: 'permission denied' })
  },
  'private folders are not private': { folders: E.left({ _tag: 'NotPrivate', path: '/x', why: 'x may read it' }) },
  'variables are set': {
    variables: {
      ...healthyWorld().variables,
      ...{ AWS_PROFILE: 'x', AWS_REGION: 'x', AWS_ROLE_SESSION_NAME: 'x', AWS_ENDPOINT_URL: 'https://x.example' },
      ...{ TF_CLI_ARGS: 'x', TF_VAR_x: 'x', HTTPS_PROXY: 'http://x.example:3128', AWS_SDK_UA_APP_ID: 'x' }
    }
  }
}

/** The files are the author's own and reviewed, so that they stand in no world alone. */
const live = ({ files: _files, committed: _committed, evaluated: _evaluated, ...rest }: PreflightWorld) => rest

const run = async (data: unknown, at: string, argv: ReadonlyArray<string>): Promise<string> => {
  const world: PreflightWorld = { ...healthyWorld(), ...(data as Partial<PreflightWorld>) }
  const { out, err } = await preflightIn(at.startsWith('.state') ? consistent(world) : world, argv)
  return out + err
}

for (const [what, more] of Object.entries(worlds))
  test(`where ${what}`, async () => {
    const data = what === 'all is as declared' ? live(healthyWorld()) : more
    assert.equal(await leaks(data, [[], ['--json']], run), [])
  })

test.run()
