import { ROUTE_OPTIONS } from '../../command-line/route.ts'

/** The options of doctor. */
export const DOCTOR_OPTIONS = {
  tofu: { type: 'string' },
  json: { type: 'boolean', default: false },
  ...ROUTE_OPTIONS,
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What `--help` prints. */
export const DOCTOR_HELP = `Says in ten rows whether this machine can do the work, and what to do where it cannot.

  npm run doctor             git, Node, tofu, provider source, credentials, private folders, clock, terminal,
                             stacks, evidence

It asks no network, uses no credentials, and runs nothing but git. It makes the private folders that a run would make.

Options
  --tofu PATH         the tofu to look at, where the first one on PATH is not it
  --json              one JSON document on stdout instead of lines for people:
                      { version: 1, passed, rows: [{ name, ok, says, remedy, word }] }
  --proxy URL         the way to AWS that seed, preflight and tofu will be given; a proxy or a CA bundle in the
  --ca-bundle FILE    environment is refused unless it is named
  --debug             show where in doctor's own code a defect struck
  -h, --help          this text

Exit codes
  0  every row is as it must be
  1  one is not; it says what to do
  2  not understood: an unknown option, or a word too many
`
