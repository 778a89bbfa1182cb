import { digest } from './support/kinds.ts'
import type { AbsolutePath } from '../src/diagnostics/kinds.ts'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailureRemedy } from '../src/backend/aws-failure-text.ts'
import { j70 } from '../src/charter/j-7-0.ts'
import { placesIn } from '../src/caller/shared-places.ts'
import { lockFileDiagnostics } from '../src/commands/preflight/checks/directory/lock-file.ts'
import { judgeBinary } from '../src/commands/preflight/foreseen/judge-foreseen.ts'
import { classify } from '../src/outside/aws/classify.ts'
import type { TofuBinary } from '../src/outside/tofu/tofu.port.ts'

const test = suite('what users of this field met')

/** Where a case is tested: the file below test/, and words of the test that is about it. */
type Held = readonly [file: string, ...words: ReadonlyArray<string>]

const checks = 'commands/preflight/checks/'

/**
 * Each situation that public reports of this field and four kinds of user met, with the tests that hold the right outcome.
 * A case and its siblings stand in the named test, mostly in a table.
 */
const cases: Readonly<Record<string, Held>> = {
  'a test folder beside the configuration is read by init': [
    `${checks}working-directory.process.test.ts`,
    "'a.tftest.hcl'",
    "'a.tofutest.json'",
    "'tests/a.tftest.hcl'"
  ],
  'the path of the bootstrap role is not the declared one': [
    'wire/seed/whole-arn.test.ts',
    'sets nothing that locks it out'
  ],
  'a calling role is told as AWS named it': ['caller/seen-role.test.ts', 'follows the answer of AWS'],
  'a checkout in a folder with signs of an address': [
    'outside/stack/evaluator-one-reading.process.test.ts',
    "'a%20b', 'a#b', 'a?b'"
  ],
  'the lock table is under a key of a person': [
    'wire/preflight/backend.test.ts',
    "'table-encryption-key'",
    'arn:aws:kms:eu-central-1:444455556666'
  ],
  'a neighbour is committed and not on the disk': [
    'commands/preflight/reviewed-checkout.process.test.ts',
    'is left out by a sparse checkout'
  ],
  'a refusal makes no folder in the home of another': [
    'outside/private/plan-store.test.ts',
    'a refusal leaves nothing behind'
  ],
  'line ends of Windows': [
    'commands/preflight/reviewed-checkout.process.test.ts',
    'the way out leads back to green',
    'does not take a carriage return elsewhere'
  ],
  'a credential process that fails': ['caller/shell.process.test.ts', 'no-such-program-here', 'exit 3', 'kill -9'],
  'a checkout of another user': [
    'commands/preflight/reviewed-checkout.process.test.ts',
    "hands on git's own way out",
    'safe.directory'
  ],
  'an account that is not ready': [
    'backend/aws-failure-text.test.ts',
    "'NotSignedUp'",
    "'SubscriptionRequiredException'",
    "'OptInRequired'"
  ],
  'a region that is off, or a token of the global endpoint': [
    'backend/aws-failure-text.test.ts',
    "'RegionDisabledException'",
    "'InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidToken'"
  ],
  'a lifecycle rule that only aborts uploads': [
    'wire/preflight/backend.test.ts',
    "'aborts uploads'",
    "'aborts uploads and ends what is stored'",
    "'ends older versions'"
  ],
  'a proxy with a user and a password': ['caller/environment.test.ts', 'names the way through a proxy with a password'],
  'a proxy without a scheme': ['caller/environment.test.ts', "'proxy.example:3128'", 'socks5://'],
  'a lock file with the hashes of one platform': ['registry/lines-to-type.test.ts', 'providers lock'],
  'a tag that an organisation adds': [
    'wire/seed/existing.test.ts',
    'a tag that an organisation adds beside the declared ones'
  ],
  'a role that was made again: a unique id in the trust': ['access/known-hard.test.ts', "'AROAEXAMPLEEXAMPLE123'"],
  'keys of a helper beside a profile': [
    'caller/environment.test.ts',
    "'keys and a profile'",
    "'keys and a container'",
    "'another default region'"
  ],
  'a cache of plugins': [`${checks}environment/cli-configuration.test.ts`, "'a cache of plugins'"],
  'a lock item without Info': ['wire/preflight/state.test.ts', "'without Info'", "'with an Info that is no JSON'"],
  'a state that is gone while its digest is there': [
    'wire/preflight/state.test.ts',
    "'a digest without an object'",
    "'an object without a digest'"
  ],
  'encryption by the customer, blocked in a bucket': ['plan/line-6.test.ts', "['SSE-C']"],
  'authorities that only Node reads': ['caller/environment.test.ts', "'authorities that only Node reads'"],
  'a clock that is wrong': ['wire/preflight/state.test.ts', "'the clock is wrong'", 'RequestTimeTooSkewed'],
  'two people at once': ['commands/guard/plan-and-apply.test.ts', 'also by two runs at the same time'],
  'a project in a folder of a larger repository': [
    `${checks}reviewed-file.process.test.ts`,
    'a folder of its repository'
  ],
  'stray files beside the emitted one': [
    `${checks}working-directory.process.test.ts`,
    "'.DS_Store'",
    "'main.tf.json~'"
  ],
  'the bucket policy drifts': ['e2e/handover.test.ts', 'drift is shown statement by statement'],
  'the account owner changes': [
    'e2e/handover.test.ts',
    'the second step before the first is refused to everybody',
    'the first step is applied by the old owner alone',
    'the second step is applied by the new owner alone'
  ],
  'a file that lies in Git LFS': [
    'commands/preflight/reviewed-checkout.process.test.ts',
    'says of a pointer of Git LFS what it is'
  ],
  'an answer to a call of tofu itself that is lost or bad': [
    'e2e/guard-struck.test.ts',
    'the lock is released, and the answer is lost',
    'the state is answered by a 307 alone',
    'the session ends at the tags of the table'
  ],
  'a source_profile that leads nowhere': ['caller/profile-chain.test.ts', "'lost behind another'", "'into a circle'"],
  'a sign-in whose line names the profile alone': [
    'caller/shell.process.test.ts',
    'names the profile and nothing beside it'
  ],
  'a third stack': ['stacks-added.process.test.ts', 'every test of stacks holds'],
  'a key that is written twice': ['stack/slips.ts', "'a key twice'"],
  'flags that npm keeps': ['command-line/npm-flags.test.ts', 'npm_config_dry_run'],
  'no npm ci': ['program/refused.process.test.ts', 'without node_modules every command says what to do'],
  'every clause has what defends it': ['registry/registry.test.ts', 'every sentence is defended or says why not'],
  'the governing documents are here': ['charter/phases.test.ts', 'is one of a governing document'],
  'a stack retires': ['retired-stack.test.ts', 'what meets a removed stack leads to the page'],
  'a lost table': ['wire/preflight/recovery.test.ts', 'a lost table is made again by the line of table-known'],
  'a lost table is one finding': ['wire/preflight/seen.test.ts', 'is one finding with one way out'],
  'the version, asked for with two dashes': ['command-line/version.process.test.ts', "'--version'"],
  'a probe that waited is not robbed': [
    `${checks}lock-works.test.ts`,
    'with up to two seconds a call and clocks ten minutes off'
  ],
  'an answer to a lock that is lost': ['commands/guard/own-lock.test.ts', 'the way out goes through it'],
  'one host for the lock table': ['caller/environment.test.ts', 'AWS_ACCOUNT_ID_ENDPOINT_MODE'],
  'a bucket of a seed that was cut off': [
    'wire/seed/existing.test.ts',
    'has no tags, where this account made it',
    'without tags, ${what}'
  ],
  'a guardrail of Control Tower denies a setting': ['backend/aws-failure-causes.test.ts', 'aws-cdk#11664'],
  'no policy of the organisation allows a table': [
    'backend/aws-failure-causes.test.ts',
    'landing-zone-accelerator#705'
  ],
  'a session policy that leaves out a tag': [
    'backend/aws-failure-causes.test.ts',
    'a tag that no session policy allows'
  ],
  'no right to ask for the key of the table': [
    'backend/aws-failure-causes.test.ts',
    'the right to ask for the key of a table'
  ],
  'a lock table under a key of another owner': ['backend/aws-failure-causes.test.ts', 'terraform-provider-aws#29811'],
  'a state under a key that its writer alone has': [
    'backend/aws-failure-causes.test.ts',
    'an object under a key that its writer alone has'
  ],
  'a policy that S3 takes for a public one': [
    'backend/aws-failure-causes.test.ts',
    'a policy that S3 takes for a public one'
  ],
  'a region that is off, met at the creation of a bucket': ['backend/aws-failure-causes.test.ts', 'aws-cdk#8131'],
  'all access disabled by AWS, under its other code': [
    'backend/aws-failure-causes.test.ts',
    'all access is disabled, as S3 also codes it'
  ],
  'too many changes of tables at once': ['backend/aws-failure-causes.test.ts', 'too many changes of tables at once'],
  'a session that ends in the middle of a run': [
    'backend/aws-failure-causes.test.ts',
    'a session that ends in the middle of a run'
  ],
  'a request rate that S3 takes for too high': [
    'backend/aws-failure-causes.test.ts',
    'a request rate that S3 takes for too high'
  ],
  'the name of a bucket that was deleted an hour ago': ['backend/aws-failure-causes.test.ts', 'aws-cli#2593'],
  'a VPN that was closed: no DNS': ['backend/aws-failure-causes.test.ts', 'no DNS, as after a VPN was closed'],
  'a machine with IPv6 alone': ['backend/aws-failure-causes.test.ts', 'ignition#1340'],
  'a proxy that does not run': ['backend/aws-failure-causes.test.ts', 'a proxy that does not run'],
  'a proxy that is named with https and speaks no TLS': [
    'backend/aws-failure-causes.test.ts',
    'a proxy that speaks no TLS, named with https'
  ],
  'no more files may be opened': ['backend/aws-failure-causes.test.ts', 'no more files may be opened'],
  'a HEAD that S3 refuses without words': ['e2e/typed-lines.test.ts', 'a refusal of S3 without words'],
  'a proxy that blocks with a page': ['wire/preflight/foreign-page.test.ts', "'a page that forbids'"],
  'a network that wants a sign-in first': ['wire/preflight/foreign-page.test.ts', "'a passing way to a portal'"],
  'a page that says not found, where a bucket is asked for': [
    'wire/preflight/foreign-page.test.ts',
    "'a page that was not found'"
  ],
  'a corporate laptop with four variables for its authorities': [
    'caller/network-path.test.ts',
    'are one finding, with one option to copy'
  ],
  'a partial clone': ['commands/preflight/git-lines.process.test.ts', 'where a partial clone lacks what HEAD has'],
  'a clone of one branch, as a job has it': [
    'commands/review/bases.process.test.ts',
    'a clone of one branch alone has no main branch'
  ],
  'a shallow clone': ['commands/review/bases.process.test.ts', 'a shallow clone has no commit in common'],
  'an edit that is staged': ['commands/preflight/git-lines.process.test.ts', "'the stack is edited and staged'"],
  'a stack that is removed, and its removal staged': [
    'commands/preflight/git-lines.process.test.ts',
    "its removal is staged'"
  ],
  'a reviewed page that is gone from the disk': [
    'commands/preflight/git-lines.process.test.ts',
    "'the page is removed from the disk'"
  ],
  'MFA delete on the bucket': ['wire/preflight/setting-lines.test.ts', 'the root user alone turns it off'],
  'an archived table that is protected from deletion': [
    'wire/preflight/table-lines.test.ts',
    'protected from deletion'
  ],
  'a table whose key is disabled': ['wire/preflight/table-lines.test.ts', 'a table under a key that went'],
  'a state whose key waits for its deletion': ['wire/preflight/table-lines.test.ts', 'PendingDeletion'],
  'ten variables of a direnv': ['caller/unset-lines.test.ts', 'one line unsets all of them'],
  'a checkout with the umask of a group': [
    'outside/files/chmod-lines.process.test.ts',
    'several files that others can change are one finding'
  ],
  'a role chain that asks for two hours': ['wire/credentials.test.ts', '99designs/aws-vault#263'],
  'a cache of plugins of another user': ['commands/preflight/checkout-screens.test.ts', "TF_PLUGIN_CACHE_DIR: 'x'"],
  'a metadata service that a container does not reach': ['caller/shell.process.test.ts', 'hop limit'],
  'a checkout of another user, copied into a sandbox': [
    'outside/sandbox/copy.process.test.ts',
    'typing it makes the refusal go'
  ],
  'line ends of Windows, copied into a sandbox': ['outside/sandbox/copy.process.test.ts', "'core.autocrlf', 'true'"],
  'a machine without git': ['outside/sandbox/copy.process.test.ts', 'a machine without git'],
  'a home on a read-only disk': ['outside/private/places.test.ts', 'a read-only disk is told'],
  'folders that a read-only disk lacks': ['outside/files/make-folders.test.ts', "'EROFS', 'EACCES', 'ENOSPC'"],
  'a full disk under the page of a review': [
    'commands/review/review.process.test.ts',
    'name another file: --html FILE'
  ],
  'Ctrl-D at a question': ['commands/new/main.process.test.ts', "'Ctrl-D', 'the first question'"],
  'a digest that AWS does not take': ['e2e/guard-errors.test.ts', 'tofu ends with 0, the guard does not'],
  'a fault of AWS at a call of tofu itself': ['e2e/guard-errors.test.ts', 'the release is answered by a 500'],
  'a plan after an apply that cannot be made': ['commands/guard/tofu-words.test.ts', 'in the words of tofu'],
  'a tofu that this system cannot run': ['commands/guard/tofu-words.test.ts', 'GLIBC'],
  'dual-stack and FIPS endpoints': ['support/documented-variables.ts', 'AWS_USE_DUALSTACK_ENDPOINT']
}

for (const [what, [file, ...words]] of Object.entries(cases))
  test(`${what}: held by test/${file}`, () => {
    const path = fileURLToPath(new URL(file, import.meta.url))
    assert.ok(existsSync(path), file)
    const text = readFileSync(path, 'utf8')
    assert.equal(
      words.filter((word) => !text.includes(word)),
      []
    )
  })

const builds = j70.providerReleases['5.100.0'].builds
const [hash = ''] = builds[0]?.hashes ?? []
const locked = (source: string): string =>
  `provider "${source}" {\n  version = "5.100.0"\n  constraints = "5.100.0"\n  hashes = [\n    "${hash}",\n  ]\n}\n`

test('a lock file of another Terraform, alone or beside, is refused before init could change it', () => {
  const judged = (text: string) => lockFileDiagnostics('out/staging-eu/.terraform.lock.hcl', text, '5.100.0', builds)
  const ours = locked('registry.opentofu.org/hashicorp/aws')
  assert.equal(judged(ours), [])
  for (const other of [
    'registry.terraform.io/hashicorp/aws',
    'registry.opentofu.org/hashicorp/random',
    'example.com/hashicorp/aws'
  ]) {
    assert.ok(
      judged(locked(other)).some(({ actual }) => actual.includes('does not name registry.opentofu.org')),
      other
    )
    assert.ok(
      judged(ours + locked(other)).some(({ actual }) => actual.includes(other)),
      other
    )
  }
})

test('a lock file that lies in Git LFS is told as one, and not to be restored as it is', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`
  const [found, ...others] = lockFileDiagnostics('out/staging-eu/.terraform.lock.hcl', pointer, '5.100.0', builds)
  assert.equal(others, [])
  assert.match(found?.actual ?? '', 'a pointer of Git LFS in the place of out/staging-eu/.terraform.lock.hcl')
  assert.match(found?.remedy ?? '', 'git lfs pull')
  assert.not.match(found?.remedy ?? '', 'git restore')
})

test('a version switcher is named by its path, and the way out is the program behind it', () => {
  const shim = (path: AbsolutePath, form: TofuBinary['form']): TofuBinary => ({
    ...{
      path,
      realPath: path,
      isInCheckout: false,
      form,
      namesOpenTofu: false,
      changeable: [],
      sha256: digest('a'.repeat(64))
    }
  })
  for (const [path, form] of [
    ['/home/you/.asdf/shims/tofu', 'script'],
    ['/usr/share/tenv/tofu', 'ELF'],
    ['/usr/local/bin/tofu', 'something else']
  ] as const) {
    const [first] = judgeBinary(shim(path, form))
    assert.is(first?.rule, 'tofu-itself')
    assert.match(first?.actual ?? '', path)
    assert.match(first?.remedy ?? '', '--tofu PATH')
  }
})

test('the name of a bucket that was just deleted is waited for, and no other name is proposed', () => {
  for (const name of ['OperationAborted', 'ResourceInUseException', 'TableInUseException']) {
    const error = Object.assign(new Error('busy'), { name, $metadata: { httpStatusCode: 409 } })
    const failure = classify('S3 CreateBucket', 'eu-central-1', error, 1)
    assert.is(failure._tag, 'Conflict')
    assert.match(awsFailureRemedy(failure), /^Wait until the other change has ended/)
  }
})

test('a credentials file with a mark of byte order, with CRLF, with comments: each line is found', () => {
  const lines = ['[default]', 'aws_access_key_id = x # mine', '', '[profile ops]', 'region=eu-central-1']
  for (const text of [lines.join('\n'), lines.join('\r\n'), `\uFEFF${lines.join('\r\n')}`]) {
    const places = placesIn('~/.aws/config', text)
    assert.equal(
      ['default\n', 'default\naws_access_key_id', 'ops\n', 'ops\nregion'].map((key) => places.get(key)?.line),
      [1, 2, 4, 5]
    )
  }
})

test.run()
