import type { ConfigurationRule, NamedBlock } from '../../../src/charter/charter.ts'
import { attribute, resourceBody } from '../../../src/charter/codec.ts'
import { j70 } from '../../../src/charter/j-7-0.ts'
import type { Law } from '../../../src/charter/phases.ts'
import { rules } from '../../../src/charter/rules.ts'
import { phaseField } from '../../../src/declaration/declaration.ts'
import { guarded } from '../../../src/diagnostics/named.ts'

const Retention = guarded(
  {
    rule: 'of-a-queue-retention',
    clause: 'J.99.0 §3',
    expected: 'at most a day, in seconds',
    remedy: 'Write a shorter time.'
  },
  (value): value is number => typeof value === 'number' && value <= 86_400
)

/** A queue as the document has it: its own name after the environment, encrypted, and nothing that it holds is old. */
const queue: NamedBlock = {
  clause: 'J.99.0 §2',
  purpose: 'a queue of an application',
  body: ({ environment }, name) =>
    resourceBody('aws_sqs_queue', {
      name: attribute(`${environment}-${name}`),
      sqs_managed_sse_enabled: attribute(true),
      message_retention_seconds: Retention
    })
}

/** Each queue stands beside the one that takes what it could not deliver. */
const queuePairs: ConfigurationRule = {
  name: 'of-a-queue-pair',
  check: ({ blocks }) => {
    const queues = blocks.filter(({ type, labels }) => type === 'resource' && labels[0] === 'aws_sqs_queue')
    const names = new Set(queues.map(({ labels }) => labels[1] ?? ''))
    return queues
      .filter(({ labels: [, name = ''] }) => !name.endsWith('_dead') && !names.has(`${name}_dead`))
      .map(({ at, labels: [, name = ''] }) => ({
        rule: 'of-a-queue-pair',
        clause: 'J.99.0 §4',
        at,
        expected: `aws_sqs_queue.${name}_dead beside it`,
        actual: 'nothing: it is missing',
        remedy: `Add the queue ${name}_dead.`
      }))
  }
}

/** A phase that no document authorises, for tests alone: J.7.0 with queues by name, and without the rule on tags. */
export const j990: Law = {
  charter: {
    ...j70,
    phase: 'J.99.0',
    declaration: { ...j70.declaration, phase: phaseField(['J.99.0']) },
    several: new Map([['aws_sqs_queue', queue]])
  },
  rules: {
    ...rules,
    configuration: [...rules.configuration.filter(({ name }) => name !== 'tags-apart'), queuePairs]
  },
  sentences: {
    'J.99.0 §2 queues': 'Queues of applications are authorised, each by name',
    'J.99.0 §3 retention': 'No message is kept for longer than a day',
    'J.99.0 §4 letters': 'What cannot be delivered goes to a queue of its own'
  },
  ownRules: {
    'of-a-queue-retention': 'No message of a queue is kept for longer than a day.',
    'of-a-queue-pair': 'Each queue has a queue for what it could not deliver.'
  }
}
