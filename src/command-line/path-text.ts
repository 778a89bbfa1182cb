import type { Path } from '../diagnostics/problem.ts'
import { printable } from './printable.ts'

const step = (key: string | number): string => {
  if (typeof key === 'number') return `[${key}]`
  return /^[A-Za-z_$][\w$]{0,99}$/.test(key) ? `.${key}` : `[${printable(JSON.stringify(key.slice(0, 1_000)), 120)}]`
}

/** A path as its author would write it: `parts[2].trust.roles[0]`, `tags["cost centre"]`. */
export const pathText = (path: Path): string =>
  path.length === 0 ? 'the stack as a whole' : path.map(step).join('').replace(/^\./, '')
