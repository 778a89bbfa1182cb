import { accessMatrix } from './access-matrix.ts'
import { escalations } from './access-matrix/escalations.ts'
import { type Names, pairs } from './access-matrix/names.ts'
import type { Row, Who } from './access-matrix/row.ts'
import type { TrustRow } from './access-matrix/trust-row.ts'
import { trustRows } from './access-matrix/trust-rows.ts'

const roles: Readonly<Record<Who, string>> = {
  operator: 'operator role',
  automation: 'automation role',
  bootstrap: 'bootstrap principal',
  stranger: 'another administrator of the account',
  outsider: 'an administrator of another account',
  nobody: 'nobody (unsigned)'
}

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const code = (text: string): string => `\`${text}\``

/** Calls by service: `s3`: GetObject, PutObject. */
const calls = (actions: ReadonlyArray<string>): string => {
  const services = [...new Set(actions.map((action) => action.split(':')[0] ?? ''))]
  return services
    .map((service) => {
      const names = actions.filter((action) => action.startsWith(`${service}:`)).map((action) => action.split(':')[1])
      return `${code(service)}: ${names.join(', ')}`
    })
    .join('; ')
}

const held = (row: Row): string => (row.may ? '' : row.deniedBy.filter((layer) => !layer.endsWith(' alone')).join(', '))

const cells = (row: Row): ReadonlyArray<string> => [
  row.may ? 'may' : 'may not',
  calls(row.actions),
  row.on.join(', '),
  row.when.join() === 'as usual' ? '' : row.when.join(', '),
  held(row),
  `${row.clause}: ${row.because}`
]

/** What each principal may and may not do, as Markdown: a table for each, from the data that the tests judge. */
export const accessTables = (): string =>
  [...new Set(accessMatrix.map(({ who }) => who))]
    .map((who) => {
      const rows = accessMatrix.filter((row) => row.who === who)
      const head = ['', 'Calls', 'On', 'When', 'Each of these denies it alone', 'Why']
      return `#### ${roles[who]}\n\n${table(head, rows.map(cells))}`
    })
    .join('\n\n')

const trustCells = ({ role, who, action, may, clause }: TrustRow): ReadonlyArray<string> => [
  role,
  who,
  may ? 'may' : 'may not',
  code(action),
  clause
]

/** Who may and may not assume the roles of a stack, as Markdown. */
export const trustTable = ({ stack }: Names): string =>
  table(
    ['Role', 'Who', '', 'Call', 'Clause'],
    pairs.filter(({ own }) => own.stack === stack).flatMap((pair) => trustRows(pair).map(trustCells))
  )

/** The escalations that neither role can take a step of, as Markdown. */
export const escalationTable = (): string =>
  table(
    ['Escalation', 'Calls', 'Source'],
    escalations.map(({ name, calls: steps, source }) => [name, steps.map(code).join(', '), source])
  )
