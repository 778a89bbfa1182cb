import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { contentOf, contentWith, lineEnds } from '../../../src/commands/preflight/same-bytes.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'

const test = suite('whether a file holds the bytes of a commit')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

type Verdict = 'the same' | 'other line ends' | 'other bytes'
const judged = (content: ReturnType<typeof contentOf>, those: string): Verdict => {
  if (content.isSameAs(bytes(those))) return 'the same'
  return content.isSameButForCRLF(bytes(those)) ? 'other line ends' : 'other bytes'
}
const whole = (text: string, those: string): Verdict => judged(contentOf(bytes(text)), those)
const byDigest = (text: string, those: string): Verdict => judged(contentWith(sha256<'a source'>(text)), those)

/** What lies on the disk, what the commit has, and what that is. Source: Git, gitattributes, "End-of-line conversion". */
const cases: ReadonlyArray<readonly [found: string, committed: string, verdict: Verdict]> = [
  ['', '', 'the same'],
  ['a\nb\n', 'a\nb\n', 'the same'],
  ['a\r\nb\r\n', 'a\r\nb\r\n', 'the same'],
  ['a\r\nb\r\n', 'a\nb\n', 'other line ends'],
  ['a\r\nb', 'a\nb', 'other line ends'],
  ['a\nb\n', 'a\r\nb\r\n', 'other bytes'],
  ['a\rb', 'ab', 'other bytes'],
  ['a\r', 'a', 'other bytes'],
  ['a\r\r\n', 'a\n', 'other bytes'],
  ['a\r\nc\n', 'a\nb\n', 'other bytes'],
  ['a\n', 'a', 'other bytes'],
  ['a', 'a\n', 'other bytes'],
  ['b', 'a', 'other bytes']
]
for (const [found, committed, verdict] of cases)
  test(`${JSON.stringify(found)} beside ${JSON.stringify(committed)} is ${verdict}`, () => {
    assert.is(whole(found, committed), verdict)
    assert.is(byDigest(found, committed), verdict, 'where the digest alone is known')
  })

test('a carriage return that only the commit has makes other bytes, though both have as many', () => {
  assert.is(whole('a\r\nb\n', 'a\nb\r\n'), 'other bytes')
})

test('a pointer of Git LFS is known where the bytes are', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n'
  assert.is(contentOf(bytes(pointer)).isLfsPointer, true)
  assert.is(contentOf(bytes(pointer.slice(1))).isLfsPointer, false)
  assert.is(contentWith(sha256<'a source'>(pointer)).isLfsPointer, false)
})

test('other line ends are said with the lines that write the file again, for any name of it', () => {
  assert.equal(lineEnds('out/a b/x'), {
    actual: 'out/a b/x has a carriage return before its line feeds (CRLF), and is the same without them',
    remedy:
      "Let git write files as it keeps them, and this one again: git config core.autocrlf false && git config core.eol lf && rm 'out/a b/x' && git restore --source=HEAD --staged --worktree 'out/a b/x'"
  })
})

test.run()
