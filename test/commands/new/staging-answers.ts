import * as E from 'fp-ts/lib/Either.js'
import type { Answers } from '../../../src/commands/new/questions.ts'
import { stackOf } from '../../../src/commands/new/stack-file.ts'
import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'
import { emitStack } from '../../../src/stack/emit.ts'

/** What a person answers who founds stacks/staging-eu.ts; all other answers are the proposals. */
export const facts: Answers = {
  account: '111122223333',
  environment: 'staging',
  'logical-region': 'eu',
  'aws-region': 'eu-central-1',
  operators: '',
  'operator-users': '/operators/',
  planners: 'arn:aws:iam::111122223333:role/ZentheaStagingPlanner'
}

/** What the stack of these answers emits, as the evaluator gives it. */
export const emissionOf = (source: string, answers: Answers): Emission => ({
  source,
  imports: [],
  read: new Map(),
  file: emitStack({ source, stack: E.right(stackOf(answers)) }).file
})
