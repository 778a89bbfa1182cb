import { explainLines } from '../../command-line/diagnostic-text.ts'
import { counted, printable } from '../../command-line/printable.ts'
import type { Paint } from '../../command-line/terminal.ts'
import type { RunSeen } from './attention.ts'
import type { StackStatus } from './stack-status.ts'

/** Of so many stacks each is listed; of more, those that need attention. */
const MOST = 20

/** So many lines of a table are one screen. */
const SCREEN = 40

/** When a run was, and by which role. A run that did not end well says so, because nothing was planned or applied by it. */
const runText = (run: RunSeen | null): string => {
  if (run === null) return '-'
  const role = run.role?.replace(/^.*\//, '') ?? 'unknown role'
  return `${run.at.slice(0, 16).replace('T', ' ')} ${run.outcome === 'Done' ? role : 'not done'}`
}

const liveText = ({ live }: StackStatus): ReadonlyArray<string> =>
  live === null
    ? ['-', '-', '-']
    : [
        live.bucket && live.table ? 'as declared' : 'differs',
        live.unanswered.includes('lock') ? 'unknown' : live.lock === 'free' ? 'free' : 'held',
        live.serial === null ? (live.unanswered.includes('state') ? 'unknown' : 'none') : String(live.serial)
      ]

const cells = (status: StackStatus, isLive: boolean): ReadonlyArray<string> => [
  printable(status.stack, 100),
  status.account ?? '-',
  status.problems === 0 ? 'yes' : 'no',
  status.emitted ?? '-',
  status.committed ?? '-',
  runText(status.planned),
  runText(status.applied),
  ...(isLive ? liveText(status) : [])
]

const HEAD = ['stack', 'account', 'valid', 'emitted', 'committed', 'planned', 'applied']
const LIVE_HEAD = ['backend', 'lock', 'serial']

/** What needs attention, cut to a line; the command to copy at its end is whole. */
const attentionText = (line: string): string => {
  const at = Math.max(...COMMANDS.map((command) => line.lastIndexOf(command)))
  if (at < 0) return printable(line, WIDE)
  return `${printable(line.slice(0, at), WIDE)}: ${printable(line.slice(at + 2), MOST_OF_COMMAND)}`
}

/** What begins a command at the end of a line. */
const COMMANDS = [': npm run ', ': git ']
const WIDE = 160
const MOST_OF_COMMAND = 2_000

const table = (rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd()
  )
}

/** How many stacks name each release of the provider that no end-to-end test was run with. */
const acceptedLines = (all: ReadonlyArray<StackStatus>): ReadonlyArray<string> => {
  const accepted = all.flatMap(({ provider }) =>
    provider === null || provider.proof === 'proven by run' ? [] : [`${provider.version}, ${provider.proof}`]
  )
  return [...new Set(accepted)].map(
    (release) =>
      `${counted(accepted.filter((one) => one === release).length, 'stack')} with the AWS provider ${release}`
  )
}

/** How many are as they must be, how many need attention, and how many are of other accounts. */
const totalLine = (all: ReadonlyArray<StackStatus>, needing: number, elsewhere: number): string => {
  const total = counted(all.length, 'stack')
  const whole = `${all.length - needing - elsewhere} as they must be`
  const other = elsewhere === 0 ? '' : `, ${elsewhere} of other accounts: sign in there to ask about them`
  return `${total}: ${whole}, ${needing} need${needing === 1 ? 's' : ''} attention${other}`
}

/**
 * The table, what needs attention below each stack, and one line of totals. Above the totals stands how to ask what the
 * first of it means.
 */
export const statusLines = (
  paint: Paint,
  all: ReadonlyArray<StackStatus>,
  {
    isLive,
    elsewhere = 0,
    lists
  }: {
    readonly isLive: boolean
    readonly elsewhere?: number
    readonly lists: 'every one' | 'what needs attention'
  }
): ReadonlyArray<string> => {
  const needing = all.filter(({ attention }) => attention.length > 0)
  const chosen = lists === 'every one' || all.length <= MOST ? all : needing
  const shown = lists === 'every one' || chosen.length <= MOST ? chosen : chosen.slice(0, SCREEN / 2 - 1)
  const [head = '', ...rows] = table([
    [...HEAD, ...(isLive ? LIVE_HEAD : [])],
    ...shown.map((status) => cells(status, isLive))
  ])
  const more = chosen.length - shown.length
  return [
    ...(shown.length === 0 ? [] : [paint('bold', head)]),
    ...shown.flatMap(({ attention }, index) => [
      rows[index] ?? '',
      ...attention
        .slice(0, lists === 'every one' ? undefined : 1)
        .map((line) => `  ${paint('red', attentionText(line))}`)
    ]),
    ...(more === 0 ? [] : [`and ${more} more that need attention; --all lists every stack`]),
    ...acceptedLines(all),
    ...explainLines(shown.flatMap(({ words }) => words.map((rule) => ({ rule })))),
    totalLine(all, needing.length, elsewhere)
  ]
}
