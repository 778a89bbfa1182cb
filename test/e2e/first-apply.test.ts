import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import { openScenario, type Scenario } from './bench/scenario.ts'
import { stacks } from './bench/stacks.ts'
import { changes, said, succeeded, summary } from './bench/tofu-output.ts'

const tools = await bench()

for (const stack of stacks) {
  const test = suite<{ scenario: Scenario }>(`first apply of ${stack.name}`)
  const digestId = `${stack.bucket}/${stack.key}-md5`

  test.before(async (context) => {
    context.scenario = await openScenario(tools, stack)
    await context.scenario.seed()
  })

  test.after(async ({ scenario }) => {
    await scenario.close()
  })

  test('tofu reads the committed bytes', ({ scenario }) => {
    assert.is(sha256(join(scenario.folder, 'main.tf.json')), sha256(stack.file))
  })

  test('init finds the empty state', async ({ scenario }) => {
    const ended = await scenario.tofu(['init', '-input=false', '-no-color'])
    assert.ok(succeeded(ended), said(ended))
  })

  test('plan imports what day 0 made, adds the IAM and nothing else', async ({ scenario }) => {
    const ended = await scenario.tofu(['plan', '-input=false', '-json', '-out=first.tfplan'])
    assert.ok(succeeded(ended), said(ended))
    assert.is(summary(ended), 'Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.')
    const planned = changes(ended)
    assert.equal(
      planned.filter(({ action }) => action === 'import').map(({ type }) => type),
      [
        'aws_dynamodb_table',
        'aws_s3_bucket',
        'aws_s3_bucket_ownership_controls',
        'aws_s3_bucket_policy',
        'aws_s3_bucket_public_access_block',
        'aws_s3_bucket_server_side_encryption_configuration',
        'aws_s3_bucket_versioning'
      ]
    )
    assert.equal(
      planned.filter(
        ({ action, type }) => action !== 'import' && !(action === 'create' && type.startsWith('aws_iam_'))
      ),
      []
    )
  })

  test('plan leaves no lock behind', async ({ scenario }) => {
    assert.equal(await scenario.lockIds(), [])
  })

  test('apply does what the plan showed', async ({ scenario }) => {
    const ended = await scenario.tofu(['apply', '-input=false', '-json', 'first.tfplan'])
    assert.ok(succeeded(ended), said(ended))
    assert.is(summary(ended), 'Apply complete! Resources: 7 imported, 9 added, 0 changed, 0 destroyed.')
  })

  test('apply leaves the digest of the state in the table, and no lock', async ({ scenario }) => {
    assert.equal(await scenario.lockIds(), [digestId])
  })

  test('a second plan has nothing to do', async ({ scenario }) => {
    const ended = await scenario.tofu(['plan', '-input=false', '-no-color', '-detailed-exitcode'])
    assert.ok(succeeded(ended), said(ended))
    assert.match(ended.stdout, 'No changes. Your infrastructure matches the configuration.')
    assert.equal(await scenario.lockIds(), [digestId])
  })

  test('no state was on this machine at any moment', ({ scenario }) => {
    assert.equal(scenario.localStates(), [])
  })

  test.run()
}

const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
