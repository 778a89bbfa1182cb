import * as O from 'fp-ts/lib/Option.js'
import { type Setting, clauses } from '../../backend/setting.ts'
import { compareBucket, untouchedBucket } from '../../backend/compare-bucket.ts'
import { compareTable, untouchedTable } from '../../backend/compare-table.ts'
import type { Decision, Mark } from './decide.ts'
import type { Step, Thing } from './step.ts'
import { type SeenRole, seenRole } from '../../caller/seen-role.ts'
import type { Wanted } from '../../backend/wanted.ts'
import type { Paint } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'
import type { Route } from '../../caller/surroundings.ts'
import type { Ended } from './seed.ts'
import { commands } from './commands.ts'
import type { Ledger } from './event.ts'
import { nextCommands } from '../../command-line/route.ts'

const nothingYet = {
  ownership: O.none,
  publicAccess: O.none,
  encryption: O.none,
  versioning: O.none,
  policy: O.none,
  tags: {},
  undeclared: untouchedBucket
}

const noTable = {
  arn: '',
  status: '',
  keys: [],
  attributes: [],
  billing: '',
  isProtected: false,
  encryption: O.none,
  encryptionKey: O.none,
  replicas: [],
  hasStreamOrIndex: false,
  tableClass: 'STANDARD',
  limits: []
}

const nothingMore = { recovery: O.none, tags: {}, managedKey: O.none, undeclared: untouchedTable }

const allOf = (thing: Thing, wanted: Wanted): ReadonlyArray<Setting> =>
  (thing === 'bucket'
    ? compareBucket(wanted.bucket, nothingYet)
    : compareTable(wanted.table, { settings: noTable, ...nothingMore })
  ).filter(({ standing, name }) => standing !== 'right' && name !== 'region')

const row = (name: string, value: string, clause: string): string =>
  `  ${name.padEnd(20)}  ${printable(value)}  (${clause})`

const nameOf = (thing: Thing, { bucket, table }: Wanted): string => (thing === 'bucket' ? bucket.name : table.name)

const halfMade: Readonly<Record<Mark, string>> = {
  tags: 'half made by an earlier run, to finish',
  age: 'empty, made by this account within the last hour, without tags and with nothing set: taken for the one of an interrupted run, to finish. If it is not yours, stop here'
}

const thingLines = (paint: Paint, thing: Thing, decision: Decision, wanted: Wanted): ReadonlyArray<string> => {
  const title = `${thing} ${nameOf(thing, wanted)}`
  switch (decision._tag) {
    case 'Make':
      return [
        `${paint('bold', title)}: ${paint('green', 'to create')}`,
        row('region', wanted.declaration.region.aws, clauses.region),
        ...allOf(thing, wanted).map(({ name, expected, clause }) => row(name, expected, clause))
      ]
    case 'Finish':
      return [
        `${paint('bold', title)}: ${paint('yellow', halfMade[decision.mark])}`,
        ...decision.settings.map(({ name, expected, clause }) => row(name, expected, clause)),
        ...(decision.settings.length === 0 ? ['  it is still being made'] : [])
      ]
    case 'Keep':
      return [`${paint('bold', title)}: there, and as declared; left alone`]
    case 'Refuse':
      return []
    default:
      return decision satisfies never
  }
}

/** What seed will create, for the person who is to confirm it: each setting with the clause that demands it. */
export const planLines = (
  paint: Paint,
  wanted: Wanted,
  seen: SeenRole | undefined,
  { bucket, table }: { readonly bucket: Decision; readonly table: Decision }
): ReadonlyArray<string> => [
  `${paint('bold', wanted.stack)}: account ${wanted.declaration.account}, region ${wanted.declaration.region.aws}, as ${seen === undefined ? 'an unknown role' : seenRole({ seen, declared: wanted.declaration.bootstrapPrincipal })}`,
  '',
  ...thingLines(paint, 'bucket', bucket, wanted),
  '',
  ...thingLines(paint, 'table', table, wanted),
  ''
]

const stepsIn = (decision: Decision | undefined): ReadonlyArray<Step> =>
  decision?._tag === 'Make' || decision?._tag === 'Finish' ? decision.steps : []

const byHand = (source: string, { stack }: Wanted, route: Route): ReadonlyArray<string> =>
  nextCommands({ source, stack, route }, ['init', 'plan', 'apply'])

/** What is said at the end of a run that nothing stopped: the commands, or what to do next. */
export const endLines = (
  paint: Paint,
  ended: Ended,
  ledger: Ledger,
  wanted: Wanted,
  route: Route,
  source: string
): ReadonlyArray<string> => {
  const steps = [...stepsIn(ledger.decided?.bucket), ...stepsIn(ledger.decided?.table)]
  switch (ended) {
    case 'shown':
      return steps.length === 0 ? ['# nothing to do: both are there, and as declared'] : commands(wanted, steps, route)
    case 'made':
      return ['', paint('green', 'bucket and table are there, as declared'), ...byHand(source, wanted, route)]
    case 'all there':
      return [
        paint('green', 'bucket and table are there, as declared; nothing was done'),
        ...byHand(source, wanted, route)
      ]
    default:
      return ended satisfies never
  }
}
