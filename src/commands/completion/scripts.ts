import type { Described } from './commands.ts'
import type { Shell } from './help.ts'

type Commands = Readonly<Record<string, Described>>

/** An option as it is typed, the name of its value if any, and its text in the help. */
type Flag = { readonly typed: string; readonly value: string | undefined; readonly says: string }

const helpLine = /^ {2}(?:-\w, )?(--?[\w-]+)(?: ([A-Z]+))? {2,}(.*)$/gm

/** The options of a command that its help shows, in the order of the help. */
export const flagsOf = ({ help }: Described): ReadonlyArray<Flag> =>
  [...help.matchAll(helpLine)].map(([, typed = '', value, says = '']) => ({ typed, value, says }))

/** Whether the value of an option is the name of a file. */
const isFile = (value: string | undefined): boolean => value === 'FILE' || value === 'PATH'

/** What a command is for: the first sentence of its help. */
const purpose = ({ help }: Described): string => help.split(/[.:](?=\s)/)[0] ?? ''

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`

const cases = (commands: Commands, lineOf: (name: string, command: Described) => string): string =>
  Object.entries(commands)
    .map(([name, command]) => `    ${name}) ${lineOf(name, command)} ;;\n`)
    .join('')

/** What is offered for the value of an option: its few words, files, or nothing. */
const valueCases = (commands: Commands, show: (words: ReadonlyArray<string>) => string, files: string): string =>
  Object.entries(commands)
    .flatMap(([name, command]) =>
      flagsOf(command)
        .filter(({ value }) => value !== undefined)
        .map(({ typed, value }) => {
          const few = command.values?.[typed.replace(/^-+/, '')]
          const offer = few === undefined ? (isFile(value) ? files : '') : show(few)
          return `    ${name}/${typed}) ${offer === '' ? '' : `${offer}; `}return ;;\n`
        })
    )
    .join('')

const words = (list: ReadonlyArray<string>): string => list.join(' ')

/**
 * The completion script for bash. Names of stacks are letters, digits and hyphens. A file that is named otherwise is never
 * given to a shell to expand.
 */
const bash = (commands: Commands): string => `_zenthea() {
  local typed=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} offered= stacks= file
  if [ "$COMP_CWORD" -le 1 ]; then
    COMPREPLY=($(compgen -W '${words(Object.keys(commands))} --help --version' -- "$typed"))
    return
  fi
  case $command/$before in
${valueCases(commands, (few) => `COMPREPLY=($(compgen -W '${words(few)}' -- "$typed"))`, 'COMPREPLY=($(compgen -f -- "$typed"))')}  esac
  for file in stacks/*.ts; do
    file=\${file#stacks/}
    case \${file%.ts} in *[!a-z0-9-]*) ;; *) stacks="$stacks \${file%.ts}" ;; esac
  done
  case $command in
${cases(
  commands,
  (_name, command) =>
    `offered='${words([...flagsOf(command).map(({ typed }) => typed), ...(command.words ?? [])])}'${command.takesStacks ? '" $stacks"' : ''}`
)}  esac
  COMPREPLY=($(compgen -W "$offered" -- "$typed"))
}
complete -F _zenthea zenthea
`

const described = (name: string, says: string): string => quoted(`${name}:${says}`)

const zsh = (commands: Commands): string => `#compdef zenthea
_zenthea() {
  local -a commands flags stacks
  local file
  commands=(${words(Object.entries(commands).map(([name, command]) => described(name, purpose(command))))})
  if (( CURRENT == 2 )); then _describe -t commands command commands; return; fi
  case $words[2]/$words[CURRENT-1] in
${valueCases(commands, (few) => `compadd -- ${words(few)}`, '_files')}  esac
  for file in stacks/*.ts(N:t:r); do [[ $file == *[^a-z0-9-]* ]] || stacks+=($file); done
  case $words[2] in
${cases(
  commands,
  (_name, command) =>
    `flags=(${words(flagsOf(command).map(({ typed, says }) => described(typed, says)))}); compadd -- ${words(command.words ?? [])}${command.takesStacks ? ' $stacks' : ''}`
)}  esac
  [[ $PREFIX == -* ]] && _describe -o flag flags
}
compdef _zenthea zenthea
`

const fish = (commands: Commands): string => {
  const begun = "'__fish_use_subcommand'"
  const within = (name: string): string => `'__fish_seen_subcommand_from ${name}'`
  const line = (when: string, rest: string): string => `complete -c zenthea -n ${when} ${rest}\n`
  return `complete -c zenthea -f
function __zenthea_stacks
  for file in stacks/*.ts
    set -l name (string replace -r '^stacks/(.*)\\.ts$' '$1' -- $file)
    string match -rq '^[a-z0-9-]+$' -- $name; and echo $name
  end
end
${Object.entries(commands)
  .map(
    ([name, command]) =>
      line(begun, `-a ${name} -d ${quoted(purpose(command))}`) +
      flagsOf(command)
        .map(({ typed, value, says }) => {
          const flag = typed.startsWith('--') ? `-l ${typed.slice(2)}` : `-o ${typed.slice(1)}`
          const few = command.values?.[typed.replace(/^-+/, '')]
          const offer = few === undefined ? (isFile(value) ? ' -r -F' : ' -x') : ` -x -a '${words(few)}'`
          return line(within(name), `${flag}${value === undefined ? '' : offer} -d ${quoted(says)}`)
        })
        .join('') +
      (command.words ?? []).map((word) => line(within(name), `-a ${word}`)).join('') +
      (command.takesStacks ? line(within(name), `-a '(__zenthea_stacks)' -d stack`) : '')
  )
  .join('')}`
}

/** What a shell runs once so that it completes `zenthea`. */
export const completionScript = (shell: Shell, commands: Commands): string => ({ bash, zsh, fish })[shell](commands)
