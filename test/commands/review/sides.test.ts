import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { objectIn, sideOnDisk } from '../../../src/commands/review/sides.ts'
import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import type { OutputFiles } from '../../../src/outside/files/files.port.ts'

const test = suite('the two sides of a review')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const outputs = (files: Readonly<Record<string, string | undefined>>): OutputFiles => ({
  sources: () => TE.right(O.none),
  outputs: () => TE.right(Object.keys(files)),
  folders: () =>
    TE.right(
      ['a-eu', 'b-eu'].map((name) => ({
        name,
        entries: Object.keys(files)
          .filter((path) => path.startsWith(`out/${name}/`))
          .map((path) => ({ name: path.split('/')[2] ?? '', kind: 'regular file' }))
      }))
    ),
  read: (_, path) => TE.right(O.fromNullable(files[path] === undefined ? undefined : bytes(files[path]))),
  write: () => TE.right(undefined),
  sweep: () => TE.right(undefined)
})
const project = '/project' as AbsolutePath
const onDisk = (
  files: Readonly<Record<string, string | undefined>>,
  isAbout: (stack: string) => boolean = () => true,
  tracked: ReadonlyArray<string> = []
) => sideOnDisk({ outputFiles: outputs(files), history: { trackedInOut: () => TE.right(tracked) } }, project, isAbout)()

test('of the working tree each emitted file is read, under the name of its stack, and nothing beside it', async () => {
  const side = await onDisk({
    'out/a-eu/main.tf.json': '{ "a": 1 }',
    'out/a-eu/REVIEW.md': '',
    'out/b-eu/main.tf.json': '{}',
    'out/gone-eu/main.tf.json': undefined,
    'old/out/c-eu/main.tf.json': '{}',
    'out/d-eu/main.tf.json.bak': '{}',
    'out/d-eu/mainxtf.json': '{}',
    'out/d-eu/main.tfxjson': '{}',
    'out/e/u/main.tf.json': '{}',
    'out//main.tf.json': '{}'
  })
  assert.equal(
    side,
    E.right({
      name: 'the working tree',
      commit: undefined,
      files: new Map([
        ['a-eu', { a: 1 }],
        ['b-eu', {}]
      ]),
      withoutPage: ['b-eu'],
      others: new Map([
        ['a-eu', []],
        ['b-eu', []]
      ])
    })
  )
})

test('a stack that the review is not about is not read', async () => {
  const side = await onDisk(
    { 'out/a-eu/main.tf.json': 'not JSON', 'out/b-eu/main.tf.json': '{}' },
    (stack) => stack === 'b-eu'
  )
  assert.equal(E.isRight(side) && [...side.right.files.keys()], ['b-eu'])
})

/** What lies beside the emitted file, and whether the index has it. */
const beside: ReadonlyArray<readonly [name: string, untracked: boolean, tracked: boolean]> = [
  ['.terraform.lock.hcl', false, false],
  ['REVIEW.md', false, false],
  ['.terraform', false, true],
  ['plan.tfplan', false, true],
  ['.swp', false, true],
  ['override.tf', true, true],
  ['notes.txt', true, true],
  ['terraform.tfstate', true, true],
  ['.auto.tfvars', true, true]
]

test('of what lies beside the emitted file, all that the index has counts, and untracked what preflight refuses', async () => {
  for (const [name, untracked, tracked] of beside)
    for (const [inIndex, counts] of [
      [[], untracked],
      [[`out/a-eu/${name}/deeper`, `out/b-eu/${name}`, 'out/a-eu/gone.tf'], tracked]
    ] as const) {
      const side = await onDisk({ 'out/a-eu/main.tf.json': '{}', [`out/a-eu/${name}`]: '' }, () => true, inIndex)
      assert.equal(E.isRight(side) && side.right.others.get('a-eu'), counts ? [name] : [], `${name} ${inIndex.join()}`)
    }
})

test('a git that does not say what the index has ends it, with what git said', async () => {
  const history = { trackedInOut: () => TE.left({ what: 'git ls-files', cause: 'no answer within 10 seconds' }) }
  const side = await sideOnDisk({ outputFiles: outputs({}), history }, project, () => true)()
  assert.equal(E.isLeft(side) && side.left.map(({ what, actual }) => [what, actual]), [
    ['git ls-files', 'no answer within 10 seconds']
  ])
})

test('every file that cannot be compared is told, by its own name', async () => {
  const side = await onDisk({
    'out/a-eu/main.tf.json': 'x',
    'out/b-eu/main.tf.json': '[]',
    'out/c-eu/main.tf.json': '{}'
  })
  assert.equal(E.isLeft(side) && side.left.map(({ what, actual }) => `${what}: ${actual}`), [
    'out/a-eu/main.tf.json of the working tree: it is not JSON that means one thing: a text that is not JSON',
    'out/b-eu/main.tf.json of the working tree: it is not an object'
  ])
})

test('a null is the template that means it, at any depth', () => {
  assert.equal(
    objectIn('x', bytes('{ "a": null, "b": [null, { "c": null, "d": false, "e": 0, "f": "" }] }')),
    E.right({ a: '${null}', b: ['${null}', { c: '${null}', d: false, e: 0, f: '' }] })
  )
  for (const text of ['null', '1', '"a"', '[{}]']) assert.ok(E.isLeft(objectIn('x', bytes(text))), text)
})

test.run()
