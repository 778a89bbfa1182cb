import type { FileFailure } from '../outside/files/files.port.ts'
import { printable } from './printable.ts'
import { refusalText, stopWordLine, stoppedLines } from './diagnostic-text.ts'
import { type Paint, type Terminal, asText } from './terminal.ts'
import type { NoStack } from './named-stack.ts'
import { type UsageMistake, usageText, usageWords } from './usage.ts'
import type { StopWord } from '../registry/stops.ts'

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'Give yourself the right to it, or run as the user who owns the project.',
  EPERM: 'Give yourself the right to it, or run as the user who owns the project.',
  EROFS: 'Mount the read-only disk writable, or use --check, which writes nothing.',
  ENOSPC: 'Make room on the full disk, and run the command again.',
  EDQUOT: 'Make room, because your quota is used up, and run the command again.',
  ENAMETOOLONG: 'Move the project to a shorter path: this one is longer than the file system allows.',
  EMFILE: 'Raise the limit of open files (ulimit -n), and run the command again.',
  ENFILE: 'Raise the limit of open files (ulimit -n), and run the command again.'
}

/** What the system says, without the place on this machine that it names behind it: the path stands there already. */
const systemWords = (message: string): string => message.replace(/(?:,? \w+)?(?: (?:-> )?'(?:[^'\\]|\\.)*')+$/s, '')

/** What is wrong with a file or a folder, in one line. */
export const failureText = (failure: FileFailure): string => {
  switch (failure._tag) {
    case 'SystemRefused':
      return `cannot ${failure.action} ${printable(failure.path)}: ${printable(systemWords(failure.message))}`
    case 'WrongKind':
      return `${printable(failure.path)} is a ${failure.found}, where a ${failure.expected} belongs; it was left alone`
    case 'NestedProject':
      return failure.path === '.'
        ? 'this folder lies in the folder stacks/ of a project'
        : `${printable(failure.path)} holds the stacks of a project inside this one`
    case 'NotAnOutput':
      return `${printable(failure.path)} is not a place to write to: emit writes only out/<stack>/main.tf.json and REVIEW.md beside it`
  }
}

/** What the reader can do about it. */
export const failureRemedy = (failure: FileFailure): string => {
  switch (failure._tag) {
    case 'SystemRefused':
      return REMEDIES[failure.code] ?? 'Correct what the system says, and run the command again.'
    case 'WrongKind':
      return `Look at what it is, move it away, and run emit again: it makes the ${failure.expected} itself.`
    case 'NestedProject':
      if (failure.path === '.')
        return 'Run it in the folder around stacks/. If this is a project of its own, move its stacks into that stacks/, where all stacks are judged together; or give it a repository of its own.'
      return 'Move its stacks to the folder stacks/ around it, where all stacks are judged together; or give it a repository of its own.'
    case 'NotAnOutput':
      return 'Report it with the name of the stack: this is a defect of emit.'
  }
}

/** The word of each kind of failure, which `explain` answers. */
export const failureWords: Readonly<Record<FileFailure['_tag'], StopWord>> = {
  SystemRefused: 'system-refused',
  WrongKind: 'wrong-kind',
  NestedProject: 'nested-project',
  NotAnOutput: 'not-an-output'
}

/** What is wrong with a file or a folder, on the screen. */
export const failureLines = (paint: Paint, failure: FileFailure): ReadonlyArray<string> =>
  stoppedLines(paint, failureWords[failure._tag], failureText(failure), failureRemedy(failure))

/** Says what is wrong with the command line of a command; its exit code. */
export const mistaken = (command: string, terminal: Terminal, mistake: UsageMistake): 2 => {
  terminal.err(
    asText([
      terminal.paintErr('red', `${command}: ${usageText(mistake)}`),
      `See npm run ${command} -- --help`,
      stopWordLine(usageWords[mistake._tag])
    ])
  )
  return 2
}

/** Says why there is no stack to work on; its exit code. */
export const withoutStack = (command: string, terminal: Terminal, no: NoStack): 1 | 2 => {
  switch (no._tag) {
    case 'Mistaken':
      return mistaken(command, terminal, no.mistake)
    case 'Unreadable':
      terminal.err(asText(failureLines(terminal.paintErr, no.failure)))
      return 1
    case 'Refused':
      terminal.err(asText(refusalText(terminal.paintErr, [no.refusal])))
      return 2
    default:
      return no satisfies never
  }
}
