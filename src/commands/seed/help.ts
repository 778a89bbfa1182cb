/** What `--help` prints. */
export const SEED_HELP = `Day 0 of a stack: creates its state bucket and its lock table, hardened, and nothing else.

  npm run seed -- stacks/staging-eu.ts            shows what it will create, asks for the account id, creates it
  npm run seed -- stacks/staging-eu.ts --dry-run  shows it, and prints the commands of the AWS CLI instead

It runs by hand at a terminal, as the declared bootstrap principal, with credentials from exactly one source. What
exists and is as declared is left alone; what an interrupted run of its own left half made is finished; anything else
that exists is refused, with every difference. It changes and deletes nothing. After it: tofu init, plan, apply.

Options
  --dry-run           create nothing; needs no terminal; what is printed can be given to a shell
  --proxy URL         the way to AWS, for this program and for the commands that it prints; a proxy in the
  --ca-bundle FILE    environment, or a CA bundle, is refused unless it is named here, because OpenTofu reads
                      the environment and the AWS SDK for JavaScript does not
  --debug             show where in seed's own code a defect struck
  -h, --help          this text

Exit codes
  0    bucket and table are there, as declared (with --dry-run: the commands were printed)
  1    refused, or failed; what exists is said
  2    not understood: an unknown option, no stack file or more than one, or a stack that has problems
  130  interrupted; what exists is said
`
