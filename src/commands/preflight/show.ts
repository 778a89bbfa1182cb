import type * as IO from 'fp-ts/lib/IO.js'
import { awsFailureText } from '../../backend/aws-failure-text.ts'
import type { CheckName } from './check-names.ts'
import type { PreflightEvent } from './result.ts'
import { type Paint, type Terminal, asText } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'
import { type Row, rowLine } from './result-text.ts'

/** How a run is shown while it goes on. */
export type Show = { readonly tell: (event: PreflightEvent) => IO.IO<void>; readonly done: IO.IO<void> }

/** Draws lines over those that it drew last, as far as the terminal has room. `clear` removes them, `done` is the end. */
export type Redraw = ((text: string) => void) & { readonly clear: () => void; readonly done: () => void }

const again = (paint: Paint, event: Extract<PreflightEvent, { readonly _tag: 'Retrying' }>): string =>
  `  ${paint('yellow', 'again')}  ${printable(awsFailureText(event.failure))}; attempt ${event.failure.attempts + 1} of ${event.ofAttempts} in ${event.millis / 1000} s`

const rowOf = (event: Exclude<PreflightEvent, { readonly _tag: 'Retrying' }>): readonly [CheckName, Row] => {
  switch (event._tag) {
    case 'Began':
      return [event.check, { _tag: 'Running' }]
    case 'Waiting':
      return [event.check, { _tag: 'Waiting', until: event.until }]
    case 'Ended':
      return [event.result.check, event]
    default:
      return event satisfies never
  }
}

/**
 * Prints one line for each check, in their order, as soon as that check and those before it have ended. A check that waits gets
 * a line when it waits. This is for a pipe, or for a terminal that cannot be drawn over.
 */
export const lineByLine = ({ out, err, paintOut, paintErr }: Terminal, names: ReadonlyArray<CheckName>): Show => {
  const ended = new Map<CheckName, string>()
  const due = [...names]
  let waits = ''
  const flush = (): void => {
    const upTo = due.findIndex((name) => !ended.has(name))
    const ready = due.splice(0, upTo === -1 ? due.length : upTo)
    out(asText(ready.flatMap((name) => ended.get(name) ?? [])))
  }
  return {
    tell: (event) => () => {
      if (event._tag === 'Retrying') return err(asText([again(paintErr, event)]))
      const [check, row] = rowOf(event)
      const line = rowLine(paintOut, check, row)
      if (row._tag === 'Ended') {
        ended.set(check, line)
        return flush()
      }
      if (row._tag === 'Waiting' && waits !== line) {
        waits = line
        err(asText([rowLine(paintErr, check, row)]))
      }
    },
    done: () => undefined
  }
}

/** Only what is tried again, for a run whose result is a document. */
export const onlyRetries = ({ err, paintErr }: Terminal): Show => ({
  tell: (event) => () => {
    if (event._tag === 'Retrying') err(asText([again(paintErr, event)]))
  },
  done: () => undefined
})

/** The whole table, drawn anew as each check goes on. At the end the table is written once more, whole on any terminal. */
export const liveTable = ({ out, paintOut }: Terminal, names: ReadonlyArray<CheckName>, redraw: Redraw): Show => {
  const rows = new Map<CheckName, Row>(names.map((name) => [name, { _tag: 'Due' }]))
  const retries: Array<string> = []
  const lines = (): ReadonlyArray<string> => [...rows].map(([name, row]) => rowLine(paintOut, name, row))
  return {
    tell: (event) => () => {
      if (event._tag === 'Retrying') retries.push(again(paintOut, event))
      else rows.set(...rowOf(event))
      redraw([...lines(), ...retries.slice(-3)].join('\n'))
    },
    done: () => {
      redraw.clear()
      redraw.done()
      out(asText(lines()))
    }
  }
}
