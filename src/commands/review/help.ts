/** What `--help` prints. */
export const REVIEW_HELP = `Says who gains what between two commits, by the emitted files: what widens first. Changes nothing in git or AWS.

  npm run review                      from where this branch left the main branch, to the working tree
  npm run review -- BASE              from a commit, a branch or a tag, to the working tree
  npm run review -- BASE HEAD         between two commits, read from git without a checkout
  npm run review -- BASE a-eu 'b-*'   about these stacks only, by file, name or pattern

Each change says what it does: widens, may widen (it cannot be decided, and counts as widening), narrows, or only moves.
For every possible request it decides whether it was allowed before and is allowed after: by policies, boundary, trust and
bucket policy. Beside it stands who must apply it, what apply does, and the clause. The same change in many stacks is one entry.
In the working tree, out/ must equal what the stacks emit. In a commit that is not judged: run emit --check in a checkout of it.

Options
  --markdown     Markdown for a comment on a pull request, of at most 65,536 characters; details are folded
  --json         one JSON document on stdout; its schema is docs/reference/review.schema.json
  --html FILE    also write one page to look at: a picture, who may do what on which thing, and what changes
  --debug        show where in review's own code a defect struck
  -h, --help     this text

Exit codes
  0  nothing widens
  1  refused: a commit or a file cannot be read, or out/ differs from what the stacks emit
  2  not understood: an unknown option, more than two commits, or a stack that neither side has
  3  something widens, or may
`
