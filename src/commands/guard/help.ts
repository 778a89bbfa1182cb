/** What `--help` prints. */
export const GUARD_HELP = `Runs tofu on what was proven: preflight first, then tofu with exactly the credentials, the way to AWS and the provider
that preflight saw, in an environment of its own. Three commands, and no more (J.7.0 §2).

  npm run tofu -- stacks/staging-eu.ts init    fetches the provider, and binds it in out/staging-eu/.terraform.lock.hcl
  npm run tofu -- stacks/staging-eu.ts plan    plans, judges the plan, shows it, and keeps it for 15 minutes
  npm run tofu -- stacks/staging-eu.ts apply   applies the plan that was kept, after you typed the environment's name

It runs by hand at a terminal. A plan that deletes, replaces or forgets anything, or holds what the phase does not
authorise, is refused. What was kept is applied only by the same role, with the same tofu, on the same commit, file,
provider and state. tofu runs in a private folder of the run's own, made of what was proven, not in the checkout. Each run
leaves its evidence in a private folder of yours, and says where.

Options
  --proxy URL         the way to AWS, for preflight and for tofu
  --ca-bundle FILE    the authorities that are trusted on it
  --tofu PATH         the tofu to run, where the first one on PATH is not it
  -no-color           no colours; the only flag that reaches tofu
  --debug             show where in the guard's own code a defect struck
  -h, --help          this text

Ctrl-C asks tofu once to stop, and waits for it. The guard never ends tofu.

Exit codes
  0    done
  1    refused, or not as it should be afterwards; nothing was applied unless it is said
  2    not understood, or not authorised: another command or flag of tofu, or a stack that has problems
  130  interrupted while tofu did not run
  Where tofu fails, its own exit code.
`
