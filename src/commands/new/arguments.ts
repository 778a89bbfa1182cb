import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'
import type { Answers } from './questions.ts'

/** The options of new: an answer to each question, and how much is asked. */
export const NEW_OPTIONS = {
  account: { type: 'string' },
  environment: { type: 'string' },
  'logical-region': { type: 'string' },
  'aws-region': { type: 'string' },
  bucket: { type: 'string' },
  'lock-table': { type: 'string' },
  'bootstrap-principal': { type: 'string' },
  'operator-role': { type: 'string' },
  'automation-role': { type: 'string' },
  'permissions-boundary': { type: 'string' },
  'trusted-accounts': { type: 'string' },
  operators: { type: 'string' },
  'operator-users': { type: 'string' },
  'mfa-seconds': { type: 'string' },
  'operator-hours': { type: 'string' },
  planners: { type: 'string' },
  'automation-hours': { type: 'string' },
  'recovery-days': { type: 'string' },
  'tofu-versions': { type: 'string' },
  'provider-version': { type: 'string' },
  'accepted-proof': { type: 'string' },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What `--help` prints. */
export const NEW_HELP = `Begins a stack: asks for the facts that differ, checks each by the rules, shows the whole file, and writes stacks/<stack>.ts.

  npm run new                  asks for everything; Enter takes what is proposed, Ctrl-C leaves nothing
  npm run new -- staging-eu    the same, with environment and logical region known

Names are proposed by the convention of stacks/ and can be replaced. A name of another stack is refused at its question.

Options: an answer to a question, which is then not asked; lists are separated by commas
  --account DIGITS             the AWS account
  --environment NAME           such as staging
  --logical-region NAME        such as eu
  --aws-region REGION          a region of the EU
  --bucket NAME                the bucket of the state
  --lock-table NAME            the table of the lock
  --bootstrap-principal ARN    the role that exists before day 0
  --operator-role ARN          the role that the stack makes for people
  --automation-role ARN        the role that the stack makes for automation
  --permissions-boundary ARN   the policy that the stack makes to bound both
  --trusted-accounts LIST      accounts whose principals may assume a role
  --operators LIST             roles that may assume the operator role; '' for none
  --operator-users PREFIX      path of the IAM users who may assume it with MFA; '' for none
  --mfa-seconds NUMBER         how long ago they may have shown MFA
  --operator-hours NUMBER      hours of an operator session
  --planners LIST              roles that may assume the automation role
  --automation-hours NUMBER    hours of an automation session
  --recovery-days NUMBER       days that the lock table can be restored for
  --tofu-versions BOUNDS       releases of OpenTofu
  --provider-version RELEASE   release of the AWS provider
  --accepted-proof WORDS       what is known of that release, where it is not proven by run
  --yes                        take every proposal and write without asking; needs no terminal
  --debug                      show where in new's own code a defect struck
  -h, --help                   this text

Exit codes
  0    the stack is written; npm run emit writes its file
  1    refused: an answer breaks a rule, another stack has problems, or the file could not be written
  2    not understood: an unknown option, or a question without an answer and without a terminal
  130  interrupted; nothing was written
`

export type NewArguments = { readonly answers: Answers; readonly yes: boolean; readonly help: boolean }

const notOneName: UsageMistake = {
  _tag: 'NotUnderstood',
  message: 'name one stack at most, as its environment, a hyphen and its logical region, such as staging-eu'
}

/** `prod-2-eu` is the environment `prod-2` in the logical region `eu`. */
const named = (words: ReadonlyArray<string>): E.Either<UsageMistake, Answers> => {
  const [word] = words
  if (word === undefined) return E.right({})
  const [, environment, logical] = /^(?:stacks\/)?([^/]+)-([^/-]+?)(?:\.ts)?$/.exec(word) ?? []
  return words.length > 1 || environment === undefined || logical === undefined
    ? E.left(notOneName)
    : E.right({ environment, 'logical-region': logical })
}

/** What a command line answers already, or the first thing in it that is not understood. */
export const newArguments = (argv: ReadonlyArray<string>): E.Either<UsageMistake, NewArguments> =>
  pipe(
    E.Do,
    E.apS('given', parsed(NEW_OPTIONS, argv)),
    E.bind('name', ({ given }) => named(given.positionals)),
    E.map(({ given: { values }, name }) => ({
      answers: {
        ...name,
        ...Object.fromEntries(
          Object.entries(values).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : []))
        )
      },
      yes: values.yes,
      help: values.help
    }))
  )
