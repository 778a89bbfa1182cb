import { commitId } from './kinds.ts'
import { type CommitId, absolutePath, momentAt } from '../../src/diagnostics/kinds.ts'
import { writtenLockInfo } from '../../src/backend/lock-info.ts'
import { seenAs } from './seen.ts'
import { machine } from '../../src/diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clock } from '../../src/outside/process/clock.ts'
import { leftovers } from '../../src/outside/private/leftovers.ts'
import { planStore } from '../../src/outside/private/plan-store.ts'
import { programStore } from '../../src/outside/private/program-store.ts'
import { providerStore } from '../../src/outside/private/provider-store.ts'
import { privateRunFolders } from '../../src/outside/private/run-folder.ts'
import { runLock } from '../../src/outside/private/run-lock.ts'
import { sha256 } from '../../src/outside/process/sha256.port.ts'
import { toldRefusal } from '../../src/outside/tofu/told-refusal.ts'
import { checkout, workingDirectory } from '../../src/outside/tofu/checkout.ts'
import type { GuardCommand } from '../../src/commands/guard/commands.ts'
import type { GuardEvent } from '../../src/commands/guard/event.ts'
import type { Judged, Proof, Proven } from '../../src/commands/guard/facts.ts'
import type { GuardPorts, GuardSubject } from '../../src/commands/guard/ports.ts'
import { digestId, lockId } from '../../src/iam/stack-names.ts'
import type { PrivateFailure } from '../../src/outside/files/files.port.ts'
import type { TofuCall, TofuSaid } from '../../src/outside/tofu/tofu.port.ts'
import { passed } from '../../src/diagnostics/finding.ts'
import { sample } from '../plan/sample.ts'
import { emittedStaging, wantedOfStaging } from './wanted.ts'

const file = emittedStaging()
const wanted = wantedOfStaging()
const { awsProvider } = wanted.declaration.versions
const LINEAGE = '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10'

/** The moments of a run, by what is being done. */
export type Moment =
  'proving' | 'proving again' | 'fetching' | 'initialising' | 'planning' | 'showing' | 'judging' | 'applying'

const momentOf = ({ args, environment }: TofuCall): ReadonlyArray<Moment> => {
  const [command = ''] = args
  if (command === 'init') return [environment['TF_DATA_DIR'] === undefined ? 'initialising' : 'fetching']
  const moments: Readonly<Record<string, Moment>> = { plan: 'planning', show: 'showing', apply: 'applying' }
  return [moments[command] ?? []].flat()
}

/** All that a test may set of the world around a run of the guard; it is read anew at every step. */
export type World = {
  proof: 'passes' | 'refuses'
  commit: CommitId
  principal: Proven['principal']
  minutesLeft: number
  now: number
  /** The serial of the state; none before the first apply. */
  serial: number | undefined
  lineage: string
  /** Whose lock it is, if anybody's. */
  lockedBy: string | undefined
  /** What OpenTofu says that the lock is held for, and since when. */
  lockedFor: { readonly operation: string; readonly created: string }
  version: string
  /** The package that the mirror gives, of one file. */
  provider: string
  typed: string
  isTerminal: boolean
  variables: Readonly<Record<string, string>>
  judged: Judged
  /** What happens when tofu is run: its exit code, and whatever else it does. */
  tofu: (call: TofuCall) => number
  /** What a tofu that ends badly says. */
  says: string
  /** What happens when what is known so far is stored. */
  note: () => E.Either<PrivateFailure, void>
  /** What happens while the person types. */
  whileTyping: () => void
  /** What happens at any moment, before it ends. */
  at: (moment: Moment) => void
}

const packageName = `registry.opentofu.org/hashicorp/aws/${awsProvider}/linux_amd64`

/** The hash of a package of one file that holds this. Source: golang.org/x/mod/sumdb/dirhash. */
export const packageHash = (holds: string): string => {
  const line = `${sha256(holds)}  terraform-provider-aws\n`
  return `h1:${createHash('sha256').update(line).digest('base64')}`
}

/** A lock file that binds such a package. */
export const lockText = (holds: string): string =>
  `provider "registry.opentofu.org/hashicorp/aws" {\n  version = "${awsProvider}"\n  hashes = ["${packageHash(holds)}"]\n}\n`

/** What lies in the private mirror that a CLI configuration names, if it does. */
const inMirror = ({ environment }: TofuCall): string | undefined => {
  const text = fs.readFileSync(environment['TF_CLI_CONFIG_FILE'] ?? '', 'utf8')
  const [, mirror] = /path = "(.*)"/.exec(text) ?? []
  return mirror === undefined ? undefined : fs.readFileSync(join(mirror, packageName, 'terraform-provider-aws'), 'utf8')
}

/** What `tofu init` leaves in the folder where it runs, or in the data directory that it is given. */
const initialise = ({ folder, environment }: TofuCall, provider: string): void => {
  const data = environment['TF_DATA_DIR'] ?? join(folder, '.terraform')
  const lock = join(folder, '.terraform.lock.hcl')
  if (!fs.existsSync(lock)) fs.writeFileSync(lock, lockText(provider))
  fs.mkdirSync(join(data, 'providers', packageName), { recursive: true })
  fs.writeFileSync(join(data, 'providers', packageName, 'terraform-provider-aws'), provider)
  if (environment['TF_DATA_DIR'] !== undefined) return
  const { terraform } = JSON.parse(fs.readFileSync(join(folder, 'main.tf.json'), 'utf8')) as Emitted
  const backend = { type: 's3', config: terraform.backend.s3, hash: 1 }
  fs.writeFileSync(join(data, 'terraform.tfstate'), `${JSON.stringify({ version: 3, backend }, undefined, 4)}\n`)
}

type Emitted = { readonly terraform: { readonly backend: { readonly s3: unknown } } }

const fine = passed({ rule: 'plan-of-a-test', clause: 'J.7.0 §4', from: machine('a test'), expected: 'x', actual: 'x' })

/** A run of the guard in a project of its own, with real files and without a process or a network. */
export type GuardWorld = {
  readonly world: World
  readonly root: string
  readonly ports: GuardPorts
  readonly of: (command: GuardCommand) => GuardSubject
  /** Each run of tofu. */
  readonly calls: ReadonlyArray<TofuCall>
  /** The same by its arguments. */
  readonly ran: ReadonlyArray<ReadonlyArray<string>>
  readonly questions: ReadonlyArray<string>
  readonly events: ReadonlyArray<GuardEvent>
  readonly close: () => void
}

export const guardWorld = (): GuardWorld => {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-world-')))
  const project = absolutePath(join(root, 'project'))
  const folder = join(project, 'out/staging-eu')
  fs.mkdirSync(folder, { recursive: true })
  fs.writeFileSync(join(folder, 'main.tf.json'), file.text)
  fs.writeFileSync(join(folder, '.terraform.lock.hcl'), lockText('a provider'))
  fs.mkdirSync(join(root, 'bin'))
  fs.writeFileSync(join(root, 'bin/tofu'), 'a tofu', { mode: 0o755 })
  fs.writeFileSync(join(root, 'bin/ca.pem'), 'the authorities')
  const calls: Array<TofuCall> = []
  const ran: Array<ReadonlyArray<string>> = []
  const questions: Array<string> = []
  const events: Array<GuardEvent> = []
  const world: World = {
    proof: 'passes',
    commit: commitId('a'.repeat(40)),
    principal: 'operator role',
    minutesLeft: 60,
    now: Date.UTC(2026, 0, 31, 12),
    serial: 7,
    lineage: LINEAGE,
    lockedBy: undefined,
    lockedFor: { operation: 'OperationTypeApply', created: '2026-01-31T11:00:00Z' },
    version: '1.12.6',
    provider: 'a provider',
    typed: 'staging',
    isTerminal: true,
    variables: { PATH: '/usr/bin' },
    judged: {
      findings: [fine],
      tofuVersion: '1.12.6',
      hasChanges: true,
      bringsBack: false,
      shown: O.some({ plan: sample('tag-change'), place: wanted.declaration })
    },
    tofu: ({ args }) => {
      const out = args.find((arg) => arg.startsWith('-out='))
      if (out !== undefined) fs.writeFileSync(out.slice(5), 'a plan', { mode: 0o600 })
      if (args[0] === 'apply') world.serial = (world.serial ?? 0) + 1
      return 0
    },
    says: '',
    note: () => E.right(undefined),
    whileTyping: () => undefined,
    at: () => undefined
  }
  const stateText = (): string | undefined =>
    world.serial === undefined
      ? undefined
      : JSON.stringify({
          version: 4,
          terraform_version: '1.12.6',
          serial: world.serial,
          lineage: world.lineage,
          outputs: {},
          resources: []
        })
  const md5 = (text: string): string => createHash('md5').update(text).digest('hex')
  const held = (): string =>
    writtenLockInfo({
      ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10',
      Operation: world.lockedFor.operation,
      Info: '',
      Who: world.lockedBy ?? '',
      Version: '1.12.6',
      Created: world.lockedFor.created,
      Path: lockId(wanted.declaration)
    })
  const aws: Proven['aws'] = {
    lock: {
      read: (id) => async () => {
        const text = stateText()
        if (id === lockId(wanted.declaration))
          return E.right(world.lockedBy === undefined ? O.none : O.some({ info: held(), digest: undefined }))
        return E.right(
          id === digestId(wanted.declaration) && text !== undefined
            ? O.some({ info: undefined, digest: md5(text) })
            : O.none
        )
      },
      take: () => TE.right(false),
      release: () => TE.right(false)
    },
    state: {
      read: () => async () => {
        const text = stateText()
        return E.right(text === undefined ? O.none : O.some({ text, md5: md5(text), versionId: `v${world.serial}` }))
      }
    }
  }
  const facts = () =>
    world.serial === undefined
      ? O.none
      : O.some({ serial: world.serial, lineage: world.lineage, versionId: `v${world.serial}` })
  const run = (call: TofuCall): TofuSaid => {
    calls.push(call)
    ran.push(call.args)
    const said = { interrupts: 0, isTerminalGone: false, stderr: '', isWhole: true }
    if (call.args[0] === 'version') {
      const json = JSON.stringify({ terraform_version: world.version })
      return { ...said, code: 0, stdout: call.args.length > 1 ? json : `OpenTofu v${world.version}\n` }
    }
    momentOf(call).forEach(world.at)
    if (call.args[0] === 'init') {
      initialise(call, inMirror(call) ?? world.provider)
      return { ...said, code: 0, stdout: '' }
    }
    const code = world.tofu(call)
    return { ...said, code, stdout: code === 0 ? '{}' : world.says }
  }
  const proof = (): Proof => ({
    results: [{ _tag: world.proof === 'passes' ? 'Proven' : 'Refused', check: 'identity', findings: [] }],
    proven:
      world.proof === 'passes'
        ? O.some({
            principal: world.principal,
            seen: seenAs(
              world.principal === 'operator role' ? 'ZentheaStagingEuOperator' : 'ZentheaFoundationBootstrap'
            ),
            commit: world.commit,
            state: facts(),
            credentials: {
              accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
              secretAccessKey: 'hidden-key',
              sessionToken: 'hidden-token',
              expiration: world.now + world.minutesLeft * 60_000
            },
            authorities: fs.readFileSync(join(root, 'bin/ca.pem'), 'utf8'),
            sources: [],
            aws
          })
        : O.none
  })
  let count = 0
  const newId = (): string => `id-${(count += 1)}`
  const home = { path: join(root, 'state'), projects: [] }
  const ports: GuardPorts = {
    prove: (_, turn) => async () => {
      world.at(turn === 'first' ? 'proving' : 'proving again')
      return proof()
    },
    judge: () => {
      world.at('judging')
      return world.judged
    },
    finder: {
      find: () => async () =>
        E.right({
          path: absolutePath(join(root, 'bin/tofu')),
          realPath: absolutePath(join(root, 'bin/tofu')),
          isInCheckout: false,
          form: 'ELF',
          namesOpenTofu: true,
          changeable: [],
          sha256: sha256(fs.readFileSync(join(root, 'bin/tofu')))
        })
    },
    tofu: { handOver: (call) => async () => E.right(run(call)), capture: (call) => async () => E.right(run(call)) },
    refusalIn: toldRefusal,
    folders: privateRunFolders(root),
    plans: planStore(home, newId),
    programs: programStore(home, newId),
    providers: providerStore(home, newId),
    leftovers: leftovers(root, home),
    runs: runLock(home, root, newId),
    checkout: checkout(),
    note: async () => world.note(),
    directory: workingDirectory(),
    sha256,
    clock: { ...clock, now: () => momentAt(world.now) },
    who: 'person@host',
    person: {
      get isThere() {
        return world.isTerminal
      },
      ask: (question) => async () => {
        questions.push(question)
        world.whileTyping()
        return world.typed
      }
    },
    tell: (event) => () => void events.push(event)
  }
  return {
    world,
    root,
    ports,
    calls,
    ran,
    questions,
    events,
    of: (command) => ({
      subject: {
        project,
        source: 'stacks/staging-eu.ts',
        imports: [],
        read: new Map(),
        file,
        wanted,
        providerBuilds: [{ source: 'this test', hashes: ['a provider', 'another provider'].map(packageHash) }],
        route: { proxy: undefined, caBundle: undefined }
      },
      command,
      parent: world.variables,
      tofu: undefined,
      isPlain: true
    }),
    close: () => fs.rmSync(root, { recursive: true, force: true })
  }
}
