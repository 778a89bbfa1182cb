import { isDeepStrictEqual } from 'node:util'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Wanted } from '../../../src/backend/wanted.ts'
import { emitted, emptyLedger, noted } from '../../../src/commands/guard/ledger.ts'
import type { Proven } from '../../../src/commands/guard/facts.ts'
import type { GuardSubject } from '../../../src/commands/guard/ports.ts'
import { checkNames } from '../../../src/commands/preflight/check-names.ts'
import { preflightDocument } from '../../../src/commands/preflight/document.ts'
import { rowLine, verdictLines } from '../../../src/commands/preflight/result-text.ts'
import { verdictOn } from '../../../src/commands/preflight/result.ts'
import type { Subject } from '../../../src/commands/preflight/subject.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { type Canary, canariesIn, declaredPlaces } from '../../support/canaries.ts'
import { changed } from '../../support/changed.ts'
import { commitId, digest } from '../../support/kinds.ts'
import { OPERATOR_KEY, type Seen, runOnline, startHealthyDouble, subjectOf } from '../../support/preflight-bench.ts'
import { ACCESS_KEY } from '../../support/seed-bench.ts'

/**
 * Each value that a stack declares is another one than in AWS, one at a time. What is said of AWS must be what AWS said, so
 * the declared value may stand only where the words or the key say that it is declared, expected, or what to do.
 */
const test = suite<{ double: AwsDouble }>('what is declared and was not seen')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.after(({ double }) => double.stop())

/** What a stack of today does not say although it may. */
const mayBeSaid = {
  nextBootstrapPrincipal: 'arn:aws:iam::111122223333:role/CanaryNext',
  versions: { tofu: '>= 1.10.0, < 2.0.0', awsProvider: '5.100.0', acceptedProof: 'not run' }
}

const wantedIn = ({ wanted }: Subject): Wanted => ({
  ...wanted,
  declaration: { ...wanted.declaration, ...(mayBeSaid as Partial<Wanted['declaration']>) }
})

const subjectWith =
  ({ path, value }: Canary) =>
  (subject: Subject): Subject => {
    const wanted = changed(wantedIn(subject), path, value) as Wanted
    return { ...subject, wanted, file: { ...subject.file, declaration: wanted.declaration } }
  }

const leaves = (value: unknown, place = ''): ReadonlyArray<readonly [place: string, text: string]> =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${place}.${key}`))
    : [[place, String(value)]]

/** Where a document says what a stack declares, and what is expected or to be done. */
const notSeen = /^\.declared\.|^\.caller\.declared$|^\.(source|stack|file\.path)$|\.(expected|remedy)$/

/** The rest, where the words themselves say what is declared (`declared as arn:…`), or quote what AWS answered. */
const withoutDeclared = (text: string): string =>
  text.replaceAll(
    /declared as (?:AWS provider .*|\S+)|the declared one(?: since the last apply)?: .*|AWS says .*/gs,
    ''
  )

const commit = commitId('a'.repeat(40))

/** All that a run of preflight or of the guard tells: its document, its evidence and its screen. */
const told = (subject: Subject, { results, called, whole }: Seen) => {
  const state = pipe(
    whole,
    O.flatMap((found) => found.state),
    O.map(({ facts }) => facts)
  )
  const isProven = results.every(({ _tag }) => _tag === 'Proven')
  const run = verdictOn({ results, commit: O.some(commit), called, state }, isProven, true)
  const of = { subject } as GuardSubject
  const begun = noted(
    emitted(emptyLedger({ command: 'plan', stack: 'staging-eu' }), of),
    { _tag: 'Preflighted', results },
    of
  )
  const evidence = O.isNone(called)
    ? begun
    : noted(begun, { _tag: 'Proven', proven: { ...called.value, commit, state } as Proven }, of)
  const document = preflightDocument(subject, run, { only: undefined, time: 'now', sha256: digest('a'), guard: [] })
  const plain = (_: unknown, text: string): string => text
  const screen = [
    ...results.map((result) => rowLine(plain, result.check, { _tag: 'Ended', result })),
    ...verdictLines(plain, subject, run, [])
  ]
  return { documents: [...leaves(document), ...leaves(evidence)], screen }
}

/** The lines of a screen that say what is expected or to be done, with the lines that they go on in. */
const isNotOfAws = (line: string): boolean => /^ {4}(?:expected|to do) |^ {10}/.test(line)

const names = checkNames.slice(checkNames.indexOf('identity')).filter((name) => name !== 'lock-works')

for (const [who, accessKey] of [
  ['operator', OPERATOR_KEY],
  ['bootstrap principal', ACCESS_KEY]
] as const)
  test(`is told as declared and never as seen, to the ${who}`, async ({ double }) => {
    const canaries = canariesIn(wantedIn(subjectOf(double)))
    assert.ok(canaries.length > 50, String(canaries.length))
    const of = who === 'operator' ? canaries : canaries.filter(({ path }) => !path.includes('Statement'))
    const judge = async (canary: Canary): Promise<void> => {
      const saying = subjectWith(canary)
      const { documents, screen } = told(
        saying(subjectOf(double)),
        await runOnline(double, { accessKey, names, saying })
      )
      const said = `${canary.path.join('.')} = ${canary.text}`
      for (const [place, text] of documents)
        if (!notSeen.test(place)) assert.not.match(withoutDeclared(text), canary.text, `${said} at ${place}: ${text}`)
      for (const line of screen)
        if (!isNotOfAws(line)) assert.not.match(withoutDeclared(line), canary.text, `${said} on the screen: ${line}`)
    }
    for (let at = 0; at < of.length; at += 8) await Promise.all(of.slice(at, at + 8).map(judge))
  })

test('every place of a declaration has its canary', ({ double }) => {
  const { declaration } = wantedIn(subjectOf(double))
  const tried = canariesIn({ declaration }).map(({ path }) => path.slice(1))
  const isTried = (place: ReadonlyArray<unknown>): boolean =>
    tried.some((path) => isDeepStrictEqual(path.slice(0, place.length), place))
  assert.equal(
    declaredPlaces.filter((place) => !isTried(place)).map((place) => place.join('.')),
    []
  )
})

test.run()
