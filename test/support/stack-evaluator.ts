import { type StackEvaluatorOptions, stackEvaluator } from '../../src/outside/stack/evaluator.ts'
import { bundleOf } from '../../bin/build.js'
import type { StackEvaluator } from '../../src/outside/stack/evaluator.port.ts'

/** The worker of the bundle that the commands run from, built where there is none of these sources. */
const { worker } = await bundleOf('emit')

/** The evaluator as the commands have it. */
export const evaluatorWith = (options: Omit<StackEvaluatorOptions, 'worker'>): StackEvaluator =>
  stackEvaluator({ ...options, worker })
