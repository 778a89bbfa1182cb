import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { throughRoute } from '../../src/caller/shell.ts'

const test = suite('the way to AWS in the commands of a text')
const route = { proxy: 'http://127.0.0.1:3128', caBundle: '/etc/ca.pem' }
const options = '--proxy http://127.0.0.1:3128 --ca-bundle /etc/ca.pem'

const commands = [
  'npm run seed -- stacks/staging-eu.ts',
  'npm run preflight -- stacks/staging-eu.ts',
  'npm run preflight -- stacks/staging-eu.ts --check lock-works',
  'npm run tofu -- stacks/staging-eu.ts init',
  'npm run tofu -- stacks/staging-eu.ts plan',
  "npm run tofu -- 'stacks/a b.ts' apply"
]

for (const command of commands) {
  test(`it stands once behind ${command}`, () => {
    assert.is(throughRoute(route, command), `${command} ${options}`)
  })

  test(`a second telling changes nothing in ${command}`, () => {
    const once = throughRoute(route, `${command}; then look, or: again`)
    assert.is(throughRoute(route, once), once)
  })
}

test('a command of the AWS CLI has the variables once', () => {
  const once = throughRoute(route, 'aws s3api get-bucket-policy --bucket b')
  assert.match(
    once,
    /^export HTTPS_PROXY=\S+ && export AWS_CA_BUNDLE=\S+ && .*&& aws s3api get-bucket-policy --bucket b$/
  )
  assert.is(throughRoute(route, once), once)
})

test('a line of OpenTofu goes the named way, once, whether it was told before or not', () => {
  const bare =
    'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled && tofu -chdir=out/x init && tofu -chdir=out/x state push e'
  const once = throughRoute(route, `Store it: ${bare}`)
  assert.match(
    once,
    /^Store it: export HTTPS_PROXY=\S+ && export AWS_CA_BUNDLE=\S+ && export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled && tofu -chdir=out\/x init && tofu -chdir=out\/x state push e$/
  )
  assert.is(throughRoute(route, once), once)
})

test('a colon behind a command is not a part of it', () => {
  const text = 'Run npm run preflight -- stacks/staging-eu.ts: it says more.'
  assert.is(throughRoute(route, text), `Run npm run preflight -- stacks/staging-eu.ts ${options}: it says more.`)
})

test('a run without a proxy and authorities tells the command as it is', () => {
  for (const command of commands) assert.is(throughRoute({ proxy: undefined, caBundle: undefined }, command), command)
})

test('each command of a text is told the way, and not the first alone', () => {
  const bare = 'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled && tofu plan'
  const told = throughRoute(
    route,
    `npm run seed -- a.ts; npm run tofu -- a.ts plan; aws s3api a; aws dynamodb b; ${bare}; ${bare}`
  )
  assert.is(told.split(options).length - 1, 2)
  assert.is(told.split('export HTTPS_PROXY=http://127.0.0.1:3128 && export AWS_CA_BUNDLE=/etc/ca.pem &&').length - 1, 4)
})

test.run()
