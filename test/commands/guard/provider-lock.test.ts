import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import type { GuardPorts, GuardSubject, Run } from '../../../src/commands/guard/ports.ts'
import { hashesIn, lockFileIn, providerLock } from '../../../src/commands/guard/provider-lock.ts'
import { stopLines } from '../../../src/commands/guard/stop.ts'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import type { ReadFailure } from '../../../src/outside/files/files.port.ts'

const test = suite('the lock file of a stack')

const project = absolutePath('/project')
const [first, second] = [`h1:${'a'.repeat(42)}+=`, `zh:${'0'.repeat(64)}`]
const text = `provider "x" {\n  version = "5.100.0"\n  hashes = [\n    "${first}",\n    "${second}",\n  ]\n}\n`

/** What is asked for, and what comes of it where the file is so. */
const read = async <A>(found: E.Either<ReadFailure, O.Option<Uint8Array>>, of: Run<A>) => {
  const asked: Array<readonly [string, string]> = []
  const ports = {
    directory: {
      read: (at: string, path: string) => {
        asked.push([at, path])
        return TE.fromEither(found)
      }
    },
    sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  } as unknown as GuardPorts
  return { outcome: await of(ports)(), asked }
}

const subject = { subject: { project, file: { stack: 'staging-eu' } } } as GuardSubject
const bytes = Buffer.from(text)
const whole = { bytes, sha256: createHash('sha256').update(text).digest('hex'), hashes: [first, second] }
const there = E.right(O.some<Uint8Array>(bytes))

test('is read once at its place, and its hashes are in their order', async () => {
  const place = [['/project', 'out/staging-eu/.terraform.lock.hcl']]
  assert.equal(await read(there, providerLock(subject)), { outcome: E.right(O.some(whole)), asked: place })
  assert.equal(await read(there, lockFileIn(project, 'staging-eu')), { outcome: E.right(whole), asked: place })
})

/** Source: OpenTofu, "Dependency Lock File": h1 is 32 bytes in base64, zh the same in lower-case hexadecimal. */
test('has the hashes of the two forms that OpenTofu writes, and no others', () => {
  const others = [first.slice(0, -2), `h2${first.slice(2)}`, `${second}0`, second.slice(1), `zh:${'G'.repeat(64)}`]
  assert.equal(hashesIn([...others, second, first].map((one) => `"${one}"`).join(',\n')), [second, first])
  assert.equal(hashesIn(first), [])
})

const said = (outcome: E.Either<Parameters<typeof stopLines>[1], unknown>): string =>
  E.isLeft(outcome) ? stopLines(plain, outcome.left, 'staging').join('\n') : 'no stop'

test('that is missing passes before the first init, and is asked for where it must be', async () => {
  const none = E.right(O.none)
  assert.equal((await read(none, providerLock(subject))).outcome, E.right(O.none))
  assert.is(
    said((await read(none, lockFileIn(project, 'staging-eu'))).outcome),
    `refused

  provider-locked
    expected  .terraform.lock.hcl in out/staging-eu, which binds the provider by its hashes
    actual    there is none
    from      out/staging-eu/.terraform.lock.hcl
    clause    J.6.2 §7
    to do     Run init first, have the file reviewed and commit it: npm run tofu -- stacks/staging-eu.ts init

What a rule means and why: npm run explain -- provider-locked`
  )
})

test('that cannot be read ends the run with its name and the cause', async () => {
  const failed = E.left({ what: 'out/staging-eu/.terraform.lock.hcl', cause: 'it is a link, not a file' })
  for (const of of [providerLock(subject), lockFileIn(project, 'staging-eu')] as ReadonlyArray<Run<unknown>>)
    assert.is(
      said((await read(failed, of)).outcome),
      `out/staging-eu/.terraform.lock.hcl cannot be read: it is a link, not a file
  to do     Remove this cause, then run the command again.
What this means and why: npm run explain -- not-readable`
    )
})

test.run()
