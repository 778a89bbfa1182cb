import { checkNames } from '../preflight/check-names.ts'
import { DOCTOR_HELP, DOCTOR_OPTIONS } from '../doctor/arguments.ts'
import { EMIT_OPTIONS } from '../emit/arguments.ts'
import { HELP } from '../emit/help.ts'
import { EXPLAIN_HELP, EXPLAIN_OPTIONS } from '../explain/arguments.ts'
import { words } from '../explain/explained.ts'
import { GUARD_HELP, GUARD_OPTIONS } from '../guard/arguments.ts'
import { commands as guardCommands } from '../guard/commands.ts'
import { NEW_HELP, NEW_OPTIONS } from '../new/arguments.ts'
import { PREFLIGHT_HELP, PREFLIGHT_OPTIONS } from '../preflight/arguments.ts'
import { REVIEW_OPTIONS } from '../review/arguments.ts'
import { REVIEW_HELP } from '../review/help.ts'
import { SEED_HELP, SEED_OPTIONS } from '../seed/arguments.ts'
import { euRegions } from '../../declaration/aws-region.ts'
import { STATUS_HELP, STATUS_OPTIONS } from '../status/arguments.ts'
import { SANDBOX_HELP, SANDBOX_OPTIONS } from '../sandbox/arguments.ts'
import type { Options } from '../../command-line/npm-flags.ts'
import { COMPLETION_HELP, COMPLETION_OPTIONS, SHELLS } from './help.ts'

/** What a person can type behind the name of a command. */
export type Described = {
  /** What its command line is read with. */
  readonly options: Options
  /** What `--help` prints: its first sentence, and under "Options" a line for each option, say what they are. */
  readonly help: string
  readonly takesStacks: boolean
  /** Words that stand for themselves, without anything that a shell would read. */
  readonly words?: ReadonlyArray<string>
  /** The values of options that have few. */
  readonly values?: Readonly<Record<string, ReadonlyArray<string>>>
}

/** Whether each shell takes a text as one word without quotes; a clause has a blank in it. */
const isOneWord = (text: string): boolean => /^[\w.-]+$/.test(text)

/** Every command, by its name. Completion and the page of the commands are made of it. */
export const describedCommands: Readonly<Record<string, Described>> = {
  new: { options: NEW_OPTIONS, help: NEW_HELP, takesStacks: false, values: { 'aws-region': [...euRegions.keys()] } },
  emit: { options: EMIT_OPTIONS, help: HELP, takesStacks: true },
  review: { options: REVIEW_OPTIONS, help: REVIEW_HELP, takesStacks: true },
  seed: { options: SEED_OPTIONS, help: SEED_HELP, takesStacks: true },
  preflight: {
    options: PREFLIGHT_OPTIONS,
    help: PREFLIGHT_HELP,
    takesStacks: true,
    values: { check: checkNames }
  },
  tofu: { options: GUARD_OPTIONS, help: GUARD_HELP, takesStacks: true, words: guardCommands },
  status: { options: STATUS_OPTIONS, help: STATUS_HELP, takesStacks: true },
  doctor: { options: DOCTOR_OPTIONS, help: DOCTOR_HELP, takesStacks: false },
  explain: { options: EXPLAIN_OPTIONS, help: EXPLAIN_HELP, takesStacks: false, words: words.filter(isOneWord) },
  sandbox: { options: SANDBOX_OPTIONS, help: SANDBOX_HELP, takesStacks: true },
  completion: { options: COMPLETION_OPTIONS, help: COMPLETION_HELP, takesStacks: false, words: SHELLS }
}
