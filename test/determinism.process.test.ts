import * as fc from 'fast-check'
import { readFileSync, readdirSync, symlinkSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reorderedStack } from './support/reordered-stack.ts'
import { type ChildOptions, type TempProject, inTempProject } from './support/temp-project.ts'

const names = readdirSync(new URL('./project/stacks', import.meta.url)).filter((name) => name.endsWith('.ts'))
const sources = Object.fromEntries(
  names.map((name) => [`stacks/${name}`, readFileSync(new URL(`./project/stacks/${name}`, import.meta.url), 'utf8')])
)

/** All emitted files of a project, by the name of the stack. */
const bytes = (project: TempProject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    project.names('out').map((name) => [
      name,
      project
        .names(`out/${name}`)
        .map((file) => `${file}\n${project.read(`out/${name}/${file}`)}`)
        .join('')
    ])
  )

type Setting = ChildOptions & { readonly args?: ReadonlyArray<string> }

/** What a fresh project with these stacks emits: an independent run for each call. */
const emitted = async (
  stacks: Readonly<Record<string, string>>,
  setting: (project: TempProject) => Setting = () => ({})
): Promise<Readonly<Record<string, string>>> => {
  let files: Readonly<Record<string, string>> = {}
  await inTempProject(stacks, async (project) => {
    symlinkSync(project.root, project.at('elsewhere'), 'dir')
    const { args = [], ...options } = setting(project)
    const { code, stderr } = await project.emit(args, options)
    assert.is(code, 0, stderr)
    files = bytes(project)
  })
  return files
}

let first: Readonly<Record<string, string>> = {}

const test = suite('determinism')

test.before(async () => {
  first = await emitted(sources)
})

test('every stack of this project is emitted', () => {
  for (const text of Object.values(first)) assert.match(text, /^REVIEW\.md\n# Review of [^]*\nmain\.tf\.json\n\{/)
  assert.equal(Object.keys(first).toSorted(), names.map((name) => name.replace(/\.ts$/, '')).toSorted())
})

test('a second run gives the same bytes, in a fresh project and over the first', async () => {
  await inTempProject(sources, async (project) => {
    await project.emit([])
    assert.equal(bytes(project), first)
    const again = await project.emit([])
    assert.match(again.stdout, /unchanged/)
    assert.equal(bytes(project), first)
  })
})

test('so does one from another working directory, or through another path', async () => {
  const within = await emitted(sources, ({ at }) => ({ cwd: at('stacks'), args: names }))
  const from = await emitted(sources, ({ at }) => ({ cwd: '/', args: names.map((name) => at(`stacks/${name}`)) }))
  const through = await emitted(sources, ({ at }) => ({ cwd: at('elsewhere') }))
  assert.equal([within, from, through], [first, first, first])
})

test('so does one under another TZ, LANG and HOME', async () => {
  const env = { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: '/nowhere', USER: 'nobody' }
  assert.equal(await emitted(sources, () => ({ env })), first)
})

test('so does one under any environment', async () => {
  const value = fc.stringMatching(/^[ -~]{1,20}$/)
  const known = ['AWS_REGION', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'TF_VAR_account', 'TF_WORKSPACE', 'NODE_ENV', 'CI']
  const environment = fc
    .tuple(
      fc.record(Object.fromEntries(known.map((name) => [name, value]))),
      fc.dictionary(fc.stringMatching(/^X[A-Z_]{1,12}$/), value)
    )
    .map(([some, others]) => ({ ...others, ...some }))
  for (const env of fc.sample(environment, { numRuns: 2, seed: 20260103 }))
    assert.equal(await emitted(sources, () => ({ env })), first, JSON.stringify(env))
})

test('so do stacks whose keys and parts stand in the opposite order', async () => {
  const opposite = Object.fromEntries(
    Object.entries(sources).map(([path, source]) => [path, reorderedStack(source, (items) => items.toReversed())])
  )
  assert.not.equal(opposite, sources)
  assert.equal(await emitted(opposite), first)
})

test.run()
