import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Paint } from '../../../src/command-line/terminal.ts'
import { type Decision, makeBucket, makeTable } from '../../../src/commands/seed/decide.ts'
import { type Ledger, type SeedEvent, emptyLedger, noted } from '../../../src/commands/seed/event.ts'
import { eventLines, existsLines } from '../../../src/commands/seed/event-text.ts'
import { endLines, planLines } from '../../../src/commands/seed/plan-text.ts'
import { SeenRole } from '../../../src/caller/seen-role.ts'
import type { Step } from '../../../src/commands/seed/step.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

const test = suite('what seed says')

const wanted = wantedOfStaging()
const paint: Paint = (colour, text) => `<${colour}>${text}</>`
const noWay = { proxy: undefined, caBundle: undefined }
const keep: Decision = { _tag: 'Keep' }
const source = 'stacks/staging-eu.ts'

const after = (...events: ReadonlyArray<SeedEvent>): Ledger => events.reduce(noted, emptyLedger)
const decided = (bucket: Decision, table: Decision): SeedEvent => ({ _tag: 'Decided', bucket, table })
const confirmed: SeedEvent = { _tag: 'Confirmed' }
const began = (step: Step): SeedEvent => ({ _tag: 'Began', step })
const did = (step: Step): SeedEvent => ({ _tag: 'Did', step })

const bucketToCreate = [
  '<bold>bucket zenthea-staging-eu-tfstate</>: <green>to create</>',
  '  region                eu-central-1  (J.7.0 §7)',
  '  ownership             BucketOwnerEnforced  (J.6.2 §6)',
  '  tags                  Environment=staging, ManagedBy=zenthea-foundation, Phase=J.7.0, Purpose=OpenTofu state  (J.6.2 §7)',
  '  public access         blocked four ways  (J.6.2 §6)',
  '  encryption            AES256  (J.7.0 §3.2)',
  '  versioning            Enabled  (J.6.2 §7)',
  '  policy                TlsOnly, TlsNotBelow12, ThisAccountOnly, DeclaredEncryptionOnly, HistoryStays, BootstrapPrincipalSetsPolicy  (J.7.0 §7)'
]
const tableToCreate = [
  '<bold>table zenthea-staging-eu-tflock</>: <green>to create</>',
  '  region                eu-central-1  (J.7.0 §7)',
  '  key                   LockID HASH, LockID S  (J.6.2 §5)',
  '  billing               PAY_PER_REQUEST  (J.6.2 §7)',
  '  deletion protection   on  (J.6.2 §7)',
  '  encryption            ENABLED, with the key alias/aws/dynamodb  (J.7.0 §3.2)',
  '  tags                  Environment=staging, ManagedBy=zenthea-foundation, Phase=J.7.0, Purpose=OpenTofu state lock  (J.6.2 §7)',
  '  recovery              on, 35 days  (J.6.2 §7)'
]

test('before the question: who asks, and every setting of both with its clause', () => {
  const seen = 'arn:aws:sts::111122223333:assumed-role/ZentheaFoundationBootstrap'
  assert.equal(
    planLines(paint, wanted, SeenRole.is(seen) ? seen : undefined, { bucket: makeBucket, table: makeTable }),
    [
      '<bold>staging-eu</>: account 111122223333, region eu-central-1, as ZentheaFoundationBootstrap (declared as arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap; AWS does not say the path)',
      '',
      ...bucketToCreate,
      '',
      ...tableToCreate,
      ''
    ]
  )
})

test('a caller whom AWS did not name stays unknown', () => {
  const [first] = planLines(paint, wanted, undefined, { bucket: keep, table: keep })
  assert.is(first, '<bold>staging-eu</>: account 111122223333, region eu-central-1, as an unknown role')
})

const versioning = {
  name: 'versioning',
  clause: 'J.6.2 §7',
  expected: 'Enabled',
  actual: 'never set',
  standing: 'unset'
} as const

const shown = (bucket: Decision): ReadonlyArray<string> =>
  planLines(paint, wanted, undefined, { bucket, table: keep }).slice(2, -3)

test('what is kept, finished or refused is told apart, and what is left to set is listed', () => {
  assert.equal(shown(keep), ['<bold>bucket zenthea-staging-eu-tfstate</>: there, and as declared; left alone'])
  assert.equal(shown({ _tag: 'Refuse', why: 'it is not as declared', differences: [versioning] }), [])
  assert.equal(shown({ _tag: 'Finish', steps: ['version bucket'], settings: [versioning], mark: 'tags' }), [
    '<bold>bucket zenthea-staging-eu-tfstate</>: <yellow>half made by an earlier run, to finish</>',
    '  versioning            Enabled  (J.6.2 §7)'
  ])
  assert.equal(shown({ _tag: 'Finish', steps: ['wait for bucket'], settings: [], mark: 'tags' }), [
    '<bold>bucket zenthea-staging-eu-tfstate</>: <yellow>half made by an earlier run, to finish</>',
    '  it is still being made'
  ])
  const [byAge] = shown({ _tag: 'Finish', steps: [], settings: [versioning], mark: 'age' })
  assert.is(
    byAge,
    '<bold>bucket zenthea-staging-eu-tfstate</>: <yellow>empty, made by this account within the last hour, without tags and with nothing set: taken for the one of an interrupted run, to finish. If it is not yours, stop here</>'
  )
})

const next = [
  'Next, by hand (J.7.0 §2):',
  ...['init', 'plan', 'apply'].map((command) => `  npm run tofu -- stacks/staging-eu.ts ${command}`),
  'or, weaker, because what was proven is not tied to what runs:',
  '  export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled',
  ...['init', 'plan', 'apply'].map((command) => `  tofu -chdir=out/staging-eu ${command}`)
]

const ended = (how: Parameters<typeof endLines>[1], ledger: Ledger): ReadonlyArray<string> =>
  endLines(paint, how, ledger, wanted, noWay, source)

test('a run that made or found both says so, and what is typed next', () => {
  assert.equal(ended('made', after(decided(makeBucket, makeTable))), [
    '',
    '<green>bucket and table are there, as declared</>',
    ...next
  ])
  assert.equal(ended('all there', after(decided(keep, keep))), [
    '<green>bucket and table are there, as declared; nothing was done</>',
    ...next
  ])
})

test('a dry run prints a command for each step of each thing that is made or finished, and none for another', () => {
  assert.equal(ended('shown', after(decided(keep, keep))), ['# nothing to do: both are there, and as declared'])
  assert.equal(ended('shown', emptyLedger), ['# nothing to do: both are there, and as declared'])
  const titles = (bucket: Decision, table: Decision) =>
    ended('shown', after(decided(bucket, table))).filter((line) => line.startsWith('# ') && !line.startsWith('# ends'))
  assert.equal(titles(keep, makeTable), [
    '# create the table, protected from deletion and encrypted, with its tags',
    '# wait until the table is active',
    '# turn point-in-time recovery on'
  ])
  assert.equal(titles({ _tag: 'Finish', steps: ['version bucket'], settings: [versioning], mark: 'tags' }, keep), [
    '# turn versioning on'
  ])
})

test('each moment that a person waits through has its line, and the others have none', () => {
  const failure = {
    _tag: 'Throttled',
    call: 'S3 PutBucketPolicy',
    calledRegion: 'eu-central-1',
    code: 'SlowDown',
    message: 'Reduce your rate',
    status: 503,
    requestId: 'R1',
    region: undefined,
    attempts: 2
  } as const
  const lines = (event: SeedEvent) => eventLines(paint, event)
  assert.equal(lines(did('tag bucket')), ['<green>done</>     tag the bucket'])
  assert.equal(lines({ _tag: 'Waiting', thing: 'table', for: 'it is active' }), [
    '<dim>waiting</>  table: until it is active'
  ])
  const [again, ...more] = lines({ _tag: 'Retrying', failure, ofAttempts: 5, millis: 1500 })
  assert.equal(more, [])
  assert.match(again ?? '', /^<yellow>again<\/> {4}S3 PutBucketPolicy.*throttled by AWS.*; attempt 3 of 5 in 1\.5 s$/)
  for (const event of [decided(keep, keep), confirmed, began('tag bucket')] as const) assert.equal(lines(event), [])
})

const again =
  'Run npm run seed -- stacks/staging-eu.ts again: it finishes what is missing and changes nothing that is right.'

const exists = (...events: ReadonlyArray<SeedEvent>): ReadonlyArray<string> =>
  existsLines(after(...events), wanted, source)

test('a run that ends before the answer says that nothing was created', () => {
  assert.equal(exists(), ['nothing was created'])
  assert.equal(exists(decided(makeBucket, makeTable)), ['nothing was created'])
  assert.equal(exists(confirmed), ['nothing was created'])
})

test('a run that ends early says of each step whether it was done, begun or not begun', () => {
  const answered = [decided(makeBucket, makeTable), confirmed]
  assert.equal(exists(...answered), [
    'What exists now',
    '  bucket zenthea-staging-eu-tfstate: not created',
    '  table zenthea-staging-eu-tflock: not created',
    again
  ])
  assert.equal(exists(...answered, began('create bucket')).slice(1, 3), [
    '  bucket zenthea-staging-eu-tfstate: not known to exist: its creation was begun',
    '  table zenthea-staging-eu-tflock: not created'
  ])
  const made = [began('create bucket'), did('create bucket'), did('wait for bucket'), began('tag bucket')]
  assert.equal(exists(...answered, ...made), [
    'What exists now',
    '  bucket zenthea-staging-eu-tfstate: created',
    '    done       wait until the bucket answers',
    '    not known  tag the bucket',
    '    not done   block public access',
    '    not done   encrypt by default',
    '    not done   turn versioning on',
    '    not done   set the bucket policy',
    '  table zenthea-staging-eu-tflock: not created',
    again
  ])
})

test('a table that was begun is told of the table alone, and one that was there is not called created', () => {
  assert.equal(exists(decided(keep, makeTable), confirmed, began('create table')).slice(1, 3), [
    '  bucket zenthea-staging-eu-tfstate: there before, and as declared',
    '  table zenthea-staging-eu-tflock: not known to exist: its creation was begun'
  ])
  const finish: Decision = { _tag: 'Finish', steps: ['version bucket'], settings: [versioning], mark: 'tags' }
  assert.equal(exists(decided(finish, keep), confirmed, did('version bucket')).slice(1, 4), [
    '  bucket zenthea-staging-eu-tfstate: there before, half made',
    '    done       turn versioning on',
    '  table zenthea-staging-eu-tflock: there before, and as declared'
  ])
})

test('where another run would refuse what is there, none is advised, and a name with a space is quoted', () => {
  const ledger = after(decided(makeBucket, makeTable), confirmed)
  assert.equal(
    existsLines(ledger, wanted, source, false),
    exists(decided(makeBucket, makeTable), confirmed).slice(0, -1)
  )
  assert.match(
    existsLines(ledger, wanted, 'stacks/my stack.ts').at(-1) ?? '',
    "npm run seed -- 'stacks/my stack.ts' again"
  )
})

test.run()
