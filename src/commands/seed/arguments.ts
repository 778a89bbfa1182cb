import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Route } from '../../caller/surroundings.ts'
import { ROUTE_OPTIONS, routeOf } from '../../command-line/route.ts'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'

export type SeedArguments = {
  /** As typed, against the working directory. */
  readonly files: ReadonlyArray<string>
  readonly isDryRun: boolean
  /** Only the policy of day 0 is printed. */
  readonly isPolicy: boolean
  readonly help: boolean
  readonly route: Route
}

/** The options of seed. */
export const SEED_OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  policy: { type: 'boolean', default: false },
  ...ROUTE_OPTIONS,
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What a command line asks for, or the first thing in it that is not understood; paths are absolute afterwards. */
export const seedArguments = (cwd: string, args: ReadonlyArray<string>): E.Either<UsageMistake, SeedArguments> =>
  pipe(
    E.Do,
    E.apS('given', parsed(SEED_OPTIONS, args)),
    E.filterOrElse(
      ({ given: { values } }) => !(values.policy && values['dry-run']),
      (): UsageMistake => ({ _tag: 'NotUnderstood', message: 'choose one of --dry-run and --policy' })
    ),
    E.bind('route', ({ given }) => routeOf(cwd, given.values)),
    E.map(({ given: { values, positionals }, route }) => ({
      files: positionals,
      isDryRun: values['dry-run'],
      isPolicy: values.policy,
      help: values.help,
      route
    }))
  )

/** What `--help` prints. */
export const SEED_HELP = `Day 0 of a stack: creates its state bucket and its lock table, hardened, and nothing else.

  npm run seed -- stacks/staging-eu.ts            shows what it will create, asks for the account id, creates it
  npm run seed -- stacks/staging-eu.ts --dry-run  shows it, and prints the commands of the AWS CLI instead
  npm run seed -- stacks/staging-eu.ts --policy   prints the least IAM policy that day 0 needs

It runs by hand at a terminal, as the declared bootstrap principal, with credentials from exactly one source. A thing
that exists as declared stays. A thing that an interrupted run left half made is finished. Anything else that exists
is refused, with every difference. It changes and deletes nothing. After it: tofu init, plan, apply.

Options
  --dry-run           create nothing; needs no terminal; what is printed can be given to a shell
  --policy            print the policy that an account owner attaches to the bootstrap principal until the first
                      apply has ended, as JSON; asks AWS nothing, and needs no terminal and no credentials
  --proxy URL         the way to AWS, for this program and for the commands that it prints; a proxy in the
  --ca-bundle FILE    environment, or a CA bundle, is refused unless it is named here, because OpenTofu reads
                      the environment and the AWS SDK for JavaScript does not
  --debug             show where in seed's own code a defect struck
  -h, --help          this text

Exit codes
  0    bucket and table are there, as declared (with --dry-run: the commands were printed;
       with --policy: the policy was)
  1    refused, or failed; what exists is said
  2    not understood: an unknown option, no stack file or more than one, or a stack that has problems
  130  interrupted; what exists is said
`
