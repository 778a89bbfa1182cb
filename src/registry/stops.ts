import { awsFailures } from '../backend/aws-failures.ts'
import beforeStart from './before-start.json' with { type: 'json' }
import { HELP, type Stopping, ofCommandLines } from './usage-stops.ts'

const BREAKS = 'docs/operator/when-it-breaks.md'

/** What ends a command before it begins. It is data, so that bin/refuse.js answers it where nothing can be built. */
const ofBeforeStart = beforeStart satisfies Readonly<Record<string, Stopping>>

/** What the system or a place on the disk refuses. */
const ofFiles = {
  'system-refused': {
    says: 'The system did not let this program read, write or make a file or a folder.',
    remedy: 'Correct what the system says, and run the command again.',
    more: BREAKS
  },
  'not-readable': {
    says: 'Something on this machine that a run needs could not be read.',
    remedy: 'Correct what the message names, and run the command again.',
    more: BREAKS
  },
  'not-private': {
    says: 'A folder or a file that a run keeps could be read or changed by others, or lies in the project.',
    remedy: 'Take the rights of others away, or name another folder in XDG_STATE_HOME, HOME or TMPDIR.',
    more: BREAKS
  },
  'wrong-kind': {
    says: 'A link or another kind of thing lies where a folder or a file of emit belongs.',
    remedy: 'Look at what it is, move it away, and run emit again.',
    more: BREAKS
  },
  'nested-project': {
    says: 'A project lies in the folder stacks/ of another one. Each would be judged without the stacks of the other.',
    remedy: 'Move its stacks to the folder stacks/ around it, or give it a repository of its own.',
    more: 'docs/auditor/limits.md'
  },
  'not-an-output': {
    says: 'Emit writes only out/<stack>/main.tf.json and REVIEW.md beside it. Any other place is a defect of emit.',
    remedy: 'Report it with the name of the stack.',
    more: 'SECURITY.md'
  },
  'not-stored': {
    says: 'The evidence of the run could not be written into its folder. It is printed instead.',
    remedy: 'Keep what is printed, and correct what the message names.',
    more: 'docs/auditor/evidence.md'
  },
  'not-printed': {
    says: 'Standard output took nothing more, so that what was found was not said in full.',
    remedy: 'Make room where the output is kept, and run the command again.',
    more: BREAKS
  }
} as const satisfies Readonly<Record<string, Stopping>>

/** What a row of doctor says of this machine. */
const ofMachines = {
  'clock-wrong': {
    says: 'The clock is behind a file of the checkout. AWS refuses a signature that is five minutes off.',
    remedy: 'Set the clock by NTP.',
    more: 'docs/operator/preflight.md'
  }
} as const satisfies Readonly<Record<string, Stopping>>

/** What ends a run although no rule refuses. */
const ofRuns = {
  'not-emitted': {
    says: 'An emitted file is not what its stack declares. With --check nothing is written.',
    remedy: 'Emit, read what git diff shows, and commit it: npm run emit',
    more: 'docs/reviewer.md'
  },
  'belongs-to-no-stack': {
    says: 'A folder in out/ has no stack file. Its bucket, its table and its roles may still be in AWS.',
    remedy: 'Bring back the stack file of the folder, or retire the stack.',
    more: 'docs/operator/retire.md'
  },
  'beside-emitted': {
    says: 'Something lies in the folder of a stack that neither emit nor init puts there. OpenTofu may read it beside the emitted file.',
    remedy: 'Move it out of the folder, and out of git where it was committed. Keep a state.',
    more: 'docs/reviewer.md'
  },
  'not-compared': {
    says: 'One of the two sides of a review could not be read, so nothing was compared.',
    remedy: 'Do what the message says behind "to do".',
    more: 'docs/reviewer.md'
  },
  'not-confirmed': {
    says: 'A person was asked to type a name or an account, and typed another one. Nothing was changed.',
    remedy: 'Run the command again, read what it shows, and type what it asks for.',
    more: 'docs/operator/change.md'
  },
  'not-agreed': {
    says: 'A question was answered with no, or no person was there to answer it. Nothing was written.',
    remedy: 'Run the command again at a terminal and agree, or give the option that the message names.',
    more: HELP
  },
  'not-committed': {
    says: 'The emitted file of a stack is not committed as it is. Only what was committed is applied.',
    remedy: 'Read what git diff shows, and commit the file.',
    more: 'docs/author.md'
  },
  'not-proven': {
    says: 'Preflight refused, so tofu was not started.',
    remedy: 'Do what each finding says behind "to do", and run the command again.',
    more: 'docs/operator/preflight.md'
  },
  'plan-refused': {
    says: 'The plan was judged and refused. It is not kept and cannot be applied.',
    remedy: 'Do what each finding says behind "to do", and plan again.',
    more: 'docs/auditor/guard.md'
  },
  'tofu-failed': {
    says: 'A command of tofu ended with an error. What tofu said stands above.',
    remedy: 'Correct what tofu names, and run the command again.',
    more: BREAKS
  },
  'not-rehearsed': {
    says: 'A sandbox could not be made, or a word in its shell did not come to its end. No account of AWS was reached.',
    remedy: 'Correct what the message names, and type it again.',
    more: 'docs/operator/rehearse.md'
  },
  defect: {
    says: 'Something happened that never should. It is a defect of the program, not of a stack.',
    remedy: 'Run the command again with --debug, and report what it shows.',
    more: 'SECURITY.md'
  }
} as const satisfies Readonly<Record<string, Stopping>>

type AwsWord = (typeof awsFailures)[keyof typeof awsFailures]['word']

const ofAws = Object.fromEntries(
  Object.values(awsFailures).map(({ word, means, remedy }) => [
    word,
    { says: `A call to AWS failed: ${means}.`, remedy, more: 'docs/operator/when-it-breaks.md' }
  ])
) as Readonly<Record<AwsWord, Stopping>>

/** Why a command ends although no rule refuses: each word that a message gives to `explain`. */
export const stops = {
  ...ofBeforeStart,
  ...ofCommandLines,
  ...ofFiles,
  ...ofMachines,
  ...ofRuns,
  ...ofAws
} satisfies Readonly<Record<string, Stopping>>

/** A word that explains why a command ended where no rule refuses. */
export type StopWord = keyof typeof stops
