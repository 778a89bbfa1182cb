/** What `--help` prints. */
export const HELP = `Turns stacks into the files that OpenTofu reads: stacks/<stack>.ts becomes out/<stack>/main.tf.json,
and out/<stack>/REVIEW.md beside it: who may do what by that file, for the person who approves it.

  npm run emit                                all stacks of the project in the working directory
  npm run emit -- stacks/a.ts stacks/b.ts     these stacks only; all others are still loaded, because no two may share
  npm run emit -- staging-eu 'production-*'   the same by name, and by a pattern in quotes

Options
  --check             write nothing; compare, show a unified diff, and end with 1 when a committed file
                      is missing, differs, may not lie beside them, or (no stack named) belongs to no stack
  --all               of more than ten stacks list also those whose file is as before; named ones always are
  --json              one JSON document on stdout instead of lines for people (not with exit code 2):
                      { version: 1, mode: "write" or "check", exitCode,
                        files: [{ path, status, source, resources, sha256, diff }],
                        problems: [{ source, rule, clause, at, file, line, column, expected, actual, remedy, also, more }],
                        accepted: [{ source, awsProvider, proof }],
                        failures: [{ path, action, code, message, remedy, word }] }
  --patience SECONDS  how long one stack file may take to load, 0.1 to 3600 (default 10)
  --debug             show where in emit's own code a defect struck
  -h, --help          this text

Exit codes
  0  done: every file named equals the output of its stack
  1  refused: a stack has problems, --check found a difference, or a file could not be read or written
  2  not understood: an unknown option, a file that is not a stack file, or no stacks at all

When one of the stacks named has a problem, nothing is written. Results go to stdout, problems to stderr.
Colour is used only on a terminal, and never when NO_COLOR is set.
`
