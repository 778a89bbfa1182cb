import { ROUTE_OPTIONS } from '../../command-line/route.ts'

/** The options of status. */
export const STATUS_OPTIONS = {
  live: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  ...ROUTE_OPTIONS,
  help: { type: 'boolean', short: 'h', default: false },
  debug: { type: 'boolean' }
} as const

/** What `--help` prints. */
export const STATUS_HELP = `Shows every stack in one table: valid, emitted, committed, and when it was last planned and applied on this machine.

  npm run status                                all stacks; of more than twenty, those that need attention
  npm run status -- staging-eu 'production-*'   these
  npm run status -- --live                      asks AWS too, as the principal that is signed in, about all stacks of that account

It reads, and changes nothing. --live compares what preflight compares: bucket, table, lock and state. It does not try
the lock out, so it replaces no preflight.

Options
  --live              ask AWS: eight stacks at a time, those of the account that is signed in
  --all               list every stack
  --json              one JSON document on stdout, as docs/reference/status.schema.json says
  --proxy URL         the way to AWS; a proxy or a CA bundle in the environment is refused unless it is named here
  --ca-bundle FILE    the authorities that are trusted on it
  --debug             show where in status's own code a defect struck
  -h, --help          this text

Exit codes
  0  nothing needs attention
  1  something does, or AWS could not be asked
  2  not understood: an unknown option, or no such stack
`
