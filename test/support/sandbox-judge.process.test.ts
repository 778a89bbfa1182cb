import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

type Asked = { readonly identity?: ReadonlyArray<unknown>; readonly organisation?: string | null }

const test = suite<{ child: ChildProcess; port: number }>('what judges calls in a sandbox')
test.before(async (context) => {
  const [loader, program] = ['../typescript.js', './sandbox-judge.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url))
  )
  const child = spawn(process.execPath, ['--import', loader ?? '', program ?? ''], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  context.child = child
  context.port = await new Promise((resolve) => createInterface(child.stdout).once('line', (line) => resolve(+line)))
})
test.after(({ child }) => void child.stdin?.end())

const policy = (...statements: ReadonlyArray<object>): unknown => ({ Version: '2012-10-17', Statement: statements })
const everything = policy({ Effect: 'Allow', Action: '*', Resource: '*' })
const deny = (extra: object = {}): unknown =>
  policy({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', ...extra })

/** Why a read of a state is denied, as AWS writes it. */
const whyNot = async (
  port: number,
  { identity = [everything], organisation = null }: Asked
): Promise<string | null> => {
  const call = {
    method: 'GET',
    host: 'a-bucket.s3.eu-central-1.amazonaws.com',
    path: '/a-key',
    query: '',
    service: 's3',
    region: 'eu-central-1',
    headers: {},
    body: null,
    named: null,
    tls: 'TLSv1.3',
    status: 200
  }
  const account = '111122223333'
  const who = {
    kind: 'AssumedRole',
    arn: `arn:aws:iam::${account}:role/R`,
    session: `arn:aws:sts::${account}:assumed-role/R/me`
  }
  const mfa = { present: false, age: null }
  const question = { call, account, own: account, ...who, mfa, bounds: null, identity, boundary: null, resource: null }
  const answer = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    body: JSON.stringify({ ...question, organisation })
  })
  return ((await answer.json()) as { readonly denied: string | null }).denied
}

const organisation = (services: ReadonlyArray<unknown>, resources: ReadonlyArray<unknown> = []): string =>
  JSON.stringify({ services, resources })

test('without an organisation, and with one that allows it, the policies of the account alone decide', async ({
  port
}) => {
  for (const one of [null, organisation([everything]), organisation([], [])]) {
    assert.is(await whyNot(port, { organisation: one }), null)
    assert.match((await whyNot(port, { identity: [], organisation: one })) ?? '', /because no policy allows it$/)
  }
})

test('an organisation denies what the account allows, by the kind of its policy, and whether it says so or not', async ({
  port
}) => {
  const cases: ReadonlyArray<readonly [services: ReadonlyArray<unknown>, why: RegExp]> = [
    [[everything, deny()], /with an explicit deny in a service control policy$/],
    [[deny({ Effect: 'Allow', Action: 'iam:*' })], /because no service control policy allows the s3:GetObject action$/]
  ]
  for (const [services, why] of cases) {
    const denied = (await whyNot(port, { organisation: organisation(services) })) ?? ''
    assert.match(denied, /R\/me is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::a-bucket\/a-key /)
    assert.match(denied, why)
  }
  assert.match(
    (await whyNot(port, { organisation: organisation([], [deny({ Principal: '*' })]) })) ?? '',
    /with an explicit deny in a resource control policy$/
  )
})

test('what the account denies itself is never told as of the organisation', async ({ port }) => {
  const denied = await whyNot(port, {
    identity: [everything, deny()],
    organisation: organisation([everything, deny()])
  })
  assert.match(denied ?? '', /with an explicit deny in a policy$/)
})

test('policies of an organisation that cannot be read deny everything', async ({ port }) => {
  for (const text of [
    '{',
    organisation([{ Statement: 1 }]),
    organisation([], [{ Effect: 'Deny' }]),
    '{}',
    '[]',
    'null'
  ])
    assert.match((await whyNot(port, { organisation: text })) ?? '', 'the simulator cannot judge this call')
})

test.run()
