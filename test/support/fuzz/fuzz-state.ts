import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { readFileSync } from 'node:fs'
import { j70 } from '../../../src/charter/j-7-0.ts'
import { declaredAddresses } from '../../../src/commands/preflight/checks/state/own-place.ts'
import { stateClean } from '../../../src/commands/preflight/checks/state/state-clean.ts'
import { type WholeState, stateWhole } from '../../../src/commands/preflight/checks/state/state-whole.ts'
import { emittedStaging } from '../wanted.ts'
import { type Tree, field, textOf } from './json-tree.ts'
import { type Outcome, fuzz } from './outcome.ts'

/** What OpenTofu stored after the first apply of the committed stack. */
export const STATE_SAMPLE = readFileSync(
  new URL('../../commands/preflight/checks/samples/state.sample', import.meta.url),
  'utf8'
)

const file = emittedStaging()
const declared = declaredAddresses(file)

/** A state that both checks of preflight prove; none where one refuses. */
const provenState = (text: string): O.Option<WholeState> => {
  const { findings, state } = stateWhole({
    object: E.right(O.some({ text, md5: 'x', versionId: undefined })),
    digest: E.right(O.some({ info: undefined, digest: 'x' }))
  })
  if (O.isNone(state)) return O.none
  const all = [...findings, ...stateClean(j70, file.declaration, state.value.form, declared)]
  return all.every(({ outcome }) => outcome === 'passed') ? state : O.none
}

const items = (tree: Tree | undefined): ReadonlyArray<Tree> => (tree?.kind === 'list' ? tree.items : [])
const written = (tree: Tree | undefined, name: string): string => {
  const found = field(tree, name)
  return found === undefined ? '' : textOf(found)
}

/** What Go reads of a state, as texts: serial, lineage, and each resource with its objects. */
const goReading = (tree: Tree): ReadonlyArray<string> => [
  written(tree, 'version'),
  written(tree, 'serial'),
  JSON.stringify(JSON.parse(written(tree, 'lineage'))),
  ...items(field(tree, 'resources')).map((resource) =>
    [
      ...['module', 'mode', 'type', 'name', 'provider'].map(
        (name) => JSON.parse(written(resource, name) || '""') as string
      ),
      items(field(resource, 'instances')).length
    ].join(' ')
  )
]

const ourReading = ({ form }: WholeState): ReadonlyArray<string> => [
  String(form.version),
  String(form.serial),
  JSON.stringify(form.lineage),
  ...form.resources.map(({ module = '', mode, type, name, provider = '', instances }) =>
    [module, mode, type, name, provider, instances.length].join(' ')
  )
]

/** Mutations of a real state through preflight, beside Go's reading of the same text. */
export const fuzzState = (count: number, seed: number): Outcome =>
  fuzz(JSON.parse(STATE_SAMPLE), count, seed, ({ text, tree }) => {
    const proven = provenState(text)
    if (O.isNone(proven)) return undefined
    if (tree === undefined) return ['a text that is no JSON passes']
    const [go, ours] = [goReading(tree), ourReading(proven.value)]
    return go.join('\n') === ours.join('\n') ? [] : [`Go reads\n${go.join('\n')}\nand preflight\n${ours.join('\n')}`]
  })
