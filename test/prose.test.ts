import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Kind, type Prose, filesIn, paragraphsOf, read, textsOf, titlesOf } from './support/prose/texts.ts'
import { faultsOf } from './support/prose/faults.ts'

const test = suite('the style guide')

/** Lists of words, of code and of other people's names: data, and not sentences. */
const data =
  /^src\/(?:sensitive\/(?:words|file-names|vendor-rules|numbers|lexicon\/(?:bodies|care|codes|given-names|hardware|illnesses|mailbox-matters|mailboxes|names|persons|signs|systems))|charter\/(?:forbidden-types|j-7-0\/provider-builds)|command-line\/npm-flags|outside\/stack\/realm|review\/page-style|stack\/source\/language-names|commands\/completion\/scripts)\.ts$/

const sources = filesIn('src', '.ts').filter((file) => !data.test(file))
const documents = [
  ...['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'AGENTS.md', 'CHANGELOG.md'],
  ...filesIn('docs', '.md').filter((file) => !file.startsWith('docs/governance/'))
]

const texts: ReadonlyArray<Prose> = [
  ...sources.flatMap((file) => textsOf(file, read(file))),
  ...filesIn('test', '.test.ts').flatMap((file) => titlesOf(file, read(file))),
  ...documents.flatMap((file) => paragraphsOf(file, read(file)))
]

for (const kind of ['message', 'remedy', 'docstring', 'title', 'document'] satisfies ReadonlyArray<Kind>)
  test(`every ${kind} is written by docs/style.md`, () => {
    const found = texts.filter((text) => text.kind === kind)
    assert.ok(found.length > 100)
    assert.equal(found.flatMap(faultsOf), [])
  })

const sample = (kind: Kind, text: string): Prose => ({ kind, file: 'sample', line: 1, text })

/** Sentences that stood here once, and forms that nearly pass. */
const bad: ReadonlyArray<readonly [Kind, string]> = [
  ['message', 'an item that is no lock of OpenTofu: it says of nobody who holds it'],
  ['message', 'something else'],
  ['message', 'no variable: its value would come from a file that nobody reviewed'],
  ['message', 'a file of /home/anna/project that cannot be read'],
  ['message', `the ${'very '.repeat(24)}long file`],
  ['remedy', 'mend what AWS says and run it again'],
  ['remedy', 'Correct the file and run this again'],
  ['remedy', 'The disk is full: make room and run emit again.'],
  ['remedy', 'Correct the file. Read it again. Have it reviewed.'],
  [
    'docstring',
    'The same problem without what looks like a credential or a personal datum, be it the value, a key that leads to it or a name.'
  ],
  ['docstring', 'What brings the version back that a digest belongs to, as far as it is known which that is.'],
  ['title', 'a plan that is refused, that no rule has seen, or that is empty is not kept'],
  ['title', 'whoever holds the lock is named'],
  ['document', 'Nobody plans until it is stored.'],
  ['document', `One ${'and one more '.repeat(10)}thing.`]
]
for (const [kind, text] of bad)
  test(`refuses the ${kind} '${text.slice(0, 40)}…'`, () => {
    assert.is.not(faultsOf(sample(kind, text)).length, 0)
  })

const good: ReadonlyArray<readonly [Kind, string]> = [
  ['message', 'there is no file of that name'],
  ['message', 'a plan that is no longer the one that was shown'],
  ['message', 'not understood: an unknown option'],
  ['message', 'the name that was seen, and the ARN that was not'],
  ['remedy', 'npm run emit'],
  ['remedy', 'Name the tofu of this machine: --tofu PATH'],
  ['remedy', 'If the lock is free, run this again.'],
  ['document', 'It writes `nobody` into the file.']
]
for (const [kind, text] of good)
  test(`takes the ${kind} '${text}'`, () => {
    assert.equal(faultsOf(sample(kind, text)), [])
  })

test.run()
