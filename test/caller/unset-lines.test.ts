import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notAutomated } from '../../src/caller/by-hand.ts'
import { identityRules, judgeEnvironment } from '../../src/caller/environment.ts'
import type { Variables } from '../../src/caller/surroundings.ts'
import { tofuVariables } from '../../src/commands/preflight/checks/environment/tofu-variables.ts'
import { folded } from '../../src/diagnostics/folded.ts'
import { documentedVariables } from '../support/documented-variables.ts'
import { hostileEnvironment } from '../support/hostile-environment.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('what a text tells people to unset')

const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'of-a-test' }

const found = (variables: Variables) => [
  ...judgeEnvironment(
    {
      variables,
      shared: { config: {}, credentials: {} },
      route: { proxy: undefined, caBundle: undefined },
      declared: wantedOfStaging().declaration
    },
    [...identityRules, tofuVariables]
  ),
  ...notAutomated(variables)
]

/** The same variables after a person typed each `unset` of a remedy. */
const without = (variables: Variables, remedy: string): Variables => {
  const words = remedy.match(/[\w-]+|[,.;:]|&&/g) ?? []
  const named: Array<string> = []
  let isName = false
  for (const word of words) {
    if (/^unset$/i.test(word)) isName = true
    else if (word !== '-f' && isName) {
      isName = /^\w+$/.test(word) && word !== 'or' && word !== 'and'
      if (isName) named.push(word)
    }
  }
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !named.includes(name.replace(/^BASH_FUNC_(\w+).*$/, '$1')))
  )
}

const names = [
  ...documentedVariables.flatMap(([, verdict, of]) => (verdict === 'refused' ? of.split(' ') : [])),
  ...Object.keys(hostileEnvironment)
]

test('each variable that is to be unset passes once it is unset', () => {
  let told = 0
  for (const name of new Set(names)) {
    const variables = { ...keys, [name]: '/value/of/a/test' }
    for (const { remedy, rule, actual } of found(variables).filter((one) =>
      /\bunset (?:-f )?\w*[A-Z_]/i.test(one.remedy)
    )) {
      told += 1
      for (const alternative of remedy.split('; or ')) {
        const after = found(without(variables, alternative))
        assert.not.ok(
          after.some((one) => one.rule === rule && one.actual === actual),
          `${name}: ${alternative}`
        )
      }
    }
  }
  assert.ok(told > 100, String(told))
})

const together: Readonly<Record<string, Variables>> = {
  'tofu-variables': { TF_VAR_a: '1', TF_VAR_b: '2', TF_WORKSPACE: 'x', GODEBUG: 'x' },
  endpoints: { AWS_ENDPOINT_URL: 'x', AWS_ENDPOINT_URL_S3: 'x', AWS_USE_FIPS_ENDPOINT: 'true' },
  'process-start': { LD_PRELOAD: 'x', BASH_ENV: 'x', 'BASH_FUNC_node%%': 'x', 'BASH_FUNC_git%%': 'x' },
  'by-hand': { CI: '1', GITHUB_ACTIONS: 'true' }
}
for (const [rule, variables] of Object.entries(together))
  test(`several variables of ${rule} are one finding, and one line unsets all of them`, () => {
    const all = { ...keys, ...variables }
    const findings = folded(found(all).filter((one) => one.rule === rule))
    assert.is(findings.length, 1)
    assert.equal(
      found(without(all, findings[0]?.remedy ?? '')).filter((one) => one.rule === rule),
      []
    )
  })

test.run()
