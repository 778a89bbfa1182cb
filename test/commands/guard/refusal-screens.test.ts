import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import { diagnosticLines } from '../../../src/command-line/diagnostic-text.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import { apply } from '../../../src/commands/guard/apply.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import { init } from '../../../src/commands/guard/init.ts'
import { type Present, mayApply } from '../../../src/commands/guard/may-apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { guardArguments } from '../../../src/commands/guard/arguments.ts'
import { refusedFlag } from '../../../src/commands/guard/refused-flags.ts'
import type { SavedPlan } from '../../../src/commands/guard/saved-plan.ts'
import { stopLines } from '../../../src/commands/guard/stop.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'
import { commitId, digest } from '../../support/kinds.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('the refusals of the guard')

const commands = { init, plan, apply }
type Act = (context: GuardWorld) => unknown

/** The screen of a run that is refused, in a world of its own; `act` is what is wrong in it. */
const run =
  (command: GuardCommand, act: Act): Screen =>
  async () => {
    const context = guardWorld()
    if (command === 'apply') await plan(context.of('plan'))(context.ports)()
    act(context)
    const outcome: E.Either<Parameters<typeof stopLines>[1], unknown> = await commands[command](context.of(command))(
      context.ports
    )()
    context.close()
    return E.isLeft(outcome)
      ? stopLines(plain, outcome.left, 'staging').map((line) => line.replaceAll(context.root, '…'))
      : []
  }
const lockOf = ({ root }: GuardWorld): string => join(root, 'project/out/staging-eu/.terraform.lock.hcl')
const whileTyping =
  (act: Act): Act =>
  (context) =>
    void (context.world.whileTyping = () => void act(context))
const busy =
  (user: number | undefined): Act =>
  ({ ports }) => {
    const held = E.left({ command: 'plan', pid: 4711, since: momentAt(Date.UTC(2026, 0, 31, 11)), user })
    Object.assign(ports, { runs: { take: () => async () => E.right(held) } })
  }
const recordOf = ({ root }: GuardWorld, change: (text: string) => string): void => {
  const [record = ''] = fs
    .readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /plan-?.*\.json$/.test(path))
  fs.writeFileSync(join(root, record), change(fs.readFileSync(join(root, record), 'utf8')))
}
const editedRecord: Act = (context) => recordOf(context, (text) => `${text} `)

/** As OpenTofu wraps its words at the width of a terminal. Source: OpenTofu 1.12, internal/providercache. */
const CHECKSUMS =
  "the local package for registry.opentofu.org/hashicorp/aws 5.100.0 doesn't match\nany of the checksums previously recorded in the dependency lock file"

/** A tofu whose first init fails with these words; no provider is kept. */
const fetchSaying =
  (stderr: string): Act =>
  ({ ports, root }) => {
    fs.rmSync(join(root, 'state'), { recursive: true, force: true })
    const { tofu } = ports
    const end = { code: 1, interrupts: 0, isTerminalGone: false, isWhole: true, stdout: '' }
    Object.assign(ports, {
      tofu: {
        ...tofu,
        capture: (...call: Parameters<typeof tofu.capture>) =>
          call[0].args[0] === 'init' ? async () => E.right({ ...end, stderr }) : tofu.capture(...call)
      }
    })
  }

const saved: SavedPlan = {
  schema: 'zenthea-foundation/saved-plan/2',
  stack: 'staging-eu',
  commit: commitId('a'.repeat(40)),
  fileSha256: digest('b'.repeat(64)),
  principal: 'the operator role',
  tofu: { version: '1.12.6', sha256: digest('d'.repeat(64)) },
  planSha256: digest('c'.repeat(64)),
  providerLockSha256: digest('e'.repeat(64)),
  state: { serial: 7, lineage: 'one', versionId: 'v7' },
  hasChanges: true,
  createdAt: momentAt(Date.UTC(2026, 0, 31, 12))
}
const changed =
  (...all: ReadonlyArray<Partial<Present>>): Screen =>
  () =>
    all.flatMap((more) =>
      mayApply(saved, { ...saved, now: saved.createdAt, ...more }).flatMap((one) => diagnosticLines(plain, one))
    )
const mistake = (...args: ReadonlyArray<string>): string => {
  const outcome = guardArguments('/project', args)
  return E.isLeft(outcome) && outcome.left._tag === 'Mistaken' ? JSON.stringify(outcome.left.mistake) : 'understood'
}
const stack = 'stacks/staging-eu.ts'
const flags = [
  ...['lock', 'lock-timeout', 'auto-approve', 'target', 'target-file', 'exclude', 'exclude-file', 'replace', 'destroy'],
  ...[
    'suppress-forget-errors',
    'refresh-only',
    'refresh',
    'var',
    'var-file',
    'state',
    'state-out',
    'backup',
    'backend'
  ],
  ...['backend-config', 'reconfigure', 'migrate-state', 'force-copy', 'ignore-remote-version', 'from-module', 'chdir'],
  ...['upgrade', 'plugin-dir', 'lockfile', 'get', 'out', 'input', 'detailed-exitcode', 'parallelism', 'concise'],
  ...['compact-warnings', 'consolidate-warnings', 'consolidate-errors', 'deprecation', 'json', 'json-into'],
  ...['show-sensitive', 'generate-config-out', 'test-directory', 'of-a-later-release']
]

readsAs(test, new URL('refusal-screens.txt', import.meta.url), {
  'another run of the same user': run('plan', busy(undefined)),
  'another run of another user': run('plan', busy(1001)),
  'no lock file yet': run('plan', (context) => fs.rmSync(lockOf(context))),
  'a provider of another hash': run('plan', ({ world }) => void (world.provider = 'a forged provider')),
  'a package that tofu refuses for its checksum': run('plan', fetchSaying(CHECKSUMS)),
  'a registry that tofu cannot reach': run('plan', fetchSaying('Could not connect to registry.opentofu.org')),
  'a record of a plan in another form': run('apply', (context) =>
    recordOf(context, (text) => text.replace(/"schema": "[^"]*"/, '"schema": "of-another-release"'))
  ),
  'a lock file that appears while init runs': run('init', (context) => {
    fs.rmSync(lockOf(context))
    context.world.at = (moment) => {
      if (moment === 'initialising') fs.writeFileSync(lockOf(context), 'another')
    }
  }),
  'a lock file that changes while init runs': run('init', (context) => {
    context.world.at = (moment) => {
      if (moment === 'initialising') fs.appendFileSync(lockOf(context), '\n')
    }
  }),
  'an emitted file that changes while tofu plans': run('plan', (context) => {
    context.world.at = (moment) => {
      if (moment === 'planning') fs.appendFileSync(join(context.root, 'project/out/staging-eu/main.tf.json'), ' ')
    }
  }),
  'an apply without a plan': run('apply', ({ root }) => fs.rmSync(join(root, 'state'), { recursive: true })),
  'another plan while the person types': run('apply', whileTyping(editedRecord)),
  'a plan that another run takes while the person types': run('apply', ({ ports }) =>
    Object.assign(ports, { plans: { ...ports.plans, take: () => async () => E.right(false) } })
  ),
  'a state that cannot be read while the person types': run(
    'apply',
    whileTyping(({ world }) => void (world.lineage = ''))
  ),
  'a plan of another stack, commit, file, role or provider': changed({
    stack: 'production-eu',
    commit: commitId('b'.repeat(40)),
    fileSha256: digest('c'.repeat(64)),
    principal: 'the bootstrap principal',
    providerLockSha256: digest('f'.repeat(64))
  }),
  'a plan of another tofu, and another plan': changed({
    tofu: { version: '1.12.7', sha256: digest('e'.repeat(64)) },
    planSha256: digest('d'.repeat(64))
  }),
  'a plan that is too old': changed({ now: momentAt(saved.createdAt + 16.9 * 60_000) }),
  'a plan from the future': changed({ now: momentAt(saved.createdAt - 1) }),
  'a plan that was overtaken': changed({ state: { serial: 8, lineage: 'two', versionId: null } }, { state: null }),
  'each flag of tofu that does not reach it': () => {
    const said = flags.map((name) => {
      const { rule, clause, from, expected, actual, remedy } = refusedFlag(name)
      const of = [from.name, ...actual.split(': ').slice(0, 1)].join(' = ')
      return [
        of,
        `  ${rule}, ${clause}, ${from.kind}: ${expected}\n  ${actual.slice(name.length + 3)}\n  ${remedy}`
      ] as const
    })
    return [...new Set(said.map(([, text]) => text))].flatMap((text) => [
      ...said.flatMap(([of, other]) => (other === text ? [of] : [])),
      text
    ])
  },
  'a command line that is not understood': () => [
    mistake(stack, 'plan', '--proxy'),
    mistake(stack, 'plan', '--tofu='),
    mistake(stack, 'plan', '--no-color=false'),
    mistake(stack, 'plan', '--debug=1'),
    mistake(stack, 'plan', '--tofu=a', '--tofu=b'),
    mistake(stack),
    mistake(stack, 'plan', 'apply')
  ]
})

test.run()
