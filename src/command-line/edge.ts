import { redacted } from '../charter/redacted.ts'
import { printable } from './printable.ts'

/** One line for what should never happen; the stack trace only when it was asked for. */
const defectText = (command: string, error: unknown, withTrace: boolean): string => {
  const line = `${command}: this is a defect of ${command}, not of your stacks: ${printable(String(error))}`
  const trace = error instanceof Error && error.stack !== undefined ? error.stack : 'no trace'
  return withTrace ? `${line}\n${redacted(trace)}\n` : `${line}\nReport it, with what --debug shows beside it.\n`
}

const isClosedPipe = (error: Error): boolean => 'code' in error && error.code === 'EPIPE'

/** What to do when standard output takes nothing more: a reader who went away (`| head`) changes nothing, all else is told. */
const cannotPrint =
  (command: string) =>
  (error: Error): void => {
    if (isClosedPipe(error)) return
    process.stderr.write(`${command}: cannot print the results: ${printable(error.message)}\n`)
    process.once('exit', () => {
      process.exitCode = 1
    })
  }

/** Guards the process around a command: a defect becomes one line and exit code 1, and so does a failure to print. */
export const guardEdge = (command: string, withTrace: boolean): void => {
  process.on('uncaughtException', (error) => {
    process.stderr.write(defectText(command, error, withTrace))
    process.exit(1)
  })
  process.stderr.on('error', () => undefined)
  process.stdout.on('error', cannotPrint(command))
}
