import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seedProcess } from '../support/seed-process.ts'
import { bench } from './bench/bench.ts'
import { anyone } from './bench/child-environment.ts'
import { openScenario } from './bench/scenario.ts'
import { stacks } from './bench/stacks.ts'

const tools = await bench()
const [stack] = stacks
if (stack === undefined) throw new Error('no stack is committed in out/')
const ROLE = 'ZentheaFoundationBootstrap'

const config = `[profile day0]
role_arn = arn:aws:iam::${stack.account}:role/${ROLE}
role_session_name = ada
source_profile = keys

[profile keys]
aws_access_key_id = ${anyone.accessKeyId}
aws_secret_access_key = ${anyone.secretAccessKey}
`

const test = suite('seed with a profile that assumes a role')

test('assumes it once, in the region of the stack and by the way that was named, and uses that session alone', async () => {
  const scenario = await openScenario(tools, stack)
  try {
    await scenario.assume(`/${ROLE}`, 'made')
    const home = join(dirname(scenario.folder), 'home')
    mkdirSync(join(home, '.aws'))
    writeFileSync(join(home, '.aws', 'config'), config)
    const { proxy, authority } = scenario.moto
    const args = [`stacks/${stack.name}.ts`, '--dry-run', '--proxy', proxy, '--ca-bundle', authority]
    const env = { HOME: home, AWS_PROFILE: 'day0', AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined }
    const [ended, calls] = await scenario.during(() => seedProcess(args, env))
    assert.is(ended.code, 0, ended.stderr)
    const assumed = calls.filter(({ body }) => body?.includes('Action=AssumeRole') === true)
    assert.equal(
      assumed.map(({ host, region, accessKey, status }) => ({ host, region, accessKey, status })),
      [
        {
          host: `sts.${stack.region}.amazonaws.com`,
          region: stack.region,
          accessKey: anyone.accessKeyId,
          status: 200
        }
      ]
    )
    const others = calls.filter((call) => !assumed.includes(call))
    assert.ok(others.length > 1)
    assert.is(new Set(others.map(({ accessKey }) => accessKey)).size, 1)
    assert.equal(
      [...new Set(others.map(({ principal }) => principal))],
      [`arn:aws:sts::${stack.account}:assumed-role/${ROLE}/ada`]
    )
  } finally {
    await scenario.close()
  }
})

test.run()
