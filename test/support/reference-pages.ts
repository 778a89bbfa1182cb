import { describedCommands } from '../../src/commands/completion/commands.ts'
import { type Named, ruleIndex } from './rule-index.ts'

const link = (file: string): string => `[${file.replace('src/', '')}](../../${file})`

/** One row for each rule: where several files name it, or it cites several clauses, all stand in the row. */
const rows = (rules: ReadonlyArray<Named>): ReadonlyArray<string> =>
  [...new Set(rules.map(({ id }) => id))].map((id) => {
    const of = rules.filter((rule) => rule.id === id)
    const clauses = [...new Set(of.flatMap((rule) => rule.clauses))].toSorted()
    const files = [...new Set(of.map(({ file }) => file))]
    return `| \`${id}\` | ${clauses.join(', ') || 'that of the thing that is missing'} | ${files.map(link).join(', ')} |`
  })

/** Every rule by the command that prints it, with its clauses and files, as Markdown. */
export const ruleTables = (): string =>
  Object.entries(ruleIndex())
    .map(([command, rules]) =>
      [`## Rules of ${command}`, '', '| rule | clause | named in |', '| --- | --- | --- |', ...rows(rules)].join('\n')
    )
    .join('\n\n')

/** What `--help` of each command prints, as Markdown. */
export const commandTexts = (): string =>
  Object.entries(describedCommands)
    .map(([command, { help }]) => `## npm run ${command}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``)
    .join('\n\n')
