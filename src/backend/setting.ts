import type { Clause } from '../diagnostics/problem.ts'

/** Whether a setting is as declared, was never made (so that making it changes nothing), or is something else. */
export type Standing = 'right' | 'unset' | 'wrong'

/** One setting of the bucket or the table: what the stack declares beside what is there. */
export type Setting = {
  readonly name: string
  readonly clause: Clause
  readonly expected: string
  readonly actual: string
  readonly standing: Standing
}
