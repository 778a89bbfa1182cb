import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { neighbourFindings } from '../../../../../src/commands/preflight/checks/reviewed/neighbours.ts'
import { contentOf } from '../../../../../src/commands/preflight/same-bytes.ts'

const test = suite('the other files of stacks/')

const COMMIT = 'c'.repeat(40)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const neighbour = (name: string, found: string | undefined | { what: string; cause: string }, committed = 'a\n') => ({
  path: `stacks/${name}.ts`,
  found:
    typeof found === 'object' ? E.left(found) : E.right(found === undefined ? O.none : O.some(contentOf(bytes(found)))),
  committed: bytes(committed)
})
const said = (...seen: ReadonlyArray<ReturnType<typeof neighbour>>) =>
  neighbourFindings(E.right(seen), COMMIT).map((one) => [
    one.from.name,
    one.actual,
    one.outcome === 'failed' ? one.remedy : 'passed'
  ])
const RESTORE = 'git restore --source=HEAD --staged --worktree'

test('none, and some that are as committed, are proven by the commit', () => {
  assert.equal(said(), [[`the commit ${COMMIT}`, 'stacks/ holds this file alone', 'passed']])
  assert.equal(said(neighbour('a', 'a\n')), [[`the commit ${COMMIT}`, 'so they are: 1', 'passed']])
  assert.equal(said(neighbour('a', 'a\n'), neighbour('b', 'a\n')).length, 1)
})

test('another one is told with the line that brings it back, and a committed one is not told', () => {
  assert.equal(
    said(
      neighbour('right', 'a\n'),
      neighbour('gone', undefined),
      neighbour('a b', 'other\n'),
      neighbour('crlf', 'a\r\n'),
      neighbour('link', { what: 'stacks/link.ts', cause: 'a symbolic link' })
    ),
    [
      [
        'stacks/gone.ts',
        'stacks/gone.ts is not on the disk',
        `If the stack is to go, see docs/operator/retire.md. If not, check out all of stacks/: git sparse-checkout disable && git diff -z --name-only --diff-filter=D HEAD -- stacks | xargs -0 -r ${RESTORE} --`
      ],
      [
        'stacks/a b.ts',
        'stacks/a b.ts has local changes',
        `Have it reviewed, and commit it: git commit 'stacks/a b.ts'; or take back what was committed: ${RESTORE} 'stacks/a b.ts'`
      ],
      [
        'stacks/crlf.ts',
        'stacks/crlf.ts has a carriage return before its line feeds (CRLF), and is the same without them',
        `Let git write files as it keeps them, and this one again: git config core.autocrlf false && git config core.eol lf && rm stacks/crlf.ts && ${RESTORE} stacks/crlf.ts`
      ],
      [
        'stacks/link.ts',
        'stacks/link.ts cannot be read: a symbolic link',
        `Make stacks/link.ts a regular file again: rm stacks/link.ts && ${RESTORE} stacks/link.ts; or move it out of stacks/`
      ]
    ]
  )
})

test('where git does not give them, a link in stacks/ is taken out, and any other thing is a broken repository', () => {
  const remedy = (what: string, own?: string) => {
    const [one] = neighbourFindings(E.left({ what, cause: 'x', ...(own === undefined ? {} : { remedy: own }) }), COMMIT)
    return one?.outcome === 'failed' ? one.remedy : 'passed'
  }
  const link = 'Leave only regular files in stacks/, and commit that.'
  const broken = 'Have git fsck --full say what is wrong with the repository, and work in a new clone.'
  for (const what of ['stacks', 'stacks/a.ts', 'project/stacks/a.ts', 'project/stacks']) assert.is(remedy(what), link)
  for (const what of ['mystacks/a.ts', 'stacks2/a', 'objects']) assert.is(remedy(what), broken)
  assert.is(remedy('stacks', 'Do this.'), 'Do this.')
})

test.run()
