import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ACCOUNT, startStagingDouble } from '../../support/seed-bench.ts'
import { seedProcess } from '../../support/seed-process.ts'
import { startSsoPortal } from '../../support/sso-portal.ts'

/** IAM Identity Center lives in one region of an organisation, which need not be the region of a stack. */
const PORTAL_REGION = 'eu-west-1'
const ROLE = 'AdministratorOfDay0'
const given = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'of the portal',
  sessionToken: 'session of the portal',
  expiration: Date.parse('2099-01-01T00:00:00Z')
}

const config = `[profile day0]
sso_session = organisation
sso_account_id = ${ACCOUNT}
sso_role_name = ${ROLE}

[sso-session organisation]
sso_region = ${PORTAL_REGION}
sso_start_url = https://example.awsapps.com/start
sso_registration_scopes = sso:account:access
`

/** A home folder after `aws sso login`: the token lies under the hash of the session's name. */
const homeAfterLogin = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'zenthea-home-'))
  const cache = join(home, '.aws', 'sso', 'cache')
  mkdirSync(cache, { recursive: true })
  writeFileSync(join(home, '.aws', 'config'), config)
  const name = createHash('sha1').update('organisation').digest('hex')
  const token = { accessToken: 'token of the login', expiresAt: '2099-01-01T00:00:00Z', region: PORTAL_REGION }
  writeFileSync(join(cache, `${name}.json`), JSON.stringify(token))
  return home
}

const test = suite('seed with single sign-on')

test('asks the portal once, where the profile says it is and by the way that was named, and uses what it gives', async () => {
  const double = await startStagingDouble()
  const portal = await startSsoPortal(double, PORTAL_REGION, given)
  const home = homeAfterLogin()
  try {
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/ZentheaFoundationBootstrap/somebody@example.com`
    double.world.principals.clear()
    double.world.principals.set(given.accessKeyId, { account: ACCOUNT, arn })
    const way = ['--proxy', portal.proxy, '--ca-bundle', portal.caBundle]
    const ended = await seedProcess(['stacks/staging-eu.ts', '--dry-run', ...way], {
      HOME: home,
      AWS_PROFILE: 'day0',
      AWS_ACCESS_KEY_ID: undefined,
      AWS_SECRET_ACCESS_KEY: undefined
    })
    assert.is(ended.code, 0, ended.stderr)
    assert.equal(portal.asked(), [
      {
        host: `portal.sso.${PORTAL_REGION}.amazonaws.com`,
        path: `/federation/credentials?account_id=${ACCOUNT}&role_name=${ROLE}`,
        token: 'token of the login'
      }
    ])
    const calls = double.calls()
    assert.is(calls[0]?.operation, 'GetCallerIdentity')
    assert.ok(calls.length > 1)
    assert.equal(
      [...new Set(calls.map(({ accessKey, headers }) => `${accessKey} ${headers['x-amz-security-token']}`))],
      [`${given.accessKeyId} ${given.sessionToken}`]
    )
  } finally {
    rmSync(home, { recursive: true })
    await portal.stop()
    await double.stop()
  }
})

test.run()
