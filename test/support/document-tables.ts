import { accessTables, escalationTable, trustTable } from './access-matrix-table.ts'
import { staging } from './access-matrix/names.ts'
import { clauseTable } from './clause-table.ts'

/** The tables of SECURITY.md that are made from the tests' own data, by the name of their place in it. */
const tables: Readonly<Record<string, () => string>> = {
  clauses: clauseTable,
  access: accessTables,
  trust: () => trustTable(staging),
  escalations: escalationTable
}

const filled = (document: string, name: string, content: string): string => {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const [before, rest] = document.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`there is no place for ${name}`)
  return `${before}${start}\n${content.trim()}\n\n${end}${after}`
}

/** SECURITY.md with its tables as the data gives them; a place that is missing is an error. */
export const withTables = (document: string): string =>
  Object.entries(tables).reduce((text, [name, table]) => filled(text, name, table()), document)
