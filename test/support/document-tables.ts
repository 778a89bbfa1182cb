import { accessTables, escalationTable, trustTable } from './access-matrix-table.ts'
import { staging } from './access-matrix/names.ts'
import { clauseTable } from './clause-table.ts'
import { statementTable } from './statements.ts'
import { dayPicture } from './day-picture.ts'
import { defenceTables } from './defence-tables.ts'
import { commandTexts, exitCodeTable, ruleTables, stopTable, unforeseenTable } from './reference-pages.ts'

type Tables = Readonly<Record<string, () => string>>

/** The documents that hold tables made from code and tests, by path; the tables by the name of their place in it. */
export const generated: Readonly<Record<string, Tables>> = {
  'docs/auditor/clauses.md': { statements: statementTable, defences: defenceTables, clauses: clauseTable },
  'docs/auditor/access.md': { access: accessTables, trust: () => trustTable(staging) },
  'docs/auditor/escalations.md': { escalations: escalationTable },
  'docs/auditor/guard.md': { unforeseen: unforeseenTable },
  'docs/reference/rules.md': { rules: ruleTables, stops: stopTable },
  'docs/reference/commands.md': { commands: commandTexts, 'exit-codes': exitCodeTable }
}

/** The files that are made as a whole, by path. */
export const made: Readonly<Record<string, () => string>> = { 'docs/day-0.svg': dayPicture }

const filled = (document: string, name: string, content: string): string => {
  const [start, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`]
  const [before, rest] = document.split(start)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`there is no place for ${name}`)
  return `${before}${start}\n${content.trim()}\n\n${end}${after}`
}

/** A document with its tables as the data gives them; a place that is missing is an error. */
export const withTables = (document: string, tables: Tables): string =>
  Object.entries(tables).reduce((text, [name, table]) => filled(text, name, table()), document)
