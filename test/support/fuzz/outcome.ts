import { type Mutated, mutated } from './mutations.ts'
import { type Tree, treeOf } from './json-tree.ts'

/** What became of mutations: how many passed, and each that crashed or that a second reading contradicts. */
export type Outcome = { readonly passed: ReadonlyArray<Mutated>; readonly faults: ReadonlyArray<string> }

/** Judges each mutation of a value; `judge` gives what a pass is contradicted by, or undefined where it did not pass. */
export const fuzz = (
  valid: unknown,
  count: number,
  seed: number,
  judge: (one: Mutated) => ReadonlyArray<string> | undefined
): Outcome => {
  const passed: Array<Mutated> = []
  const faults: Array<string> = []
  const make = (): Tree => treeOf(valid)
  for (const one of mutated(make, count, seed)) {
    try {
      const contradictions = judge(one)
      if (contradictions !== undefined) passed.push(one)
      for (const fault of contradictions ?? []) faults.push(`${one.how}: ${fault}`)
    } catch (error) {
      faults.push(`${one.how}: ${String(error).slice(0, 200)}`)
    }
  }
  return { passed, faults }
}
