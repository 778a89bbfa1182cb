import { commitId } from './kinds.ts'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { sha256 } from '../../src/outside/process/sha256.port.ts'
import { type GuardWorld, lockText } from './guard-world.ts'
import { git, looseEmitted } from './guard-git.ts'

/** What is changed, in words, and how. */
export type Swap = readonly [what: string, act: (world: GuardWorld) => void]

/** What a person or a program could change between proof and apply, in the words of the task. */
export type Kind =
  | 'file'
  | 'folder'
  | 'link'
  | 'plan'
  | 'record'
  | 'lock'
  | 'provider'
  | 'tofu'
  | 'HEAD'
  | 'index'
  | 'object'
  | 'state'
  | 'lock item'
  | 'credentials'
  | 'authorities'
  | 'clock'

/** A file that OpenTofu merges into every other one. */
export const OVERRIDE = 'x_override.tf.json'

const out = ({ root }: GuardWorld, name = ''): string => join(root, 'project/out/staging-eu', name)
export const privatePlace = ({ root }: GuardWorld, ...names: ReadonlyArray<string>): string =>
  join(root, 'state/zenthea-foundation', ...names)
const below = (folder: string, ending: string): string => {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return join(folder, names.find((name) => name.endsWith(ending)) ?? 'nothing')
}
const savedPlan = (context: GuardWorld): string => below(privatePlace(context, 'plans'), '.tfplan')
const record = (context: GuardWorld): string => below(privatePlace(context, 'plans'), 'plan.json')

const override: Swap = ['an override beside the emitted file', (all) => fs.writeFileSync(out(all, OVERRIDE), '{}')]
const emitted: Swap = ['another emitted file', (all) => fs.writeFileSync(out(all, 'main.tf.json'), '"local-exec"')]
const folder: Swap = [
  'a link in the place of the folder',
  (all) => {
    fs.cpSync(out(all), join(all.root, 'elsewhere'), { recursive: true })
    fs.writeFileSync(join(all.root, 'elsewhere', OVERRIDE), '{}')
    fs.rmSync(out(all), { recursive: true })
    fs.symlinkSync(join(all.root, 'elsewhere'), out(all))
  }
]
const open: Swap = ['a folder that all may write to', (all) => fs.chmodSync(out(all), 0o777)]
const lock: Swap = [
  'another lock file',
  (all) => fs.writeFileSync(out(all, '.terraform.lock.hcl'), lockText('another provider'))
]
const data: Swap = [
  'another provider in .terraform',
  (all) => {
    fs.mkdirSync(out(all, '.terraform/providers'), { recursive: true })
    fs.writeFileSync(out(all, '.terraform/providers/terraform-provider-aws'), 'another provider')
  }
]
const mirror: Swap = ['another provider in the mirror', ({ world }) => void (world.provider = 'another provider')]
const tofu: Swap = ['another tofu on PATH', ({ root }) => fs.writeFileSync(join(root, 'bin/tofu'), 'another tofu')]
const otherPlan: Swap = ['another plan', (all) => fs.writeFileSync(savedPlan(all), 'another plan')]
const otherRecord: Swap = ['another record', (all) => fs.appendFileSync(record(all), ' ')]
const planAndRecord: Swap = [
  'another plan with a record that fits it',
  (all) => {
    fs.writeFileSync(savedPlan(all), 'another plan')
    const text = fs.readFileSync(record(all), 'utf8')
    fs.writeFileSync(record(all), text.replaceAll(sha256('a plan'), sha256('another plan')))
  }
]
const pipe: Swap = [
  'a pipe in the place of the plan',
  (all) => {
    const path = savedPlan(all)
    fs.rmSync(path)
    execFileSync('mkfifo', ['-m', '600', path])
  }
]
const linkedPlan: Swap = ['a second link to the plan', (all) => fs.linkSync(savedPlan(all), join(all.root, 'linked'))]
const linkedFile: Swap = [
  'a hard link in the place of the emitted file',
  (all) => {
    fs.writeFileSync(join(all.root, 'linked'), '"local-exec"')
    fs.rmSync(out(all, 'main.tf.json'))
    fs.linkSync(join(all.root, 'linked'), out(all, 'main.tf.json'))
  }
]
const noPlan: Swap = ['no plan', (all) => fs.rmSync(record(all))]
const commit: Swap = ['another commit', ({ world }) => void (world.commit = commitId('b'.repeat(40)))]
const role: Swap = ['another role', ({ world }) => void (world.principal = 'bootstrap principal')]
const refusing: Swap = ['something that preflight refuses', ({ world }) => void (world.proof = 'refuses')]
const credentials: Swap = ['credentials that end soon', ({ world }) => void (world.minutesLeft = 14)]
const authorities: Swap = [
  'other authorities to trust',
  ({ root }) => fs.writeFileSync(join(root, 'bin/ca.pem'), 'other authorities')
]
const late: Swap = ['a later clock', ({ world }) => void (world.now += 15 * 60_000 + 1)]
const early: Swap = ['an earlier clock', ({ world }) => void (world.now -= 60_000)]
const serial: Swap = ['another serial', ({ world }) => void (world.serial = 8)]
const lineage: Swap = ['another lineage', ({ world }) => void (world.lineage = '11111111-2222-4333-8444-555555555555')]
const gone: Swap = ['no state', ({ world }) => void (world.serial = undefined)]
const held: Swap = ['a lock that is held', ({ world }) => void (world.lockedBy = 'a.colleague@elsewhere')]
const away: Swap = ['a terminal that is gone', ({ world }) => void (world.isTerminal = false)]

const replace = (path: string): void => {
  fs.chmodSync(path, 0o700)
  fs.writeFileSync(path, 'something else')
}
const storedProvider: Swap = [
  'another provider in the private store',
  (all) => replace(below(privatePlace(all, 'providers'), 'provider-aws'))
]
const storedTofu: Swap = [
  'another tofu in the private store',
  (all) => replace(below(privatePlace(all, 'programs'), 'tofu'))
]
const openStack: Swap = [
  'a stack that all may write to',
  ({ root }) => {
    fs.mkdirSync(join(root, 'project/stacks'))
    fs.writeFileSync(join(root, 'project/stacks/staging-eu.ts'), '')
    fs.chmodSync(join(root, 'project/stacks/staging-eu.ts'), 0o666)
  }
]

const EMITTED = 'out/staging-eu/main.tf.json'

/** Puts an object of other bytes in the place of the loose one that holds the committed file. */
const forge = (all: GuardWorld): void => {
  const path = looseEmitted(all)
  fs.rmSync(path)
  fs.writeFileSync(path, deflateSync(Buffer.from('blob 3\0{}\n')))
}
const branch: Swap = [
  'a branch whose commit has another file',
  (all) => {
    git(all, 'checkout', '-q', '--detach')
    fs.writeFileSync(out(all, 'main.tf.json'), '{}')
    git(all, 'commit', '-q', '-a', '-m', 'x')
    fs.writeFileSync(out(all, 'main.tf.json'), git(all, 'show', `HEAD~1:${EMITTED}`))
  }
]
const emptyCommit: Swap = [
  'a commit that changes nothing',
  (all) => void git(all, 'commit', '-q', '--allow-empty', '-m', 'x')
]
const unborn: Swap = [
  'a branch without a commit',
  (all) => fs.writeFileSync(join(all.root, 'project/.git/HEAD'), 'ref: refs/heads/none\n')
]
const staged: Swap = [
  'a staged change of the emitted file',
  (all) => {
    const text = fs.readFileSync(out(all, 'main.tf.json'))
    fs.writeFileSync(out(all, 'main.tf.json'), '{}')
    git(all, 'add', '-f', EMITTED)
    fs.writeFileSync(out(all, 'main.tf.json'), text)
  }
]
const removedFromIndex: Swap = [
  'an index without the emitted file',
  (all) => void git(all, 'rm', '-q', '--cached', EMITTED)
]
const tornIndex: Swap = ['a torn index', ({ root }) => fs.truncateSync(join(root, 'project/.git/index'), 30)]
const forged: Swap = ['a forged object in the place of the emitted file', forge]
const goneObject: Swap = ['no object of the emitted file', (all) => fs.rmSync(looseEmitted(all))]
const tornObject: Swap = [
  'a torn object',
  (all) => {
    const path = looseEmitted(all)
    fs.chmodSync(path, 0o600)
    fs.truncateSync(path, 20)
  }
]
const replaced: Swap = [
  'a replacement of the committed object',
  (all) => {
    fs.writeFileSync(join(all.root, 'other'), '{}')
    const other = git(all, 'hash-object', '-w', join(all.root, 'other')).trim()
    git(all, 'replace', git(all, 'rev-parse', `HEAD:${EMITTED}`).trim(), other)
  }
]
const borrowed: Swap = [
  'borrowed objects, one of them forged',
  (all) => {
    const [path, objects] = [looseEmitted(all), join(all.root, 'project/.git/objects')]
    const elsewhere = join(all.root, 'borrowed', path.slice(objects.length))
    fs.mkdirSync(dirname(elsewhere), { recursive: true })
    forge(all)
    fs.renameSync(path, elsewhere)
    fs.writeFileSync(join(objects, 'info/alternates'), `${join(all.root, 'borrowed')}\n`)
  }
]

/** Swaps of a world whose project is a repository of git, by what they change. */
export const gitSwaps = {
  HEAD: { branch, emptyCommit, unborn },
  index: { staged, removedFromIndex, tornIndex },
  object: { forged, goneObject, tornObject, replaced, borrowed }
} satisfies Partial<Record<Kind, Readonly<Record<string, Swap>>>>

/** All other swaps, by what they change. */
export const swaps = {
  file: { override, emitted, openStack },
  folder: { open },
  link: { folder, linkedPlan, linkedFile },
  plan: { otherPlan, planAndRecord, pipe, noPlan },
  record: { otherRecord },
  lock: { lock },
  provider: { data, mirror, storedProvider },
  tofu: { tofu, storedTofu },
  HEAD: { commit },
  state: { serial, lineage, gone },
  'lock item': { held },
  credentials: { role, credentials },
  authorities: { authorities },
  clock: { late, early },
  'what is around them': { refusing, away }
} satisfies Partial<Record<Kind | 'what is around them', Readonly<Record<string, Swap>>>>

/** Each kind of the task has a list of swaps: a kind that has none does not compile. */
export const kinds: Readonly<Record<Kind, ReadonlyArray<Swap>>> = {
  file: Object.values(swaps.file),
  folder: Object.values(swaps.folder),
  link: Object.values(swaps.link),
  plan: Object.values(swaps.plan),
  record: Object.values(swaps.record),
  lock: Object.values(swaps.lock),
  provider: Object.values(swaps.provider),
  tofu: Object.values(swaps.tofu),
  HEAD: [...Object.values(swaps.HEAD), ...Object.values(gitSwaps.HEAD)],
  index: Object.values(gitSwaps.index),
  object: Object.values(gitSwaps.object),
  state: Object.values(swaps.state),
  'lock item': Object.values(swaps['lock item']),
  credentials: Object.values(swaps.credentials),
  authorities: Object.values(swaps.authorities),
  clock: Object.values(swaps.clock)
}
