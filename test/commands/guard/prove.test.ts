import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type ProvePorts, prove } from '../../../src/commands/guard/prove.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import type { PreflightEvent } from '../../../src/commands/preflight/result.ts'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { stagingIn } from '../preflight/staging-subject.ts'
import { type PreflightWorld, healthyWorld, portsIn, readIn } from '../../support/preflight-world.ts'

const test = suite('what the guard takes over from preflight')

const PROJECT = absolutePath('/project')
const CREDENTIALS = { accessKeyId: 'ASIA', secretAccessKey: 'of-a-test', sessionToken: 'token', expiration: 7 }

type How = {
  readonly command?: GuardCommand
  readonly turn?: 'first' | 'again'
  /** What lies in stacks/ by now, where that is another text. */
  readonly now?: string
  /** What is changed once preflight has looked. */
  readonly meanwhile?: (world: PreflightWorld) => void
}

/** Proves in that world, with the credentials and authorities above; gives the proof, and what was told. */
const proving = async (change: (world: PreflightWorld) => unknown, how: How = {}) => {
  const { command = 'plan', turn = 'first', now, meanwhile } = how
  const world = healthyWorld()
  change(world)
  const events: Array<PreflightEvent> = []
  const reads: Array<string> = []
  const asked: Array<string> = []
  const { open, ...ports } = portsIn(world, asked) as unknown as ProvePorts
  const proof = await prove(
    { ...stagingIn(PROJECT), read: readIn(world) },
    {
      ...ports,
      readSources: (project) => {
        reads.push(project)
        const evaluated =
          now === undefined ? world.evaluated : new Map([...world.evaluated.keys()].map((k) => [k, now]))
        return T.of(readIn({ ...world, evaluated }))
      },
      open: (subject, retrying) =>
        TE.map((opened: object) => {
          meanwhile?.(world)
          return { ...opened, credentials: CREDENTIALS, authorities: 'PEM' } as never
        })(open(subject, retrying))
    },
    (event) => () => void events.push(event)
  )(command, turn)()
  return { proof, events, reads, asked }
}

const refusedIn = ({ proof }: Awaited<ReturnType<typeof proving>>): ReadonlyArray<string> =>
  proof.results.flatMap(({ _tag, check }) => (_tag === 'Proven' ? [] : [check]))

const healthy = (): void => undefined

test('all that was proven, with the session in which it was asked', async () => {
  const { proof, asked } = await proving(healthy)
  assert.ok(O.isSome(proof.proven))
  if (O.isNone(proof.proven)) return
  const { aws, ...proven } = proof.proven.value
  assert.equal(proven, {
    principal: 'operator role',
    commit: 'c'.repeat(40),
    sources: [{ kind: 'registry' }],
    state: O.some({ serial: 7, lineage: '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10', versionId: 'v7' }),
    credentials: CREDENTIALS,
    authorities: 'PEM',
    seen: 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator'
  })
  asked.splice(0)
  await aws.lock.read('an id' as never)()
  assert.equal(asked, ['GetItem an id'])
  assert.is(proof.results.length, 10)
})

test('a run that is refused, or whose AWS cannot be asked, leaves nothing to go on with', async () => {
  for (const [change, checks] of [
    [(world: PreflightWorld) => world.items.clear(), ['state-whole']],
    [
      (world: PreflightWorld) => (world.credentials = E.left('no credentials')),
      ['identity', 'bucket', 'lock-table', 'lock-works', 'lock-free', 'state-whole', 'state-clean']
    ]
  ] as const) {
    const seen = await proving(change)
    assert.equal(seen.proof.proven, O.none)
    assert.equal(refusedIn(seen), checks)
  }
})

test('before init nothing that init makes has to be there; before plan and apply the lock file has to', async () => {
  const unlocked = ({ files, committed }: PreflightWorld): void => {
    for (const path of ['out/staging-eu/.terraform.lock.hcl', 'out/staging-eu/.terraform/terraform.tfstate']) {
      files.delete(path)
      committed.delete(path)
    }
  }
  assert.equal(refusedIn(await proving(unlocked, { command: 'init' })), [])
  for (const command of ['plan', 'apply'] as const)
    assert.equal(refusedIn(await proving(unlocked, { command })), ['working-directory'], command)
  const uncached = ({ files }: PreflightWorld) => files.delete('out/staging-eu/.terraform/terraform.tfstate')
  assert.equal(refusedIn(await proving(uncached)), [], 'tofu runs in another folder')
})

test('the first turn is told check by check, of the sources as they were evaluated', async () => {
  const { events, reads } = await proving(healthy, { now: 'changed' })
  assert.equal(reads, [])
  assert.is(events.filter(({ _tag }) => _tag === 'Ended').length, 10)
})

test('the second turn is silent, and about the sources as they lie there by then', async () => {
  const same = await proving(healthy, { turn: 'again' })
  assert.equal([same.events, same.reads, refusedIn(same)], [[], ['/project'], []])
  const changed = await proving(healthy, { turn: 'again', now: 'changed while the person typed' })
  assert.equal(refusedIn(changed), ['reviewed-file'])
  assert.equal(changed.proof.proven, O.none)
})

const mirror = 'provider_installation {\n  filesystem_mirror {\n    path = "/srv/mirror"\n  }\n}\n'

test('the provider comes from where OpenTofu would take it: what is configured, else the implied folders and the registry', async () => {
  const sourcesOf = async (cli: PreflightWorld['cli'], how: How = {}): Promise<unknown> => {
    const { proof } = await proving((world) => void (world.cli = cli), how)
    return O.isNone(proof.proven) ? 'none' : proof.proven.value.sources
  }
  const configured = { files: [{ path: '~/.tofurc', text: mirror }], impliedMirrors: ['/usr/share/x'] }
  assert.equal(await sourcesOf(configured), [{ kind: 'filesystem', path: '/srv/mirror' }])
  assert.equal(await sourcesOf({ files: [], impliedMirrors: ['/usr/share/x', '/srv/y'] }), [
    { kind: 'filesystem', path: '/usr/share/x' },
    { kind: 'filesystem', path: '/srv/y' },
    { kind: 'registry' }
  ])
  for (const text of ['plugin_cache_dir = "x"\n', 'a = ['])
    assert.is(
      await sourcesOf(configured, {
        meanwhile: (world) => void (world.cli = { files: [{ path: '~/.tofurc', text }], impliedMirrors: [] })
      }),
      'none',
      text
    )
})

test('a CLI configuration that cannot be read any more leaves no source', async () => {
  const world = healthyWorld()
  const ports = portsIn(world, []) as unknown as ProvePorts
  let count = 0
  const cliConfiguration = {
    ...ports.cliConfiguration,
    read: (...of: Parameters<ProvePorts['cliConfiguration']['read']>) => {
      count += 1
      return count === 1 ? ports.cliConfiguration.read(...of) : TE.left({ what: '~/.tofurc', cause: 'gone' })
    }
  }
  const all = { ...ports, cliConfiguration, readSources: () => T.of(readIn(world)) }
  const proof = await prove(
    { ...stagingIn(PROJECT), read: readIn(world) },
    all,
    () => () => undefined
  )('plan', 'first')()
  assert.equal([proof.results.every(({ _tag }) => _tag === 'Proven'), proof.proven], [true, O.none])
  assert.is(count, 2)
})

test.run()
