import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ACCIDENTS } from '../../src/commands/sandbox/accidents.ts'
import { isGiven } from '../support/network.ts'
import { type Machine, machine } from '../support/sandbox-run.ts'
import { bench } from './bench/bench.ts'

const { python } = await bench()
const probe = fileURLToPath(new URL('../support/ways-out.py', import.meta.url))

const test = suite<{ own: Machine }>('the sandbox, with a real tofu')
test.before((context) => {
  context.own = machine()
})
test.after(({ own }) => own.close())

/** The prompt of a user, without its last sign, which is another one for root. */
const prompt = (who: string): string => `SANDBOX staging-eu (${who}) `

/** The folder that a sandbox said that it was in; it is gone by then. */
const folderOf = (stdout: string): string => /^FOLDER (.*)\n/m.exec(stdout)?.[1] ?? ''

test('it reaches no other host, nothing real comes in, and nothing of it stays', async ({ own }) => {
  const script = [
    'echo "FOLDER $ZENTHEA_SANDBOX"',
    'env',
    'for host in https://example.com http://example.com https://sts.amazonaws.com.example.com; do',
    '  curl -sS -m 20 -x "$HTTPS_PROXY" "$host" -o /dev/null -w "%{http_connect} %{http_code}\\n"; done',
    'for host in https://example.com http://example.com; do',
    '  curl -sS -m 20 "$host" -o /dev/null -w "UNASKED %{http_connect} %{http_code}\\n"; done',
    'preflight; command tofu -chdir=out/staging-eu init -backend=false; git ls-remote https://example.com/x.git',
    'aws sts get-caller-identity --query Arn --output text',
    'as other-account; aws sts get-caller-identity --query Account --output text',
    'as stranger; aws iam get-role --role-name ZentheaFoundationBootstrap 2>&1',
    '(sleep 1000 &)',
    'exit 7'
  ].join('\n')
  const { ended, elsewhere } = await own.watched(['staging-eu', '--run', script])
  const { code, stdout, stderr } = ended
  assert.is(code, 7, stdout + stderr)
  if (elsewhere === undefined) console.log('strace is not on PATH, so connections are not looked at')
  else assert.equal(elsewhere, [])
  assert.match(stdout, /^UNASKED 403 000\nUNASKED 000 403$/m)
  assert.match(stdout, 'has been successfully initialized')
  assert.not.match(stdout, 'REAL')
  assert.not.match(stdout, 'a-real-one')
  assert.match(stdout, /^403 000\n000 403\n403 000$/m)
  assert.match(stdout, 'arn:aws:sts::111122223333:assumed-role/ZentheaFoundationBootstrap/rehearsal')
  assert.match(stdout, /^999988887777$/m)
  assert.match(stderr, 'Enforced here, by an independent simulator')
  assert.match(stdout, /AccessDenied.*SomebodyElse\/rehearsal is not authorized to perform: iam:GetRole/)
  assert.is.not(folderOf(stdout), '')
  assert.match(stdout, `\nTMPDIR=${folderOf(stdout)}/`)
  assert.not(existsSync(folderOf(stdout)))
  assert.is(await own.left(), '')
})

/** What tells a kept sandbox: a file in its copy, and a bucket in its account. */
const LOOK = 'ls; aws s3 ls'
const MAKE = [
  'aws s3api create-bucket --bucket kept-one --create-bucket-configuration LocationConstraint=eu-west-1',
  'touch mine',
  'echo MADE',
  'sleep 600'
].join(' && ')

test('what is kept goes on where it ended, one at a time, and begins anew where that is asked for', async ({ own }) => {
  const ended = await own.killed(['staging-eu', '--keep', '--run', MAKE], 'MADE', 'SIGHUP', async () => {
    const beside = await own.sandbox(['staging-eu', '--keep', '--run', 'true'])
    assert.is(beside.code, 1)
    assert.match(beside.stderr, 'this kept sandbox is open in another terminal: type exit there')
  })
  assert.is(ended, '')
  assert.is(await own.left(), '')
  for (const signal of ['SIGKILL', undefined] as const) {
    if (signal !== undefined)
      assert.is(await own.killed(['staging-eu', '--run', `${LOOK}; echo SEEN; sleep 600`], 'SEEN', signal), '')
    const { stdout, stderr } = await own.sandbox(['staging-eu', '--run', LOOK])
    assert.match(stdout, /^mine$/m, stderr)
    assert.match(stdout, /kept-one$/m)
    assert.match(stderr, 'SANDBOX kept for next time')
  }
  const anew = await own.sandbox(['staging-eu', '--reset', '--run', LOOK])
  assert.match(anew.stdout, /^package.json$/m, anew.stderr)
  assert.not.match(anew.stdout, /mine|kept-one/)
  assert.match(anew.stderr, 'SANDBOX gone: nothing of it is left')
  assert.is(await own.left(), '')
})

test('offline it fetches nothing: it refuses, and says how to get what is missing', async ({ own }) => {
  const cache = mkdtempSync(join(tmpdir(), 'empty-cache-'))
  const { code, stderr } = await own.sandbox(['staging-eu', '--offline', '--run', 'true'], { XDG_CACHE_HOME: cache })
  const made = existsSync(join(cache, 'zenthea-foundation/bench'))
    ? readdirSync(join(cache, 'zenthea-foundation/bench'))
    : []
  rmSync(cache, { recursive: true })
  assert.is(code, 1)
  assert.match(stderr, /cannot be had here\.\n +To get it: .*\n +Cause: --offline/)
  assert.equal(
    made.filter((name) => !name.startsWith('provider-mirror-')),
    []
  )
  assert.is(await own.left(), '')
})

test('a program that asks no proxy reaches no host and resolves no name, or the first lines say that it does', async ({
  own
}) => {
  const addresses = Object.values(networkInterfaces()).flatMap((found = []) => found)
  const ways = [
    '1.1.1.1:443',
    ...addresses.filter(({ internal }) => !internal).map(({ address }) => `${address}:22`),
    'example.com',
    'sts.amazonaws.com'
  ]
  const typed = [
    `curl -sS -m 20 --noproxy '*' https://1.1.1.1 -o /dev/null; echo "CURL" $?`,
    `'${python}' '${probe}' ${ways.join(' ')}`,
    'aws sts get-caller-identity --query Account --output text; exit 4'
  ]
  const prompts = typed.map((line) => [prompt('bootstrap'), `${line}\r`] as const)
  const { code, stdout } = await own.onTerminal(python, ['staging-eu', '--offline'], prompts)
  assert.is(code, 4, stdout)
  assert.match(stdout, /^111122223333\r?$/m)
  if (isGiven()) {
    for (const way of ways) assert.match(stdout, `\nCLOSED ${way}\r\n`)
    assert.not.match(stdout, '\nOPEN ')
    assert.match(stdout, /^CURL [67]\r?$/m)
    assert.match(stdout, 'no program here reaches another host or resolves a name')
  } else assert.match(stdout, 'a program told to use no proxy reaches other hosts')
  assert.is(await own.left(), '')
})

/** Moments of a sandbox, by what it has said then, and how it is ended at them: Ctrl-C in its shell is not meant for it. */
const MOMENTS: ReadonlyArray<readonly [said: string, by: NodeJS.Signals]> = [
  ['a copy of the committed stacks', 'SIGKILL'],
  ['OpenTofu', 'SIGTERM'],
  ['AWS provider', 'SIGKILL'],
  ['moto', 'SIGINT'],
  ['accounts 111122223333', 'SIGKILL'],
  ['You are the bootstrap principal', 'SIGHUP'],
  ['AT WORK', 'SIGKILL'],
  ['AT WORK', 'SIGHUP'],
  ['create the bucket', 'SIGKILL'],
  ['running   tofu init', 'SIGHUP']
]

for (const half of [0, 1])
  test(`five at once, each ended at another moment, leave no process, no port and no folder (${half + 1} of 2)`, async ({
    own
  }) => {
    const script = 'echo AT WORK; (sleep 600 &); tour --yes; sleep 600'
    const moments = MOMENTS.filter((_, index) => index % 2 === half)
    const failed = await Promise.all(moments.map(([said, by]) => own.killed(['staging-eu', '--run', script], said, by)))
    assert.equal(
      failed.filter((why) => why !== ''),
      []
    )
    assert.is(await own.left(), '')
  })

/** What is typed at the prompt, the end of it last, and the exit code of the sandbox then; none where no terminal is there to see it. */
const ENDINGS: ReadonlyArray<{
  readonly by: string
  readonly typing: ReadonlyArray<readonly [text: string, typed: string | null]>
  readonly code: number | undefined
  readonly says: string | undefined
}> = [
  {
    by: 'Ctrl-C cancels the line alone; the shell is killed',
    typing: [
      [prompt('bootstrap'), 'as person\r'],
      [prompt('person'), 'echo CANC""ELLED\u0003'],
      [prompt('person'), 'echo STILL "HERE $AWS_SESSION_TOKEN"; (sleep 600 &)\r'],
      ['STILL HERE \r\n', 'kill -9 $$\r']
    ],
    code: 1,
    says: 'SANDBOX gone: nothing of it is left'
  },
  {
    by: 'Ctrl-D',
    typing: [
      [prompt('bootstrap'), '(sleep 600 &)\r'],
      [prompt('bootstrap'), '\u0004']
    ],
    code: 0,
    says: 'SANDBOX gone: nothing of it is left'
  },
  {
    by: 'exit',
    typing: [[prompt('bootstrap'), 'exit 3\r']],
    code: 3,
    says: 'SANDBOX gone: nothing of it is left'
  },
  {
    by: 'the terminal is closed',
    typing: [
      [prompt('bootstrap'), '(sleep 600 &)\r'],
      [prompt('bootstrap'), null]
    ],
    code: undefined,
    says: undefined
  },
  ...(['TERM', 'HUP', 'KILL'] as const).map((signal) => ({
    by: `SIG${signal} to the sandbox`,
    typing: [
      [prompt('bootstrap'), '(sleep 600 &)\r'],
      [prompt('bootstrap'), `kill -${signal} $PPID\r`]
    ] as const,
    code: { TERM: 130, HUP: 128 + 1, KILL: 128 + 9 }[signal],
    says: undefined
  }))
]

test('each end at the prompt leaves no process, no port and no folder', async ({ own }) => {
  const endings = await Promise.all(
    ENDINGS.map(async (ending) => ({ ...ending, ended: await own.onTerminal(python, ['staging-eu'], ending.typing) }))
  )
  for (const { by, code, says = '', ended } of endings) {
    const all = `${by}\n${ended.stdout}`
    assert.match(all, prompt('bootstrap'))
    if (code !== undefined) assert.is(ended.code, code, all)
    assert.ok(all.includes(says), all)
    assert.not.match(all, 'CANCELLED')
  }
  assert.is(await own.left(), '')
})

test('the list names them all', async ({ own }) => {
  const { stdout } = await own.sandbox(['--list'])
  for (const { name, what } of ACCIDENTS)
    assert.match(stdout, new RegExp(`^${name} +${what.replaceAll(/[().]/g, '\\$&')}$`, 'm'))
})

test.run()
