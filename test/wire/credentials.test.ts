import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signIn } from '../../src/caller/sign-in.ts'
import { session } from '../../src/outside/aws/credentials.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import type { AwsDouble } from '../support/aws-double/aws-double.ts'
import { stsError } from '../support/aws-double/sts.ts'
import { startStagingDouble } from '../support/seed-bench.ts'
import { inTempProject } from '../support/temp-project.ts'
import { wordsOfNoSession } from '../support/no-session.ts'

const test = suite<{ double: AwsDouble }>('why AWS gives no session of a role')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

const ROLE = 'arn:aws:iam::111122223333:role/ops/ZentheaOps'
const CONFIG = (token: string): string => `[profile chained]
role_arn = ${ROLE}
source_profile = me
duration_seconds = 7200
[profile me]
aws_access_key_id = AKIAIOSFODNN7EXAMPLE
aws_secret_access_key = of-a-test
[profile job]
role_arn = ${ROLE}
web_identity_token_file = ${token}
`

/**
 * What STS answers, what may be told of it, and what leads out. Sources: AWS STS API Reference, AssumeRole and
 * AssumeRoleWithWebIdentity; public reports, which name these messages.
 */
const answers: Readonly<
  Record<
    string,
    readonly [profile: string, status: number, code: string, message: string, told: RegExp, remedy: RegExp]
  >
> = {
  'hashicorp/terraform#17530: the trust of the role asks for MFA': [
    'chained',
    403,
    'AccessDenied',
    `User: arn:aws:iam::111122223333:user/jane.doe@example.com is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    /^User: arn:aws:iam::111122223333:user\/… is not authorized/,
    /trust policy .* aws iam get-role --role-name ZentheaOps --query Role\.AssumeRolePolicyDocument$/
  ],
  'a session that may not assume the role': [
    'chained',
    403,
    'AccessDenied',
    `User: arn:aws:sts::111122223333:assumed-role/Sso/jane.doe@example.com is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`,
    /^User: arn:aws:sts::111122223333:assumed-role\/Sso\/… is not authorized/,
    /--role-name ZentheaOps /
  ],
  '99designs/aws-vault#263: a chained role for two hours': [
    'chained',
    400,
    'ValidationError',
    'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.',
    /DurationSeconds/,
    /^Lower duration_seconds in the profile, to 3600/
  ],
  'a role whose sessions are shorter': [
    'chained',
    400,
    'ValidationError',
    'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    /DurationSeconds/,
    /^Lower duration_seconds/
  ],
  'terraform-provider-aws#3885: a code that was used before': [
    'chained',
    403,
    'AccessDenied',
    'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
    /MultiFactorAuthentication/,
    /^Wait for the next code/
  ],
  'configure-aws-credentials#1848: a token of a job that has expired': [
    'job',
    400,
    'ExpiredTokenException',
    'Token expired: current date/time 1764243000 must be before the expiration date/time 1764242700',
    /^Token expired/,
    /^Take a new token/
  ],
  'no provider for the tokens of a job': [
    'job',
    400,
    'InvalidIdentityToken',
    'No OpenIDConnect provider found in your account for https://token.actions.githubusercontent.com',
    /No OpenIDConnect/,
    /OpenID Connect provider in IAM/
  ],
  'a job of another branch': [
    'job',
    403,
    'AccessDenied',
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    /Not authorized/,
    /this provider, audience and subject/
  ]
}

for (const [what, [profile, status, code, message, told, remedy]] of Object.entries(answers))
  test(what, async ({ double }) => {
    double.misbehave({
      at: ({ host }) => host === 'sts.eu-central-1.amazonaws.com',
      fault: stsError(status, code, message)
    })
    const before = { ...process.env }
    try {
      await inTempProject({ token: 'a.b.c' }, async ({ at, write }) => {
        write('config', CONFIG(at('token')))
        Object.assign(process.env, { AWS_CONFIG_FILE: at('config'), AWS_SHARED_CREDENTIALS_FILE: at('none') })
        const way = await carrier({ proxy: double.proxy, caBundle: double.caBundle }, 10_000)()
        assert.ok(E.isRight(way))
        const found = await session('eu-central-1', { profile, projects: [] }, way.right)()
        way.right.close()
        const words = E.isLeft(found) ? wordsOfNoSession(found.left) : 'a session'
        assert.match(words, told)
        assert.not.match(words, 'jane.doe')
        assert.match(signIn(words), remedy)
        assert.equal([...new Set(double.calls().map(({ host }) => host))], ['sts.eu-central-1.amazonaws.com'])
      })
    } finally {
      for (const name of ['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE']) delete process.env[name]
      Object.assign(process.env, before)
    }
  })

test.run()
