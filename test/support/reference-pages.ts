import { describedCommands } from '../../src/commands/completion/commands.ts'
import { type Printer, type RuleEntry, registryOf } from '../../src/registry/registry.ts'
import { stops } from '../../src/registry/stops.ts'
import { unforeseen } from '../../src/registry/unforeseen.ts'
import { rulePlaces } from './rule-places.ts'

const link = (file: string): string => `[${file.replace('src/', '')}](../../${file})`
const testLink = (file: string): string => `[${file.split('/').at(-1)}](../../${file})`

const titles: Readonly<Record<Printer, string>> = {
  emit: 'Rules of emit',
  preflight: 'Rules of seed and preflight',
  guard: 'Rules of the guard'
}

const row = ({ rule, says, clauses, files, tests }: RuleEntry): string =>
  `| \`${rule}\` | ${says} | ${clauses.join(', ') || 'that of the thing that is missing'} | ${files.map(link).join(', ')} | ${tests.map(testLink).join(', ')} |`

/** Every rule by the command that prints it, as the registry has it, as Markdown. */
export const ruleTables = (): string => {
  const entries = registryOf(rulePlaces())
  return (['emit', 'preflight', 'guard'] as const)
    .map((printer) =>
      [
        `## ${titles[printer]}`,
        '',
        '| rule | it asks | clause | named in | tested in |',
        '| --- | --- | --- | --- | --- |',
        ...entries.filter(({ printedBy }) => printedBy === printer).map(row)
      ].join('\n')
    )
    .join('\n\n')
}

/** The rules of the guard that preflight cannot ask, by the reason, as Markdown. */
export const unforeseenTable = (): string => {
  const reasons = [...new Set<string>(Object.values(unforeseen))]
  const rules = (reason: string): string =>
    Object.entries(unforeseen)
      .flatMap(([rule, why]) => (why === reason ? [`\`${rule}\``] : []))
      .join(', ')
  return ['| why | rules |', '| --- | --- |', ...reasons.map((reason) => `| ${reason} | ${rules(reason)} |`)].join('\n')
}

/** Why a command ends where no rule refuses, by the word that a message names, as Markdown. */
export const stopTable = (): string =>
  [
    '| word | it means | to do |',
    '| --- | --- | --- |',
    ...Object.entries(stops).map(([word, { says, remedy }]) => `| \`${word}\` | ${says} | ${remedy} |`)
  ]
    .join('\n')
    .replaceAll('<stack>', '`<stack>`')

/** What each exit code of each command means, as Markdown, from the help texts. */
export const exitCodeTable = (): string => {
  const codes = Object.entries(describedCommands).map(([command, { help }]) => {
    const [, text = ''] = help.split('Exit codes\n')
    const [block = ''] = text.split('\n\n')
    const found = [...block.matchAll(/^ {2}(\d+) +([^\n]*(?:\n {4,}[^\n]*)*)/gm)]
    return [command, new Map(found.map(([, code = '', says = '']) => [code, says.replaceAll(/\s+/g, ' ')]))] as const
  })
  const all = [...new Set(codes.flatMap(([, of]) => [...of.keys()]))].toSorted((a, b) => Number(a) - Number(b))
  return [
    `| command | ${all.join(' | ')} |`,
    `| --- |${' --- |'.repeat(all.length)}`,
    ...codes.map(([command, of]) => `| \`${command}\` | ${all.map((code) => of.get(code) ?? '').join(' | ')} |`)
  ].join('\n')
}

/** What `--help` of each command prints, as Markdown. */
export const commandTexts = (): string =>
  Object.entries(describedCommands)
    .map(([command, { help }]) => `## npm run ${command}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``)
    .join('\n\n')
