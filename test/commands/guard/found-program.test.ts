import { digest } from '../../support/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgeBinary } from '../../../src/commands/preflight/foreseen/judge-foreseen.ts'
import { judgeVersion, sameVersion } from '../../../src/commands/guard/tofu-version.ts'
import type { TofuBinary } from '../../../src/outside/tofu/tofu.port.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('the right tofu')

const right: TofuBinary = {
  path: '/usr/local/bin/tofu',
  realPath: '/srv/opentofu/tofu',
  isInCheckout: false,
  form: 'ELF',
  namesOpenTofu: true,
  changeable: [],
  sha256: digest('a'.repeat(64))
}
const ids = (changed: Partial<TofuBinary>) => judgeBinary({ ...right, ...changed }).map(({ rule }) => rule)

test('a program that was built from OpenTofu, outside of the project, is taken', () => {
  assert.equal(ids({}), [])
  assert.equal(ids({ form: 'Mach-O' }), [])
})

test('a script, an unknown form and a program of another origin are refused', () => {
  for (const form of ['script', 'something else'] as const) assert.equal(ids({ form }), ['tofu-itself'])
  assert.equal(ids({ namesOpenTofu: false }), ['tofu-itself'])
})

test('a tofu in the checkout is refused', () => {
  assert.equal(ids({ isInCheckout: true }), ['tofu-outside'])
})

test('everything that others can change is named', () => {
  const diagnostics = judgeBinary({ ...right, changeable: ['/srv/opentofu/tofu', '/srv'] })
  assert.equal(
    diagnostics.map(({ rule, actual }) => [rule, actual]),
    [
      ['tofu-unchanged-by-others', 'others can change /srv/opentofu/tofu'],
      ['tofu-unchanged-by-others', 'others can change /srv']
    ]
  )
})

const { declaration } = wantedOfStaging()
const bounded = (tofu: string) =>
  ({ versions: { ...declaration.versions, tofu } }) as unknown as Pick<typeof declaration, 'versions'>
const judge = (json: string, text: string, tofu = '>= 1.10.0, < 2.0.0') => judgeVersion(bounded(tofu), { json, text })

// As OpenTofu 1.12.6 prints it.
const json = (version: string) => `{
  "terraform_version": "${version}",
  "platform": "linux_amd64",
  "provider_selections": {}
}
`
const text = (version: string) => `OpenTofu v${version}\non linux_amd64\n`

test('a release within the bounds is taken', () => {
  assert.equal(judge(json('1.12.6'), text('1.12.6')), E.right('1.12.6'))
  assert.equal(judge(json('1.10.0'), text('1.10.0')), E.right('1.10.0'))
})

const refused: Readonly<Record<string, readonly [string, string, string?]>> = {
  'a release below the bounds': [json('1.9.4'), text('1.9.4')],
  'a release above the bounds': [json('2.0.0'), text('2.0.0')],
  'a release above narrower bounds': [json('1.12.6'), text('1.12.6'), '>= 1.10.0, < 1.12.0'],
  'a release candidate': [json('1.12.0-rc1'), text('1.12.0-rc1')],
  Terraform: [json('1.11.4'), 'Terraform v1.11.4\non linux_amd64\n'],
  'two different versions': [json('1.12.6'), text('1.9.4')],
  'a version after other text': [json('1.12.6'), `hello\n${text('1.12.6')}`],
  'no JSON': ['OpenTofu v1.12.6', text('1.12.6')],
  'no version': ['{}', text('1.12.6')],
  'a version that is none': [json('latest'), 'OpenTofu vlatest'],
  nothing: ['', '']
}
for (const [what, [asJson, asText, tofu]] of Object.entries(refused))
  test(`${what} is refused`, () => {
    const outcome = judge(asJson, asText, tofu)
    assert.ok(E.isLeft(outcome))
    assert.is(outcome.left.rule, 'tofu-version')
  })

test('a file of another version gives a tofu away that lies', () => {
  assert.equal(sameVersion('a plan', '1.12.6', '1.12.6'), [])
  for (const found of ['1.9.4', undefined, 1.12, null])
    assert.equal(
      sameVersion('a plan', '1.12.6', found).map(({ rule }) => rule),
      ['tofu-version']
    )
})

test.run()
