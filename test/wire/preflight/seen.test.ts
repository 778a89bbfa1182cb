import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ofOneCause } from '../../../src/commands/preflight/one-cause.ts'
import type { PreflightDocument } from '../../../src/commands/preflight/document.ts'
import { checkNames } from '../../../src/commands/preflight/check-names.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { findingsIn, runOnline, startHealthyDouble } from '../../support/preflight-bench.ts'
import { inPreflightProject, preflightProcess } from '../../support/preflight-project.ts'

const test = suite<{ double: AwsDouble }>('what is said to be seen')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const services = {
  s3: 'S3',
  dynamodb: 'DynamoDB',
  sts: 'STS',
  kms: 'KMS',
  iam: 'IAM',
  'another service': '?',
  account: 'Account',
  servicequotas: 'ServiceQuotas'
}

/** The calls that reached the double, as an origin names them. */
const callsOf = (double: AwsDouble): ReadonlySet<string> =>
  new Set(double.calls().map(({ service, operation }) => `${services[service]} ${operation}`))

const online = checkNames.slice(checkNames.indexOf('identity'))

test('every finding on AWS names the calls that it rests on, and each was made in that run', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { stdout } = await preflightProcess(project, double, ['--json'])
    const { checks } = JSON.parse(stdout) as PreflightDocument
    const [made, named] = [callsOf(double), new Set<string>()]
    for (const { name, findings } of checks)
      for (const { id, from } of findings) {
        assert.is(from.kind === 'aws' || from.kind === 'state', online.includes(name), `${name} ${id} ${from.kind}`)
        if (from.kind === 'aws') for (const call of from.name.split(', ')) named.add(call)
      }
    assert.equal(
      [...named].filter((call) => !made.has(call)),
      []
    )
    assert.ok(named.size > 30, [...named].join())
  })
})

/** What a call of a run answers is what the finding says: without the answer there is no such finding. */
test('each call that a finding names decides it: refused by AWS, that call is named by what refuses', async ({
  double
}) => {
  const named = new Set(
    findingsIn(await runOnline(double)).flatMap(({ from }) => (from.kind === 'aws' ? from.name.split(', ') : []))
  )
  for (const call of [...named].toSorted()) {
    const [, operation = ''] = call.split(' ')
    // IAM is only to be reached, and a refusal is an answer of it.
    const fault = operation === 'GetAccountSummary' ? 'nonsense' : 'access denied'
    double.misbehave({ at: (one) => one.operation === operation, fault })
    const refused = findingsIn(await runOnline(double)).filter(({ outcome }) => outcome === 'failed')
    double.misbehave(undefined)
    assert.ok(
      refused.some(({ from }) => from.name.split(', ').includes(call)),
      `${call}: ${refused.map(({ rule, from }) => `${rule} ${from.name}`).join('; ')}`
    )
  }
})

for (const [thing, lose] of [
  ['lock table', ({ world }: AwsDouble) => world.tables.clear()],
  ['bucket', ({ world }: AwsDouble) => world.buckets.clear()]
] as const)
  test(`a ${thing} that is not there is one finding with one way out`, async ({ double }) => {
    lose(double)
    await inPreflightProject(async (project) => {
      const { code, stdout } = await preflightProcess(project, double)
      assert.is(code, 1)
      assert.equal(
        [...stdout.matchAll(/^ {4}to do +(.*)$/gm)].map(([, remedy]) => remedy?.replace(/ --proxy.*/, '')),
        ['Have the bootstrap principal make it as it is declared: npm run seed -- stacks/staging-eu.ts']
      )
    })
  })

test('a thing that is there keeps the remedies of the calls that did not find something', async ({ double }) => {
  const { results } = await runOnline(double)
  assert.equal(ofOneCause(results), results)
})

test('the screen says how well the pinned provider is known', async ({ double }) => {
  await inPreflightProject(async (project) => {
    const { stdout } = await preflightProcess(project, double)
    assert.match(stdout, /^ {2}the provider +declared as AWS provider 5\.100\.0: proven by run$/m)
  })
})

test.run()
