import type { Word } from './words.ts'

/** A word of this table always has a remedy. */
export type Stopping = Required<Word>

export const HELP = 'docs/reference/commands.md'

/** What a command line lacks or has too much of. */
export const ofCommandLines = {
  'not-understood': {
    says: 'The command line has an option, a value or a word that the command does not know.',
    remedy: 'Read the help of the command, and type the line again.',
    more: HELP
  },
  'not-a-patience': {
    says: 'The patience with one stack file is a number of seconds from 0.1 to 3600.',
    remedy: 'Type such a number, or leave the option out.',
    more: HELP
  },
  'not-a-stack-file': {
    says: 'A stack is named by its name, by its file in the folder stacks, or by a quoted pattern.',
    remedy: 'Type the name of a stack: its file without stacks/ and .ts.',
    more: HELP
  },
  'two-projects': {
    says: 'The stacks that were named lie in two projects, and one run works on one project.',
    remedy: 'Run the command once in each project.',
    more: HELP
  },
  'no-stacks-folder': {
    says: 'The folder stacks is missing where the command looks for it.',
    remedy: 'Run the command in the folder of the project.',
    more: HELP
  },
  'no-stacks': {
    says: 'The folder stacks has no stack file.',
    remedy: 'Write one: npm run new',
    more: 'docs/author.md'
  },
  'not-one-stack': {
    says: 'The command works on exactly one stack, so that it is never guessed which one is meant.',
    remedy: 'Name one stack.',
    more: HELP
  },
  'not-a-proxy': {
    says: 'A proxy is named by an address without a user, a password or a path.',
    remedy: 'Run a relay on this machine that adds the password, and name the relay.',
    more: HELP
  },
  'no-such-stack': {
    says: 'No stack file has this name.',
    remedy: 'Type the name of one of the stacks that the message names.',
    more: HELP
  },
  'not-a-check': {
    says: 'Preflight has no check of this name.',
    remedy: 'Type one of the names that the message lists.',
    more: 'docs/auditor/checks.md'
  },
  'kept-by-npm': {
    says: "npm took an option for itself, because '--' did not stand before it. Nothing was done.",
    remedy: 'Type the line that the message shows.',
    more: HELP
  }
} as const satisfies Readonly<Record<string, Stopping>>
