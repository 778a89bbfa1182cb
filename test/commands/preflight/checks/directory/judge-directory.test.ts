import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type SeenDirectory,
  type Stage,
  judgeDirectory
} from '../../../../../src/commands/preflight/checks/directory/judge-directory.ts'
import { j70 } from '../../../../../src/charter/j-7-0.ts'
import { emittedStaging } from '../../../../support/wanted.ts'

const test = suite('a working directory of which init has made nothing yet')

const file = emittedStaging()
const { builds } = j70.providerReleases['5.100.0']
const seen: SeenDirectory = {
  names: E.right(O.some([{ name: 'main.tf.json', kind: 'regular file' }])),
  lockFile: E.right(O.none),
  dataNames: E.right(O.none),
  backend: E.right(O.none),
  workspace: E.right(O.none)
}

/** What refuses, before init. */
const refused = (text: string, known = builds) =>
  judgeDirectory('before init', { ...file, text }, known, seen).filter(({ outcome }) => outcome === 'failed')

test('is right with the emitted file alone', () => {
  assert.equal(refused(file.text), [])
})

test('is refused with another workspace selected, as OpenTofu reads the name of one', () => {
  const told = (text: string): ReadonlyArray<readonly [string, string]> =>
    judgeDirectory('before init', file, builds, { ...seen, workspace: E.right(O.some(text)) }).flatMap((finding) =>
      finding.outcome === 'failed' ? [[finding.actual, finding.remedy] as const] : []
    )
  for (const text of ['', 'default', ' default\n', '\t\n']) assert.equal(told(text), [], JSON.stringify(text))
  for (const text of ['\uFEFFdefault', '\uFEFF', 'Default', 'other', 'default x'])
    assert.equal(told(text), [
      [
        `the workspace ${JSON.stringify(text)} is selected, whose state lies elsewhere`,
        'Select the default workspace again: rm out/staging-eu/.terraform/environment'
      ]
    ])
})

/** What must be there at each stage, of the names that init makes, and whether a hidden file may lie beside the emitted one. */
const stages = {
  'before init': [[], true],
  'before plan': [['.terraform.lock.hcl', '.terraform', '.terraform/terraform.tfstate'], true],
  guarded: [['.terraform.lock.hcl'], true],
  'in a run': [['.terraform.lock.hcl', '.terraform', '.terraform/terraform.tfstate'], false]
} as const satisfies Readonly<Record<Stage, readonly [ReadonlyArray<string>, boolean]>>
for (const [stage, [needed, mayHide]] of Object.entries(stages) as ReadonlyArray<[Stage, (typeof stages)[Stage]]>)
  test(`${stage}: what init makes ${needed.length === 0 ? 'may be absent' : 'must be there as far as tofu needs it'}`, () => {
    const named = (...names: ReadonlyArray<string>) =>
      judgeDirectory(stage, file, builds, {
        ...seen,
        names: E.right(O.some(names.map((name) => ({ name, kind: 'regular file' }))))
      })
    const findings = named('main.tf.json')
    assert.equal(
      findings.flatMap(({ outcome, rule, actual }) => (outcome === 'failed' ? [[rule, actual]] : [])),
      needed.map((name) => [
        'initialised',
        `out/staging-eu/${name} is not there: this working directory is not initialised`
      ])
    )
    const absent = findings.filter(({ actual }) => actual === 'not there yet: init makes it')
    assert.is(absent.length, 3 - needed.length)
    assert.is(findings[0]?.actual, 'as expected, among 1 names')
    assert.is(named('main.tf.json', '.hidden')[0]?.outcome, mayHide ? 'passed' : 'failed')
    assert.is(named('main.tf.json', 'REVIEW.md', 'a.tfplan')[0]?.outcome, mayHide ? 'passed' : 'failed')
  })

test('is refused where the emitted file has no S3 backend, or cannot be read as JSON', () => {
  for (const text of ['{"terraform": {"backend": {"local": {}}}}', '{"terraform": {}}', '{', '{"terraform": 1}'])
    assert.equal(refused(text), [
      {
        outcome: 'failed',
        rule: 'backend-emitted',
        clause: 'J.7.0 §4',
        from: { kind: 'file', name: 'out/staging-eu/main.tf.json', line: undefined },
        expected: 'an S3 backend in out/staging-eu/main.tf.json',
        actual: 'there is none',
        remedy: 'Emit the stack again: npm run emit -- stacks/staging-eu.ts'
      }
    ])
})

test('is refused where the charter knows no hash of the provider, before anything is fetched', () => {
  assert.equal(refused(file.text, []), [
    {
      outcome: 'failed',
      rule: 'provider-released',
      clause: 'J.6.2 §7',
      from: { kind: 'file', name: 'src/charter/j-7-0/provider-releases.ts', line: undefined },
      expected:
        'hashes of the released registry.opentofu.org/hashicorp/aws 5.100.0 in the charter, to know it by before it runs',
      actual: 'the charter lists no hash of 5.100.0',
      remedy:
        'Add its hashes with their source to src/charter/j-7-0/provider-releases.ts (docs/operator/provider-6.md), or pin a release that is proven by run.'
    }
  ])
})

test.run()
