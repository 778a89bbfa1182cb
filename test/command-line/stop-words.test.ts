import { machine } from '../../src/diagnostics/origin.ts'
import { readFileSync, readdirSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailures } from '../../src/backend/aws-failures.ts'
import { failureLines, mistaken, withoutStack } from '../../src/command-line/failure-text.ts'
import { plain } from '../../src/command-line/terminal.ts'
import type { UsageMistake } from '../../src/command-line/usage.ts'
import { words } from '../../src/commands/explain/explained.ts'
import { explain } from '../../src/commands/explain/main.ts'
import { type Stop as GuardStop, stopLines as guardLines } from '../../src/commands/guard/stop.ts'
import type { Stop as SeedStop } from '../../src/commands/seed/step.ts'
import { stopLines as seedLines } from '../../src/commands/seed/stop-text.ts'
import type { AwsFailure, AwsFailureTag } from '../../src/outside/aws/failure.port.ts'
import type { FileFailure } from '../../src/outside/files/files.port.ts'
import { stops } from '../../src/registry/stops.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const wanted = wantedOfStaging()

const test = suite('how to ask why a command ended')

/** All that a function says to a terminal. */
const heard = (say: (terminal: Parameters<typeof mistaken>[1]) => unknown): string => {
  let text = ''
  const listen = (said: string): void => {
    text += said
  }
  say({ out: listen, err: listen, paintOut: plain, paintErr: plain })
  return text
}

/** The words that a screen gives to explain. */
const named = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/npm run explain -- (\S+)$/gm)].map(([, word = '']) => word)

/** Exactly one word is named, which explain knows; that word. */
const oneKnown = (text: string): string => {
  const [word = '', ...others] = named(text)
  assert.equal(others, [], text)
  assert.ok(words.includes(word), text)
  return word
}

const failure = (_tag: AwsFailureTag): AwsFailure => ({
  _tag,
  call: 'S3 HeadBucket',
  calledRegion: 'eu-central-1',
  code: 'Some',
  message: 'some',
  status: 400,
  requestId: undefined,
  region: undefined,
  attempts: 1
})

const seedStops: { readonly [Tag in SeedStop['_tag']]: Extract<SeedStop, { readonly _tag: Tag }> } = {
  NotAllowed: {
    _tag: 'NotAllowed',
    diagnostics: [{ rule: 'by-hand', clause: 'J.7.0 §2', expected: 'a', actual: 'b', remedy: 'C.' }]
  },
  NoCredentials: { _tag: 'NoCredentials', from: machine('a test'), message: 'no profile' },
  CallerUnknown: { _tag: 'CallerUnknown', failure: failure('Denied') },
  Unclear: { _tag: 'Unclear', thing: 'table', failure: failure('Denied') },
  Elsewhere: { _tag: 'Elsewhere', region: 'eu-west-1' },
  NotConforming: { _tag: 'NotConforming', refusals: [{ thing: 'bucket', why: 'it differs', differences: [] }] },
  NotConfirmed: { _tag: 'NotConfirmed' },
  CallerNotDeclared: { _tag: 'CallerNotDeclared', failure: failure('Refused') },
  StepFailed: { _tag: 'StepFailed', step: 'create table', failure: failure('Throttled') },
  NotReady: { _tag: 'NotReady', thing: 'table', waitingFor: 'it is active', differences: [] }
}

for (const [name, stop] of Object.entries(seedStops))
  test(`seed: ${name} names one word that explain knows`, () =>
    void oneKnown(seedLines(plain, stop, wanted).join('\n')))

for (const [tag, { word }] of Object.entries(awsFailures))
  test(`seed: a step that AWS answers by ${tag} names ${word}`, () => {
    const stop: SeedStop = { _tag: 'StepFailed', step: 'tag bucket', failure: failure(tag as AwsFailureTag) }
    assert.is(oneKnown(seedLines(plain, stop, wanted).join('\n')), word)
  })

type Kept = Extract<GuardStop, { readonly _tag: 'NotKept' }>['failure']
const kept: { readonly [Tag in Kept['_tag']]: Extract<Kept, { readonly _tag: Tag }> } = {
  SystemRefused: { _tag: 'SystemRefused', path: 'x', code: 'ENOSPC', message: 'ENOSPC: full' },
  NotPrivate: { _tag: 'NotPrivate', path: 'x', why: 'can be changed by others' }
}
const guardStops: { readonly [Tag in GuardStop['_tag']]: ReadonlyArray<Extract<GuardStop, { readonly _tag: Tag }>> } = {
  NotAllowed: [
    {
      _tag: 'NotAllowed',
      diagnostics: [
        {
          rule: 'by-hand',
          clause: 'J.7.0 §2',
          expected: 'a',
          actual: 'b',
          remedy: 'C.',
          from: { kind: 'variable', name: 'CI' }
        }
      ]
    }
  ],
  NotProven: [{ _tag: 'NotProven' }],
  NoTofu: [{ _tag: 'NoTofu' }],
  NotReadable: [{ _tag: 'NotReadable', failure: { what: 'git', cause: 'gone' } }],
  NotKept: Object.values(kept).map((one) => ({ _tag: 'NotKept', failure: one })),
  PlanRefused: [{ _tag: 'PlanRefused' }],
  NotConfirmed: [{ _tag: 'NotConfirmed' }],
  TofuFailed: [
    { _tag: 'TofuFailed', command: 'plan', end: { code: 1, interrupts: 0, isTerminalGone: false }, said: 'Error: x' }
  ]
}

for (const [name, all] of Object.entries(guardStops))
  for (const stop of all)
    test(`the guard: ${name} names one word that explain knows`, () =>
      void oneKnown(guardLines(plain, stop, 'staging').join('\n')))

const mistakes: { readonly [Tag in UsageMistake['_tag']]: Extract<UsageMistake, { readonly _tag: Tag }> } = {
  NotUnderstood: { _tag: 'NotUnderstood', message: "Unknown option '--x'" },
  NotAPatience: { _tag: 'NotAPatience', value: 'x' },
  NotAStackFile: { _tag: 'NotAStackFile', file: 'x' },
  TwoProjects: { _tag: 'TwoProjects', projects: ['a', 'b'] },
  NoStacksFolder: { _tag: 'NoStacksFolder', folder: 'x' },
  NoStacks: { _tag: 'NoStacks', project: 'x' },
  NotOneStack: { _tag: 'NotOneStack', count: 0, stacks: [] },
  NotAProxy: { _tag: 'NotAProxy' },
  NoSuchStack: { _tag: 'NoSuchStack', source: 'stacks/x.ts', stacks: [] },
  NotACheck: { _tag: 'NotACheck', name: 'x', names: ['identity'] }
}

for (const mistake of Object.values(mistakes))
  test(`a command line: ${mistake._tag} names one word that explain knows`, () => {
    oneKnown(heard((terminal) => mistaken('preflight', terminal, mistake)))
    oneKnown(heard((terminal) => withoutStack('seed', terminal, { _tag: 'Mistaken', mistake })))
  })

const failures: { readonly [Tag in FileFailure['_tag']]: Extract<FileFailure, { readonly _tag: Tag }> } = {
  SystemRefused: { _tag: 'SystemRefused', action: 'write', path: 'out/x', code: 'EACCES', message: 'EACCES: no' },
  WrongKind: { _tag: 'WrongKind', path: 'out', expected: 'folder', found: 'symbolic link' },
  NestedProject: { _tag: 'NestedProject', path: '.' },
  NotAnOutput: { _tag: 'NotAnOutput', path: 'x' }
}

for (const one of Object.values(failures))
  test(`a file: ${one._tag} names one word that explain knows`, () => {
    oneKnown(failureLines(plain, one).join('\n'))
    oneKnown(heard((terminal) => withoutStack('seed', terminal, { _tag: 'Unreadable', failure: one })))
  })

test('explain answers each word with a meaning, what to do and a page that is there', () => {
  for (const [word, { says, remedy, more }] of Object.entries(stops)) {
    const said = heard((terminal) => explain(terminal, [word]))
    for (const text of [says, remedy, more]) assert.match(said, text, word)
    assert.ok(says.split(' ').length <= 25 && says.endsWith('.'), word)
    assert.ok(readFileSync(new URL(`../../${more}`, import.meta.url), 'utf8').length > 0, word)
  }
})

test('each word of the table is named by a source, so that it stands in a message', () => {
  const sources = ['../../src/', '../../bin/']
    .map((folder) => new URL(folder, import.meta.url))
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|js)$/.test(name) && !name.startsWith('registry/'))
        .map((name) => readFileSync(new URL(name, root), 'utf8'))
    )
  assert.equal(
    Object.keys(stops).filter((word) => !sources.some((text) => text.includes(`'${word}'`))),
    []
  )
})

test.run()
