import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { lockFileDiagnostics } from '../../../../../src/commands/preflight/checks/directory/lock-file.ts'

const test = suite('the dependency lock file')

const PATH = 'out/a-eu/.terraform.lock.hcl'
const H1 = `h1:${'A'.repeat(43)}=`
const ZH = `zh:${'0'.repeat(64)}`
const builds = [{ platform: 'linux_amd64', hashes: [H1, ZH] }] as never
const NAME = 'registry.opentofu.org/hashicorp/aws'
const block = (lines: string, name = NAME): string => `provider "${name}" {\n${lines}\n}\n`
const body = (hashes: string): string =>
  ['version = "5.100.0"', 'constraints = "5.100.0"', `hashes = [${hashes}]`].join('\n')
const said = (text: string): ReadonlyArray<string> =>
  lockFileDiagnostics(PATH, text, '5.100.0', builds).map(({ actual }) => actual)
const NO_HASH = 'it has no checksum of the provider, or one of a form that is not known'

test('the two forms of a checksum are taken, and no text that only contains one', () => {
  assert.equal(said(block(body(`"${H1}", "${ZH}"`))), [])
  for (const hash of [
    `${H1}a`,
    `a${H1}`,
    H1.replace('=', ''),
    H1.replace('A', ''),
    `${ZH}0`,
    `0${ZH}`,
    ZH.slice(0, -1)
  ])
    assert.equal(said(block(body(`"${hash}"`))), [NO_HASH], hash)
  for (const hashes of ['', `"${H1}", ""`, '1', `["${H1}"]`]) assert.equal(said(block(body(hashes))), [NO_HASH], hashes)
})

test('each fault is told in its own words', () => {
  const good = block(body(`"${H1}"`))
  assert.equal(said('x = ${y}'), ['it is not what OpenTofu writes'])
  assert.equal(said(''), [`it does not name ${NAME}`])
  assert.equal(said(good + good), ['it names the provider twice'])
  assert.equal(said(good + block('', 'example.com/a/b')), ['it has provider example.com/a/b, too'])
  assert.equal(said(good.replace('version = "5.100.0"', 'version = "5.99.0"')), ['it locks the version 5.99.0'])
  assert.equal(said(good.replace('version = "5.100.0"', '')), ['it locks no version'])
  assert.equal(said(good.replace('constraints = "5.100.0"', 'constraints = ">= 5"')), [
    'its constraints are not those of the emitted file'
  ])
  assert.equal(said(good.replace('constraints = "5.100.0"', '')), [])
  assert.equal(said(good.replace('hashes', 'more = 1\nhashes')), ['it has more where OpenTofu writes none'])
  assert.equal(said(good.replace('version', 'constraints = "5.100.0"\nversion')), [
    'it has constraints where OpenTofu writes none'
  ])
})

test('a checksum of another release is told with its line and the lines that install the provider anew', () => {
  const other = `h1:${'B'.repeat(43)}=`
  assert.equal(lockFileDiagnostics(PATH, block(body(`"${H1}",\n"${other}"`)), '5.100.0', builds), [
    {
      rule: 'provider-released',
      clause: 'J.6.2 §7',
      from: { kind: 'file', name: PATH, line: 5 },
      expected: `in ${PATH} checksums of the released ${NAME} 5.100.0, which the charter lists, and no other`,
      actual: `${other} is none of them`,
      remedy: `Do not run that provider. Find out which mirror it came from: npm run preflight -- stacks/a-eu.ts --check environment. Then install it anew: rm -rf ${PATH} out/a-eu/.terraform && npm run tofu -- stacks/a-eu.ts init`
    }
  ])
})

test.run()
