import type { Paint } from './paint.ts'

/** Where lines go, and whether they may be coloured there. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly paintOut: Paint
  readonly paintErr: Paint
}

/** Lines as they are printed: each with its end. */
export const asText = (lines: ReadonlyArray<string>): string => lines.map((line) => `${line}\n`).join('')
